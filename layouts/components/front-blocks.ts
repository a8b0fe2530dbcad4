import { isoDay, shortDate } from '#vietnamese/date.ts';
import { noBreak } from '#vietnamese/no-break.ts';
import { type Html, html } from '../html.ts';
import type { Link } from '../page.ts';
import type { ArticleCardProps } from './article-card.ts';
import { factLine } from './fact-line.ts';
import { type MostReadLink, mostReadList } from './most-read-list.ts';
import { type MotifPictureProps, motifPicture } from './motif-picture.ts';
import { picture } from './picture.ts';
import { shortDateElement } from './short-date-element.ts';
import { storyBlock } from './story-block.ts';
import { storyTitle } from './story-title.ts';

/** A category with its newest articles: the first with a picture, its own or the drawing of the category. */
export interface CategoryBlockProps {
  readonly category: Link;
  readonly first: ArticleCardProps & { readonly motif?: MotifPictureProps };
  readonly others: readonly ArticleCardProps[];
}

/** The most read articles over the 30 days before `until`. */
export interface MostReadProps {
  readonly until: Date;
  readonly articles: readonly MostReadLink[];
}

/** The blocks below the news, three in a row on wide screens; false when there are none. */
export function frontBlocks(blocks: readonly Html[]): Html | false {
  return blocks.length > 0 && html`<div class="front-blocks">\n${blocks}</div>\n`;
}

/** A block that takes two columns, where there are. */
export function wideBlock(block: Html): Html {
  return html`<div class="wide">${block}</div>\n`;
}

/** The block of a category. */
export function categoryBlock({ category, first, others }: CategoryBlockProps): Html {
  return storyBlock(
    category.text,
    { text: `Tất cả bài về ${category.text}`, href: category.href },
    html`<div class="rows"><article class="first">
${first.picture ? picture({ ...first.picture, sizes: '(min-width: 64em) 348px, (min-width: 47em) 45vw, 92vw' }) : first.motif && motifPicture(first.motif)}${storyTitle(first)}
<p>${noBreak(first.lead)}</p>
${factLine([shortDateElement(first)])}
</article>
${others.map((story) => html`<article>${storyTitle(story)}\n${factLine([shortDateElement(story)])}</article>\n`)}</div>`,
  );
}

/** The block of the most read articles; undefined when there are none. */
export function mostReadBlock(read: MostReadProps | undefined): Html | undefined {
  if (!read || read.articles.length === 0) return undefined;
  const until = html`<time datetime="${isoDay(read.until)}">${shortDate(read.until)}</time>`;
  return storyBlock(
    'Đọc nhiều',
    undefined,
    html`<p class="meta">Trong 30 ngày, tính đến ${until}</p>
${mostReadList(read.articles)}`,
  );
}

import { isoDay, longDate } from '#vietnamese/date.ts';
import { noBreak } from '#vietnamese/no-break.ts';
import { type Html, html } from '../html.ts';
import type { Link } from '../page.ts';
import type { ArticleCardProps } from './article-card.ts';
import { factLine } from './fact-line.ts';
import { type PictureProps, picture } from './picture.ts';
import { titleHtml } from './title-html.ts';

/** The article at the top of the front page. */
export interface LeadStoryProps extends ArticleCardProps {
  readonly category: Link;
  readonly author: string;
  /** A paragraph after the lead, in the first days, when there is room for it. */
  readonly opening?: string;
}

/** The article at the top; in the first days (`isSheet`) with its facts above and a link to the rest below. */
export function leadStory(story: LeadStoryProps, isSheet: boolean): Html {
  const facts = factLine([
    story.state && html`<strong class="state">${story.state}</strong>`,
    html`<time datetime="${isoDay(story.date)}">${longDate(story.date)}</time>`,
    html`Tác giả: ${story.author}`,
  ]);
  return html`<article class="lead-story">
<p class="category"><a href="${story.category.href}">${story.category.text}</a></p>
<h2><a href="${story.href}">${titleHtml(story.title)}</a></h2>
${isSheet && facts}${story.picture && leadPicture(story.picture)}<p${isSheet && html` class="lead"`}>${noBreak(story.lead)}</p>
${story.opening && html`<p class="opening">${noBreak(story.opening)}</p>\n`}${isSheet ? html`<p class="more"><a href="${story.href}">Đọc tiếp bài viết</a></p>` : facts}
</article>`;
}

function leadPicture(props: PictureProps): Html {
  return picture({ ...props, sizes: '(min-width: 64em) 421px, (min-width: 47em) 55vw, 92vw' });
}

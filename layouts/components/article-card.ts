import { memoizeByObject } from '#news/memoize-by-object.ts';
import { isoDay, longDate } from '#vietnamese/date.ts';
import { type Html, html } from '../html.ts';
import { type PictureProps, picture } from './picture.ts';
import { titleHtml } from './title-html.ts';

/** An article in a list. */
export interface ArticleCardProps {
  readonly title: string;
  readonly href: string;
  readonly date: Date;
  readonly lead: string;
  /** "BẢN NHÁP", "HẸN GIỜ"…; in previews only. */
  readonly state?: string;
  readonly picture?: PictureProps;
}

/** Memoized: the lists of category, author, month and tags share the props of a card. */
const memoizedCard = memoizeByObject((card: ArticleCardProps) => renderCard(card, 2));

/** Renders an article in a list; `level` is the level of its heading. */
export function articleCard(card: ArticleCardProps, level: 2 | 3 = 2): Html {
  return level === 2 ? memoizedCard(card) : renderCard(card, level);
}

function renderCard(card: ArticleCardProps, level: 2 | 3): Html {
  const title = html`<a class="story" href="${card.href}">${titleHtml(card.title)}</a>${card.state && html` <span class="state">${card.state}</span>`}`;
  return html`<article class="article-card">
${level === 2 ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`}
<p class="meta"><time datetime="${isoDay(card.date)}">${longDate(card.date)}</time></p>
${card.picture && picture(card.picture)}<p>${card.lead}</p>
</article>`;
}

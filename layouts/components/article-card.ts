import { onceOfEach } from '#news/once-of-each.ts';
import { isoDay, longDate } from '#vietnamese/date.ts';
import { type Html, html } from '../html.ts';
import { headline } from './headline.ts';
import { type PictureProps, picture } from './picture.ts';

/** What a list shows of an article. */
export interface ArticleCard {
  readonly title: string;
  readonly href: string;
  readonly date: Date;
  readonly lead: string;
  /** "BẢN NHÁP" or "HẸN GIỜ", in previews only. */
  readonly state?: string;
  readonly picture?: PictureProps;
}

/** The same card stands in the lists of its category, author, month and tags. */
const inLists = onceOfEach((card: ArticleCard) => print(card, 2));

/** An article in a list; `level` is that of its heading. */
export function articleCard(card: ArticleCard, level: 2 | 3 = 2): Html {
  return level === 2 ? inLists(card) : print(card, level);
}

function print(card: ArticleCard, level: 2 | 3): Html {
  const title = html`<a href="${card.href}">${headline(card.title)}</a>${card.state && html` <span class="state">${card.state}</span>`}`;
  return html`<article class="article-card">
${level === 2 ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`}
<p class="meta"><time datetime="${isoDay(card.date)}">${longDate(card.date)}</time></p>
${card.picture && picture(card.picture)}<p>${card.lead}</p>
</article>`;
}

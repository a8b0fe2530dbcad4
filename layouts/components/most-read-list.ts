import { formatNumber } from '#vietnamese/count.ts';
import { type Html, html } from '../html.ts';
import type { Link } from '../page.ts';

/** A link to an article, with its number of views. */
export interface MostReadLink extends Link {
  readonly views: number;
}

/** The most read articles, most read first. */
export function mostReadList(articles: readonly MostReadLink[]): Html {
  return html`<ol class="read-list">${articles.map(({ text, href, views }) => html`<li><a href="${href}">${text}</a> <span>${formatNumber(views)} lượt xem</span></li>`)}</ol>`;
}

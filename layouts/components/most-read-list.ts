import { viewsShownFrom } from '#news/visit-statistics.ts';
import { formatNumber } from '#vietnamese/count.ts';
import { type Html, html } from '../html.ts';
import type { Link } from '../page.ts';
import { titleHtml } from './title-html.ts';

/** A link to an article, with its number of views. */
export interface MostReadLink extends Link {
  readonly views: number;
}

/** The most read articles, most read first. */
export function mostReadList(articles: readonly MostReadLink[]): Html {
  return html`<ol class="rows read-list">${articles.map(({ text, href, views }) => html`<li><a class="story" href="${href}">${titleHtml(text)}</a> ${views >= viewsShownFrom && html`<span class="meta">${formatNumber(views)} lượt xem</span>`}</li>`)}</ol>`;
}

import { type Html, html } from '../html.ts';
import type { ArticleCardProps } from './article-card.ts';
import { titleHtml } from './title-html.ts';

/** The title of a story on the front page as the link to it. */
export function storyTitle({ title, href, state }: Pick<ArticleCardProps, 'title' | 'href' | 'state'>): Html {
  return html`<h3><a class="story" href="${href}">${titleHtml(title)}</a>${state && html` <span class="state">${state}</span>`}</h3>`;
}

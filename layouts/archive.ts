import { formatNumber } from '#vietnamese/count.ts';
import { titleHtml } from './components/title-html.ts';
import type { FrameProps } from './frame-props.ts';
import { type Html, html } from './html.ts';
import type { Link } from './page.ts';

/** Years, each with its months that have articles, and how many. */
export interface ArchiveProps extends FrameProps {
  readonly years: readonly { readonly year: Link; readonly months: readonly (Link & { readonly count: number })[] }[];
}

/** The archive of all years or of one. */
export function archive(props: ArchiveProps): Html {
  return html`<h1>${titleHtml(props.title)}</h1>
${props.years.length === 0 && html`<p class="empty">Chưa có bài viết nào.</p>`}${props.years.map(({ year, months }) => html`<section class="archive-year"><h2><a href="${year.href}">${year.text}</a></h2><ul class="tags">${months.map(({ text, href, count }) => html`<li><a href="${href}">${text} <small>(${formatNumber(count)})</small></a></li>`)}</ul></section>`)}`;
}

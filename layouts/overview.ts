import { titleHtml } from './components/title-html.ts';
import type { FrameProps } from './frame-props.ts';
import { type Html, html } from './html.ts';
import type { Link } from './page.ts';

/** Props of the site map for readers. */
export interface OverviewProps extends FrameProps {
  readonly groups: readonly { readonly title: string; readonly links: readonly Link[] }[];
}

/** /so-do-trang/ */
export function overview(props: OverviewProps): Html {
  return html`<article class="article"><h1>${titleHtml(props.title)}</h1>
${props.groups.map(
  ({ title, links }) => html`<section><h2>${title}</h2>
<ul>${links.map(({ text, href, lang }) => html`<li><a href="${href}"${lang && html` lang="${lang}"`}>${text}</a></li>`)}</ul></section>\n`,
)}</article>`;
}

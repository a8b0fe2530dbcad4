import { titleHtml } from './components/title-html.ts';
import type { FrameProps } from './frame-props.ts';
import { type Html, html, trusted } from './html.ts';

/** Props of a page that is not news. */
export interface StandingPageProps extends FrameProps {
  readonly state?: string;
  /** Rendered Markdown. */
  readonly body: string;
}

/** A page that is not news: Giới thiệu, Liên hệ and the like. */
export function standingPage(props: StandingPageProps): Html {
  return html`<article class="article"><h1>${titleHtml(props.title)}</h1>
${props.state && html`<p class="meta"><strong class="state">${props.state}</strong></p>\n`}<div class="prose">
${trusted(props.body)}</div></article>`;
}

import type { FrameProps } from './frame-props.ts';
import { type Html, html } from './html.ts';
import type { Link } from './page.ts';

/** Props of the page at a former address of an article. */
export interface MovedProps extends FrameProps {
  readonly to: Link;
}

/** Links to the new address; the frame redirects to it. */
export function moved({ title, to }: MovedProps): Html {
  return html`<h1>${title}</h1>
<p>Bài này nay ở địa chỉ <a href="${to.href}">${to.text}</a>.</p>`;
}

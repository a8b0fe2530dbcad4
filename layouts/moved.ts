import type { FrameProps } from './frame-props.ts';
import { type Html, html } from './html.ts';
import type { Link } from './page.ts';

/** What stands at an address an article had before. */
export interface MovedProps extends FrameProps {
  readonly to: Link;
}

/** Sends on who comes by an old address, and says where to. */
export function moved({ title, to }: MovedProps): Html {
  return html`<h1>${title}</h1>
<p>Bài này nay ở địa chỉ <a href="${to.href}">${to.text}</a>.</p>`;
}

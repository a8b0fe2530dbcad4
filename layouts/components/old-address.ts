import { type Html, html } from '../html.ts';

/** Where the browser looks up what stood at an address before. */
export interface OldAddressProps {
  readonly script: string;
  /** What stands before every address of the site: "" or "/path". */
  readonly base: string;
  /** Into how many parts the table is cut. */
  readonly shards: number;
}

/** Sends on who asked for an old address; hidden until one was found, and without script. */
export function oldAddress({ script, base, shards }: OldAddressProps): Html {
  return html`<p class="empty" role="status" hidden data-base="${base}" data-shards="${shards}" id="da-chuyen">Trang này đã chuyển sang <a href="${base}/">địa chỉ mới</a>.</p>
<script src="${script}" type="module"></script>\n`;
}

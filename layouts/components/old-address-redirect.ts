import { type Html, html } from '../html.ts';

/** What the browser needs to look up an old address. */
export interface OldAddressRedirectProps {
  readonly script: string;
  /** The base path of the site: "" or "/path". */
  readonly base: string;
  /** Number of files the table is split into. */
  readonly shards: number;
}

/** Redirects from an old address by script; hidden until a new address is found, and without script. */
export function oldAddressRedirect({ script, base, shards }: OldAddressRedirectProps): Html {
  return html`<p class="empty" role="status" hidden data-base="${base}" data-shards="${shards}" id="da-chuyen">Trang này đã chuyển sang <a href="${base}/">địa chỉ mới</a>.</p>
<script src="${script}" type="module"></script>\n`;
}

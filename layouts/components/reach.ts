import type { SiteFrame } from '../frame-props.ts';
import { type Html, html } from '../html.ts';

/** How the organisation can be told something, in the middle of a sentence: "gọi 3731.947 hoặc viết thư tới …"; failing that, where it is. */
export function reach({ telephones: [telephone], email, address }: SiteFrame): Html {
  const ways = [
    telephone && html`gọi <a href="${telephone.href}">${telephone.text}</a>`,
    email && html`viết thư tới <a href="mailto:${email}">${email}</a>`,
  ].filter((way) => way !== undefined && way !== '');
  return ways.length > 0
    ? html`${ways.map((way, index) => html`${index > 0 && ' hoặc '}${way}`)}`
    : html`đến ${address}`;
}

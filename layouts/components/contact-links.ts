import type { SiteFrame } from '../frame-props.ts';
import { type Html, html } from '../html.ts';

/** How to contact the organisation, within a sentence: "gọi 3731.947 hoặc viết thư tới …"; without both, its address. */
export function contactLinks({ telephones: [telephone], email, address }: SiteFrame): Html {
  const links = [
    telephone && html`gọi <a href="${telephone.href}">${telephone.text}</a>`,
    email && html`viết thư tới <a href="mailto:${email}">${email}</a>`,
  ].filter((link) => link !== undefined && link !== '');
  return links.length > 0
    ? html`${links.map((link, index) => html`${index > 0 && ' hoặc '}${link}`)}`
    : html`đến ${address}`;
}

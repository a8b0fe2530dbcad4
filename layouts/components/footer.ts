import { memoizeByObject } from '#news/memoize-by-object.ts';
import type { SiteFrame } from '../frame-props.ts';
import { type Html, html } from '../html.ts';
import type { Link } from '../page.ts';

/** The details of the organisation, where missing ones are left out; links to this site, then to sister unions. */
export const footer = memoizeByObject((site: SiteFrame) => {
  const telephones = site.telephones.map(
    ({ text, href }, index) => html`${index > 0 && ' /\u00A0'}<a href="${href}">${text}</a>`,
  );
  return html`<footer class="footer"><div class="footer-inner">
<div><p class="copyright">Bản quyền thuộc ${site.copyright}</p>
<p>Địa chỉ: ${site.address}</p>
${site.licence && html`<p>${site.licence}</p>\n`}</div>
<div>${site.telephones.length > 0 && html`<p>Điện thoại: ${telephones}</p>\n`}${site.fax && html`<p>Fax: ${site.fax}</p>\n`}${site.email && html`<p>Email: <a href="mailto:${site.email}">${site.email}</a></p>\n`}${site.profiles.length > 0 && html`<p>${site.profiles.map(({ text, href }, index) => html`${index > 0 && '\u00A0/ '}<a href="${href}">${text}</a>`)}</p>\n`}${site.responsiblePerson && html`<p>Chịu trách nhiệm: ${site.responsiblePerson}</p>\n`}</div>
${list(site.links)}
${site.sisterUnions.length > 0 && html`<section class="sister-unions"><h2>Liên kết website</h2>${list(site.sisterUnions)}</section>\n`}</div></footer>`;
});

function list(links: readonly Link[]): Html {
  return html`<ul>${links.map(({ text, href, lang }) => html`<li><a href="${href}"${lang && html` lang="${lang}" hreflang="${lang}"`}>${text}</a></li>`)}</ul>`;
}

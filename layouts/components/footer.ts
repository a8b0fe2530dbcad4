import { memoizeByObject } from '#news/memoize-by-object.ts';
import type { SiteFrame } from '../frame-props.ts';
import { html } from '../html.ts';
import { linkList } from './link-list.ts';
import { sisterUnions } from './sister-unions.ts';

/** The details of the organisation, where missing ones are left out; links to this site, then to sister unions. */
export const footer = memoizeByObject((site: SiteFrame) => {
  const telephones = site.telephones.map(
    ({ text, href }, index) => html`${index > 0 && '\u00A0/ '}<a href="${href}">${text}</a>`,
  );
  return html`<footer class="footer"><div class="footer-inner">
<div><p class="copyright">Bản quyền thuộc ${site.copyright}</p>
<p>Địa chỉ: ${site.address}</p>
${site.licence && html`<p>${site.licence}</p>\n`}</div>
<div>${site.telephones.length > 0 && html`<p>Điện thoại: ${telephones}</p>\n`}${site.fax && html`<p>Fax: ${site.fax}</p>\n`}${site.email && html`<p>Email: <a href="mailto:${site.email}">${site.email}</a></p>\n`}${site.profiles.length > 0 && html`<p>${site.profiles.map(({ text, href }, index) => html`${index > 0 && '\u00A0/ '}<a href="${href}">${text}</a>`)}</p>\n`}${site.responsiblePerson && html`<p>Chịu trách nhiệm: ${site.responsiblePerson}</p>\n`}</div>
${linkList(site.links)}
${sisterUnions(site.sisterUnions)}</div></footer>`;
});

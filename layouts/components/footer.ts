import { memoizeByObject } from '#news/memoize-by-object.ts';
import type { SiteFrame } from '../frame-props.ts';
import { html } from '../html.ts';

/** The details of the organisation; missing ones are left out. */
export const footer = memoizeByObject((site: SiteFrame) => {
  const telephones = site.telephones.map(
    ({ text, href }, index) => html`${index > 0 && '/ '}<a href="${href}">${text}</a>`,
  );
  return html`<footer class="footer"><div class="footer-inner">
<div>
<p class="copyright">Bản quyền thuộc ${site.copyright}</p>
<p>Địa chỉ: ${site.address}</p>
<p>${site.telephones.length > 0 && html`Điện thoại: ${telephones} `}${site.fax && html`Fax: ${site.fax}`}${site.email && html` Email: <a href="mailto:${site.email}">${site.email}</a>`}</p>
${site.profiles.length > 0 && html`<p>${site.profiles.map(({ text, href }, index) => html`${index > 0 && ' / '}<a href="${href}">${text}</a>`)}</p>\n`}${site.licence && html`<p>${site.licence}</p>`}${site.responsiblePerson && html`<p>Chịu trách nhiệm: ${site.responsiblePerson}</p>`}
</div>
<ul>${[...site.links, ...site.sisterUnions].map(({ text, href, lang }) => html`<li><a href="${href}"${lang && html` lang="${lang}" hreflang="${lang}"`}>${text}</a></li>`)}</ul>
</div></footer>`;
});

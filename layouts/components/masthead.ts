import { memoizeByObject } from '#news/memoize-by-object.ts';
import type { SiteFrame } from '../frame-props.ts';
import { type Html, html } from '../html.ts';
import { siteLogo } from './site-logo.ts';
import { titleHtml } from './title-html.ts';

const sizes = [
  { id: 'nho', value: 'small', label: 'A−', ariaLabel: 'Chữ nhỏ' },
  { id: 'vua', value: 'normal', label: 'A', ariaLabel: 'Chữ vừa' },
  { id: 'lon', value: 'large', label: 'A+', ariaLabel: 'Chữ lớn' },
];

/** The mastheads of each frame by current menu entry: few, because most pages are in no menu. */
const mastheads = memoizeByObject((_: SiteFrame) => new Map<string | undefined, Html>());

/** The organisation's name, text size, contrast and menu; on the home page the name is the heading. */
export function masthead(site: SiteFrame, current: string | undefined, home: boolean): Html {
  if (home) return renderMasthead(site, current, home);
  const entry = [site.searchHref, ...site.menu.map(({ href }) => href)].find((href) => href === current);
  const cached = mastheads(site).get(entry);
  if (cached) return cached;
  const rendered = renderMasthead(site, entry, home);
  mastheads(site).set(entry, rendered);
  return rendered;
}

function renderMasthead(site: SiteFrame, current: string | undefined, home: boolean): Html {
  const name = html`<a class="masthead-name" href="${site.homeHref}">${siteLogo}<span>${titleHtml(site.name)}</span></a>`;
  return html`<header class="masthead">
${site.notice && html`<p class="notice">${site.notice}</p>`}
<div class="masthead-top">
${home ? html`<h1>${name}</h1>` : html`<p>${name}</p>`}
<div class="masthead-tools">${current !== site.searchHref && html`<form class="search-field" role="search" action="${site.searchHref}"><input type="search" name="q" placeholder="Tìm bài viết…" aria-label="Từ cần tìm" maxlength="200"><button type="submit">Tìm</button></form>`}
<fieldset class="text-size"><legend>Cỡ chữ</legend>${sizes.map(
    ({ id, value, label, ariaLabel }) =>
      html`<label class="choice"><input type="radio" name="co-chu" id="co-chu-${id}" value="${value}"${value === 'normal' && html` checked`} aria-label="${ariaLabel}"><span aria-hidden="true">${label}</span></label>`,
  )}</fieldset>
<label class="choice contrast"><input type="checkbox" id="tuong-phan"><span>Tương phản</span></label></div>
</div>
<nav class="menu" aria-label="Chuyên mục"><ul>${site.menu.map(
    ({ text, href }) => html`<li><a href="${href}"${href === current && html` aria-current="true"`}>${text}</a></li>`,
  )}</ul></nav>
</header>`;
}

import { memoizeByObject } from '#news/memoize-by-object.ts';
import type { SiteFrame } from '../frame-props.ts';
import { type Html, html } from '../html.ts';
import { logoPicture } from './logo-picture.ts';
import { siteLogo } from './site-logo.ts';
import { titleHtml } from './title-html.ts';

/** The name of each begins with what is seen of it (WCAG 2.5.3). */
const sizes = [
  { id: 'co-chu-nho', value: 'small', label: 'A−', spoken: 'chữ nhỏ' },
  { id: 'co-chu-vua', value: 'normal', label: 'A', spoken: 'chữ vừa' },
  { id: 'co-chu-lon', value: 'large', label: 'A+', spoken: 'chữ lớn' },
];

const magnifier = icon(html`<path d="m15.5 15.5 5 5M17 10.5a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0Z"/>`);
const barsOrCross = icon(
  html`<path class="when-closed" d="M3 6h18M3 12h18M3 18h18"/><path class="when-open" d="m5 5 14 14M19 5 5 19"/>`,
);
const halfDisc = icon(html`<circle cx="12" cy="12" r="9"/><path d="M12 3a9 9 0 0 1 0 18Z" fill="currentColor"/>`);

function icon(shapes: Html): Html {
  return html`<svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" aria-hidden="true">${shapes}</svg>`;
}

/** The mastheads of each frame by current menu entry: few, because most pages are in no menu. */
const mastheads = memoizeByObject((_: SiteFrame) => new Map<string | undefined, Html>());

/** The organisation's name, search, menu, text size and contrast; on the home page the name is the heading. */
export function masthead(site: SiteFrame, current: string | undefined, home: boolean): Html {
  if (home) return renderMasthead(site, current, home);
  const entry = [site.searchHref, ...site.menu.map(({ href }) => href)].find((href) => href === current);
  const cached = mastheads(site).get(entry);
  if (cached) return cached;
  const rendered = renderMasthead(site, entry, home);
  mastheads(site).set(entry, rendered);
  return rendered;
}

/** On narrow screens the empty `<details>` unfolds what follows it: there is one menu in the page, and no script. */
function renderMasthead(site: SiteFrame, current: string | undefined, home: boolean): Html {
  const name = html`<a class="masthead-name" href="${site.homeHref}">${site.logo ? logoPicture(site.logo) : siteLogo}<span>${titleHtml(site.name)}</span></a>`;
  return html`<header class="masthead">
<div class="masthead-top">
${home ? html`<h1>${name}</h1>` : html`<p>${name}</p>`}
${current !== site.searchHref && searchTools(site.searchHref)}<details class="tool fold"><summary>${barsOrCross}<span class="when-closed">Mục lục</span><span class="when-open">Đóng</span></summary></details>
<nav class="menu" aria-label="Các mục chính"><ul>${site.menu.map(
    ({ text, href }) => html`<li><a href="${href}"${href === current && html` aria-current="true"`}>${text}</a></li>`,
  )}</ul></nav>
<div class="reading-options"><div class="text-size" role="radiogroup" aria-label="Cỡ chữ"><span aria-hidden="true">Cỡ chữ</span>${sizes.map(
    ({ id, value, label, spoken }) =>
      html`<label class="choice"><input type="radio" name="co-chu" id="${id}" value="${value}"${value === 'normal' && html` checked`}><span>${label}<span class="spoken"> ${spoken}</span></span></label>`,
  )}</div>
<label class="choice contrast" title="Tương phản cao"><input type="checkbox" id="tuong-phan"><span>${halfDisc}<span>Tương phản cao</span></span></label></div>
</div>
${site.notice && html`<p class="notice">${site.notice}</p>`}</header>`;
}

/** A field on wide screens, on others a link to the page of the field. */
function searchTools(href: string): Html {
  return html`<form class="search-field" role="search" action="${href}"><input type="search" name="q" placeholder="Tìm bài viết, văn bản…" aria-label="Tìm bài viết, văn bản" maxlength="200"><button type="submit">${magnifier}<span class="spoken">Tìm</span></button></form>
<a class="tool" href="${href}">${magnifier}Tìm</a>
`;
}

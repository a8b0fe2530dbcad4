import { onceOfEach } from '#news/once-of-each.ts';
import type { SiteFrame } from '../frame-props.ts';
import { type Html, html } from '../html.ts';
import { headline } from './headline.ts';
import { mark } from './mark.ts';

const sizes = [
  { id: 'nho', value: 'small', shown: 'A−', spoken: 'Chữ nhỏ' },
  { id: 'vua', value: 'normal', shown: 'A', spoken: 'Chữ vừa' },
  { id: 'lon', value: 'large', shown: 'A+', spoken: 'Chữ lớn' },
];

/** Of each frame its mastheads by what is current in them: few, for most pages stand in no menu. */
const inner = onceOfEach((_: SiteFrame) => new Map<string | undefined, Html>());

/** The union's name, the text size, the contrast and the menu; on the home page the name is the heading. */
export function masthead(site: SiteFrame, current: string | undefined, home: boolean): Html {
  if (home) return print(site, current, home);
  const marked = [site.search, ...site.menu.map(({ href }) => href)].find((href) => href === current);
  const known = inner(site).get(marked);
  if (known) return known;
  const made = print(site, marked, home);
  inner(site).set(marked, made);
  return made;
}

function print(site: SiteFrame, current: string | undefined, home: boolean): Html {
  const name = html`<a class="masthead-name" href="${site.home}">${mark}<span>${headline(site.name)}</span></a>`;
  return html`<header class="masthead">
${site.notice && html`<p class="notice">${site.notice}</p>`}
<div class="masthead-top">
${home ? html`<h1>${name}</h1>` : html`<p>${name}</p>`}
<div class="masthead-tools">${current !== site.search && html`<form class="search-field" role="search" action="${site.search}"><input type="search" name="q" placeholder="Tìm bài viết…" aria-label="Từ cần tìm" maxlength="200"><button type="submit">Tìm</button></form>`}
<fieldset class="text-size"><legend>Cỡ chữ</legend>${sizes.map(
    ({ id, value, shown, spoken }) =>
      html`<label class="choice"><input type="radio" name="co-chu" id="co-chu-${id}" value="${value}"${value === 'normal' && html` checked`} aria-label="${spoken}"><span aria-hidden="true">${shown}</span></label>`,
  )}</fieldset>
<label class="choice contrast"><input type="checkbox" id="tuong-phan"><span>Tương phản</span></label></div>
</div>
<nav class="menu" aria-label="Chuyên mục"><ul>${site.menu.map(
    ({ text, href }) => html`<li><a href="${href}"${href === current && html` aria-current="true"`}>${text}</a></li>`,
  )}</ul></nav>
</header>`;
}

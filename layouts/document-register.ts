import { formatNumber } from '#vietnamese/count.ts';
import { isoDay, shortDate } from '#vietnamese/date.ts';
import { type DocumentLink, documentLinkHtml } from './components/document-link-html.ts';
import { titleHtml } from './components/title-html.ts';
import type { FrameProps } from './frame-props.ts';
import { type Html, html } from './html.ts';
import type { Link } from './page.ts';

/** A document in the register. */
export interface DocumentRow {
  readonly number: string;
  readonly date: Date;
  readonly title: string;
  readonly href: string;
  readonly type: string;
  readonly issuer: string;
  readonly inForce: boolean;
  readonly replacedBy?: DocumentLink;
  readonly state?: string;
  /** Its value in each filter. */
  readonly choices: readonly { readonly name: string; readonly value: string }[];
}

/** A filter of the register; each choice also has a page of its own. */
export interface RegisterFilter {
  readonly title: string;
  readonly name: string;
  readonly choices: readonly (Link & { readonly value: string })[];
}

/** Props of the register of documents, complete or filtered. */
export interface DocumentRegisterProps extends FrameProps {
  readonly rows: readonly DocumentRow[];
  /** The filters; only on the complete register. */
  readonly filters?: readonly RegisterFilter[];
  readonly script?: string;
}

/** /van-ban/ and its filtered pages: a table that the script filters; without script each choice is a page. */
export function documentRegister({ title, rows, filters, script }: DocumentRegisterProps): Html {
  if (rows.length === 0)
    return html`<h1>${titleHtml(title)}</h1>\n<p class="empty">Chưa có văn bản nào được đăng tại đây.</p>`;
  return html`<h1>${titleHtml(title)}</h1>
${filters && filterForm(filters)}<div class="register-count"><p role="status" data-register="count">${formatNumber(rows.length)} văn bản</p>${filters && html`<button type="button" data-register="all" hidden>Xem tất cả</button>`}</div>
<div class="register" data-register="rows"><table>
<thead><tr><th scope="col">Số, ký hiệu</th><th scope="col">Ngày ban hành</th><th scope="col">Trích yếu</th><th scope="col">Hiệu lực</th></tr></thead>
<tbody>${rows.map(tableRow)}</tbody></table></div>${script && html`\n<script src="${script}" type="module"></script>`}`;
}

function filterForm(filters: readonly RegisterFilter[]): Html {
  return html`<section data-register="filter" aria-label="Lọc văn bản" hidden><div class="search-filters">${filters.map(
    ({ title, name, choices }) =>
      html`<label>${title}<select name="${name}" autocomplete="off"><option value="">Tất cả</option>${choices.map(({ text, value }) => html`<option value="${value}">${text}</option>`)}</select></label>\n`,
  )}</div></section>
<nav class="register-parts" aria-label="Xem từng phần" data-register="parts">${filters.map(
    ({ title, choices }) =>
      html`<h2>${title}</h2><ul class="tags">${choices.map(({ text, href }) => html`<li><a href="${href}">${text}</a></li>`)}</ul>`,
  )}</nav>
`;
}

function tableRow({ number, date, title, href, type, issuer, inForce, replacedBy, state, choices }: DocumentRow): Html {
  return html`<tr${choices.map(({ name, value }) => html` data-${name}="${value}"`)}><th scope="row">${number}</th><td><time datetime="${isoDay(date)}">${shortDate(date)}</time></td><td><a class="story" href="${href}">${titleHtml(title)}</a>${state && html` <span class="state">${state}</span>`}<small>${type} · ${issuer}</small></td><td>${
    replacedBy ? html`Thay bằng ${documentLinkHtml(replacedBy)}` : inForce ? 'Còn hiệu lực' : 'Hết hiệu lực'
  }</td></tr>\n`;
}

import { isoDay, longDate, shortDate } from '#vietnamese/date.ts';
import { type AttachmentLink, attachments } from './components/attachments.ts';
import { titleHtml } from './components/title-html.ts';
import type { FrameProps } from './frame-props.ts';
import { type Html, html, trusted } from './html.ts';
import type { Link } from './page.ts';

/** A link to a document by its type and number: "Kế hoạch 12/KH-LHH" */
export interface DocumentLink extends Link {
  readonly date: Date;
}

/** Props of the page of a document. */
export interface DocumentProps extends FrameProps {
  readonly state?: string;
  readonly number: string;
  readonly type: Link;
  readonly date: Date;
  /** Href of the documents of its year. */
  readonly year: string;
  readonly issuer: string;
  readonly inForce: boolean;
  readonly replacedBy?: DocumentLink;
  readonly replaces: readonly DocumentLink[];
  /** Rendered Markdown; empty where there is no summary. */
  readonly body: string;
  readonly files: readonly AttachmentLink[];
}

/** The page of one document. */
export function document(props: DocumentProps): Html {
  const { type, date, replaces } = props;
  return html`<article class="article"><h1>${titleHtml(props.title)}</h1>
${props.state && html`<p class="meta"><strong class="state">${props.state}</strong></p>\n`}<dl class="facts">
<dt>Số, ký hiệu</dt><dd>${props.number}</dd>
<dt>Loại văn bản</dt><dd><a href="${type.href}">${type.text}</a></dd>
<dt>Ngày ban hành</dt><dd><a href="${props.year}"><time datetime="${isoDay(date)}">${longDate(date)}</time></a></dd>
<dt>Cơ quan ban hành</dt><dd>${props.issuer}</dd>
<dt>Hiệu lực</dt><dd>${validity(props)}</dd>
${replaces.length > 0 && html`<dt>Thay thế</dt>${replaces.map((other) => html`<dd>${datedLink(other)}</dd>`)}\n`}</dl>
${props.body && html`<div class="prose">\n${trusted(props.body)}</div>\n`}${
  attachments(props.files, 'Tệp văn bản') || html`<p class="empty">Trang chưa có tệp của văn bản này.</p>`
}</article>`;
}

function validity({ inForce, replacedBy }: DocumentProps): Html {
  if (replacedBy) return html`Đã được thay bằng ${datedLink(replacedBy)}`;
  return html`${inForce ? 'Còn hiệu lực' : 'Hết hiệu lực'}`;
}

function datedLink({ text, href, date }: DocumentLink): Html {
  return html`<a href="${href}">${text}</a> ngày <time datetime="${isoDay(date)}">${shortDate(date)}</time>`;
}

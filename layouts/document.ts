import { isoDay, shortDate } from '#vietnamese/date.ts';
import type { AttachmentLink } from './components/attachments.ts';
import { type DocumentLink, documentLinkHtml } from './components/document-link-html.ts';
import { facts } from './components/facts.ts';
import { titleHtml } from './components/title-html.ts';
import type { FrameProps } from './frame-props.ts';
import { type Html, html, trusted } from './html.ts';
import type { Link } from './page.ts';

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
  /** The file that most readers come for; absent where the document has no file. */
  readonly mainFile?: AttachmentLink;
  readonly otherFiles: readonly AttachmentLink[];
}

/** The page of one document. */
export function document(props: DocumentProps): Html {
  return html`<article class="article"><h1>${titleHtml(props.title)}</h1>
${props.state && html`<p class="meta"><strong class="state">${props.state}</strong></p>\n`}${record(props)}
${props.mainFile ? download(props.mainFile) : html`<p class="empty">Trang chưa có tệp của văn bản này.</p>\n`}${
  props.otherFiles.length > 0 && html`<ul class="rows files">${props.otherFiles.map(fileRow)}</ul>\n`
}${props.body && html`<div class="prose">\n${trusted(props.body)}</div>\n`}</article>`;
}

function record({ number, type, date, year, issuer, replaces, ...validityProps }: DocumentProps): Html {
  return facts([
    { name: 'Số, ký hiệu', value: number, className: 'main-fact' },
    {
      name: 'Ngày ban hành',
      value: html`<a href="${year}"><time datetime="${isoDay(date)}">${shortDate(date)}</time></a>`,
    },
    { name: 'Loại văn bản', value: html`<a href="${type.href}">${type.text}</a>` },
    { name: 'Cơ quan ban hành', value: issuer },
    { name: 'Hiệu lực', value: validity(validityProps) },
    ...replaces.map((other) => ({ name: 'Thay thế', value: datedLink(other) })),
  ]);
}

function download({ text, href, type, size }: AttachmentLink): Html {
  return html`<p><a class="button download" href="${href}" download>${text} <small>(${type}, ${size})</small></a></p>\n`;
}

function fileRow({ text, href, type, size }: AttachmentLink): Html {
  return html`<li><a class="story" href="${href}" download>${text}</a> <small>(${type}, ${size})</small></li>\n`;
}

function validity({ inForce, replacedBy }: Pick<DocumentProps, 'inForce' | 'replacedBy'>): Html | string {
  if (replacedBy) return html`Đã được thay bằng ${datedLink(replacedBy)}`;
  return inForce ? 'Còn hiệu lực' : 'Hết hiệu lực';
}

function datedLink(link: DocumentLink): Html {
  return html`${documentLinkHtml(link)} ngày\u00A0<time datetime="${isoDay(link.date)}">${shortDate(link.date)}</time>`;
}

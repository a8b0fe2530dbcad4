import { viewsShownFrom } from '#news/visit-statistics.ts';
import { dateTimeLabel, isoDay, isoInstant, longDate } from '#vietnamese/date.ts';
import { type AttachmentLink, attachments } from './components/attachments.ts';
import { factLine } from './components/fact-line.ts';
import { figure, type PictureProps } from './components/picture.ts';
import { sourceLine } from './components/source-line.ts';
import { tableOfContents } from './components/table-of-contents.ts';
import { titleHtml } from './components/title-html.ts';
import type { FrameProps } from './frame-props.ts';
import { type Html, html, trusted } from './html.ts';
import type { Link } from './page.ts';

/** Props of the page of an article. */
export interface ArticleProps extends FrameProps {
  readonly category: Link;
  readonly date: Date;
  readonly author: Link;
  readonly readingMinutes: number;
  readonly state?: string;
  /** Rendered Markdown, inline. */
  readonly lead: string;
  readonly cover?: PictureProps;
  /** The sections of a long article; empty for a short one. */
  readonly tableOfContents: readonly Link[];
  /** Rendered Markdown. */
  readonly body: string;
  readonly correction?: { readonly date: Date; readonly text: string };
  readonly source?: { readonly name: string; readonly url?: string };
  readonly attachments: readonly AttachmentLink[];
  /** The attachments follow the lead, not the text. */
  readonly attachmentsFirst: boolean;
  readonly tags: readonly Link[];
  readonly older?: Link;
  readonly newer?: Link;
  readonly related: readonly (Link & { readonly date: Date })[];
  readonly shareLinks: readonly Link[];
  /** How to report an error in the article; empty when the organisation has no telephone and no e-mail. */
  readonly reportLinks: readonly Link[];
}

/** The page of one article. */
export function article(props: ArticleProps): Html {
  const { category, date, author, correction, attachmentsFirst } = props;
  const files = attachments(props.attachments);
  return html`<article class="article">
<header>
<p class="category"><a href="${category.href}">${category.text}</a></p>
<h1>${titleHtml(props.title)}</h1>
${correction && html`<p class="correction">Cập nhật <time datetime="${isoInstant(correction.date)}">${dateTimeLabel(correction.date)}</time>: ${correction.text}</p>\n`}</header>
${factLine([
  props.state && html`<strong class="state">${props.state}</strong>`,
  html`<time datetime="${isoDay(date)}">${longDate(date)}</time>`,
  html`Tác giả: <a href="${author.href}">${author.text}</a>`,
  html`<time datetime="PT${props.readingMinutes}M">${props.readingMinutes} phút đọc</time>`,
  html`<span class="article-tools"><span></span><a href="#chia-se">Chia sẻ</a></span>`,
  props.site.statisticsHref && html`<data data-count="views" data-from="${viewsShownFrom}" value="">— lượt xem</data>`,
])}
${props.lead && html`<p class="lead">${trusted(props.lead)}</p>`}
${attachmentsFirst && files}${props.cover && figure(props.cover)}
${tableOfContents(props.tableOfContents)}<div class="prose">
${trusted(props.body)}</div>
${sourceLine(props.source)}<p class="signature">Tác giả: ${author.text}</p>
${!attachmentsFirst && files}${props.tags.length > 0 && html`<ul class="tags" aria-label="Thẻ">${props.tags.map(({ text, href }) => html`<li><a href="${href}">${text}</a></li>`)}</ul>\n`}</article>
${shareRow(props)}${props.reportLinks.length > 0 && html`<p class="meta report">Báo lỗi bài này: ${props.reportLinks.map(({ text, href }, index) => html`${index > 0 && ' hoặc '}<a href="${href}">${text}</a>`)}</p>\n`}<p class="printed-from">Bài đăng tại ${props.canonical}</p>
${neighbours(props)}${props.related.length > 0 && html`<section class="block related"><h2>Bài liên quan</h2><ul class="rows">${props.related.map(({ text, href, date: published }) => html`<li><a class="story" href="${href}">${titleHtml(text)}</a> <time class="meta" datetime="${isoDay(published)}">${longDate(published)}</time></li>`)}</ul></section>`}`;
}

/** The empty places are for what needs a script (assets/js/share-places.ts). */
function shareRow({ shareLinks }: ArticleProps): Html {
  return html`<section class="share" id="chia-se" aria-label="Chia sẻ bài này"><ul><li></li>${shareLinks.map(({ text, href }) => html`<li><a href="${href}" rel="noopener nofollow">${text}</a></li>`)}<li></li><li></li></ul></section>
`;
}

function neighbours({ older, newer }: ArticleProps): Html | undefined {
  if (!older && !newer) return undefined;
  return html`<nav class="rows neighbours" aria-label="Bài liền kề">${older && html`<p><span>Bài trước</span> <a class="story" rel="prev" href="${older.href}">${titleHtml(older.text)}</a></p>`}${newer && html`<p><span>Bài sau</span> <a class="story" rel="next" href="${newer.href}">${titleHtml(newer.text)}</a></p>`}</nav>
`;
}

import { isoDay, longDate } from '#vietnamese/date.ts';
import { factLine } from './components/fact-line.ts';
import { titleHtml } from './components/title-html.ts';
import type { FrameProps } from './frame-props.ts';
import { type Html, html, trusted } from './html.ts';

/** Props of the page of a question. */
export interface QuestionProps extends FrameProps {
  readonly date: Date;
  readonly state?: string;
  readonly asker?: string;
  readonly text?: string;
  /** `html` is rendered Markdown. */
  readonly answer?: { readonly by: string; readonly date: Date; readonly html: string };
}

/** The page of one question. */
export function question(props: QuestionProps): Html {
  const { answer } = props;
  return html`<article class="article"><h1>${titleHtml(props.title)}</h1>
${factLine([
  props.state && html`<strong class="state">${props.state}</strong>`,
  props.asker && html`${props.asker} hỏi`,
  html`<time datetime="${isoDay(props.date)}">${longDate(props.date)}</time>`,
])}
${props.text && html`<p class="lead">${props.text}</p>\n`}${
  answer
    ? html`<h2>Trả lời</h2>
<div class="prose">
${trusted(answer.html)}</div>
<p class="signature">${answer.by}, <time datetime="${isoDay(answer.date)}">${longDate(answer.date)}</time></p>`
    : html`<p class="empty">Câu hỏi đang chờ trả lời.</p>`
}</article>`;
}

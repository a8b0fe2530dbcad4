import { isoDay, longDate } from '#vietnamese/date.ts';
import { titleHtml } from './components/title-html.ts';
import type { FrameProps } from './frame-props.ts';
import { type Html, html } from './html.ts';

/** Props of the notice in place of a withdrawn article. */
export interface WithdrawnNoticeProps extends FrameProps {
  readonly article: string;
  readonly published: Date;
  readonly date: Date;
  readonly reason: string;
}

/** The notice that an article was withdrawn, with date and reason. */
export function withdrawnNotice({ title, article, published, date, reason }: WithdrawnNoticeProps): Html {
  return html`<article class="article"><h1>${titleHtml(title)}</h1>
<p>Bài “${article}”, đăng <time datetime="${isoDay(published)}">${longDate(published)}</time>, đã được gỡ <time datetime="${isoDay(date)}">${longDate(date)}</time>.</p>
<p>Lý do: ${reason}</p></article>`;
}

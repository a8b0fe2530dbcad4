import { dateTimeLabel } from '#vietnamese/date.ts';
import type { ArticleProps } from '../article.ts';
import { attachments } from '../components/attachments.ts';
import { figure } from '../components/picture.ts';
import { sourceLine } from '../components/source-line.ts';
import { type Html, html, trusted } from '../html.ts';

/** The parts of an article that feeds contain; all URLs absolute. */
export type FeedContentProps = Pick<ArticleProps, 'lead' | 'cover' | 'body' | 'correction' | 'source' | 'attachments'>;

/** The full text of an article for a feed, in the order of its page. */
export function feedContent({ correction, ...props }: FeedContentProps): Html {
  return html`${correction && html`<p>Cập nhật ${dateTimeLabel(correction.date)}: ${correction.text}</p>`}${props.lead && html`<p>${trusted(props.lead)}</p>`}${props.cover && figure(props.cover)}${trusted(props.body)}${sourceLine(props.source)}${attachments(props.attachments)}`;
}

import { whenever } from '#vietnamese/date.ts';
import type { ArticleProps } from '../article.ts';
import { attachments } from '../components/attachments.ts';
import { figure } from '../components/picture.ts';
import { sourceLine } from '../components/source-line.ts';
import { type Html, html, trusted } from '../html.ts';

/** Of an article, what its readers read wherever they read it; all addresses absolute. */
export type FullTextProps = Pick<ArticleProps, 'lead' | 'cover' | 'body' | 'correction' | 'source' | 'attachments'>;

/** An article as a feed holds it, in the order of its page. */
export function fullText({ correction, ...props }: FullTextProps): Html {
  return html`${correction && html`<p>Cập nhật ${whenever(correction.date)}: ${correction.text}</p>`}<p>${trusted(props.lead)}</p>${props.cover && figure(props.cover)}${trusted(props.body)}${sourceLine(props.source)}${attachments(props.attachments)}`;
}

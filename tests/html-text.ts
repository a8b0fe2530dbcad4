import { DomUtils, parseDocument } from 'htmlparser2';

/** The text of HTML, as a reader sees it. */
export function htmlText(html: string): string {
  return DomUtils.textContent(parseDocument(html));
}

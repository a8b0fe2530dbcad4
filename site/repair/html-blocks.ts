import type { ParsedBody } from '#site/markdown/parse-body.ts';
import { closedNames, type HtmlPart, htmlParts } from './html-tags.ts';

/** A block of HTML: where it is written, and its parts. */
export interface HtmlBlock {
  readonly html: string;
  readonly offset: number;
  readonly parts: readonly HtmlPart[];
}

/** The blocks of HTML of a body. */
export function htmlBlocks({ text, tokens, lineStarts }: ParsedBody): HtmlBlock[] {
  const closed = closedNames(text);
  return tokens.flatMap(({ type, map }) => {
    if (type !== 'html_block') return [];
    const [first = 0, end = 0] = map ?? [];
    const offset = lineStarts[first] ?? 0;
    const html = text.slice(offset, lineStarts[end] ?? text.length).trimEnd();
    return [{ html, offset, parts: htmlParts(html, closed) }];
  });
}

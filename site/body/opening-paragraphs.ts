import type { Body } from '#news/body.ts';
import { markdownParser, plainText } from '#site/markdown/markdown.ts';
import { readMarkdown } from '#site/read/read-markdown.ts';
import { curlyQuotes } from '#vietnamese/curly-quotes.ts';

const parser = markdownParser();

/** The plain text of the first paragraphs of a body, without headings, lists, tables and pictures. */
export function openingParagraphs(body: Body, count: number): string[] {
  const tokens = parser.parse(readMarkdown(body), {});
  return tokens
    .filter((_, index) => tokens[index - 1]?.type === 'paragraph_open' && tokens[index - 1]?.level === 0)
    .map((inline) => curlyQuotes(plainText(inline)))
    .filter((text) => text !== '')
    .slice(0, count);
}

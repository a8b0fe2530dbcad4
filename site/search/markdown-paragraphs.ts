import { type MarkdownToken, markdownParser, plainText } from '#site/markdown/markdown.ts';

const parser = markdownParser();

/** The plain text of a Markdown body, one string for each paragraph, heading, list item and table cell. */
export function markdownParagraphs(markdown: string): string[] {
  return parser
    .parse(markdown, {})
    .map(textOf)
    .filter((text) => text !== '');
}

function textOf(token: MarkdownToken): string {
  if (token.type === 'inline') return plainText(token);
  if (token.type === 'fence' || token.type === 'code_block') return collapseWhitespace(token.content);
  if (token.type === 'html_block')
    return collapseWhitespace(parser.utils.unescapeAll(token.content.replace(/<[^>]*>/g, ' ')));
  return '';
}

function collapseWhitespace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

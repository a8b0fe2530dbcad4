import { bodyParser, plainText, type Token } from '#site/markdown/markdown.ts';

const parser = bodyParser();

/** The words of a Markdown body as readers see them, a line for each paragraph, heading, item and cell. */
export function paragraphs(markdown: string): string[] {
  return parser
    .parse(markdown, {})
    .map(textOf)
    .filter((text) => text !== '');
}

function textOf(token: Token): string {
  if (token.type === 'inline') return plainText(token);
  if (token.type === 'fence' || token.type === 'code_block') return folded(token.content);
  if (token.type === 'html_block') return folded(parser.utils.unescapeAll(token.content.replace(/<[^>]*>/g, ' ')));
  return '';
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

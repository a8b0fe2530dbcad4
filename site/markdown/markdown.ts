import MarkdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { slug } from '#vietnamese/slug.ts';
import { readPictureBlocks } from './picture-blocks.ts';

type Parser = InstanceType<typeof MarkdownIt>;

/** A piece of parsed Markdown. */
export type Token = ReturnType<Parser['parse']>[number];

/** A parser of bodies: CommonMark with tables, strikethrough, notes ("[^1]") and picture blocks; raw HTML is let through for the allow-list. */
export function bodyParser(): Parser {
  const parser = new MarkdownIt({ html: true, linkify: false, typographer: false })
    .use(footnotes)
    .use(readPictureBlocks);
  parser.inline.ruler.disable('footnote_inline');
  return parser;
}

/** What a reader sees of a piece of inline Markdown, white space folded. */
export function plainText(inline: Token | undefined): string {
  return (inline?.children ?? [])
    .map(({ type, content }) => (type === 'text' || type === 'code_inline' ? content : /break$/.test(type) ? ' ' : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether a body opens with a paragraph of words, which can be its lead. */
export function beginsWithText(tokens: readonly Token[]): boolean {
  return tokens[0]?.type === 'paragraph_open' && plainText(tokens[1]) !== '';
}

/** The id of every heading, by its token: "muc-ket-qua", the second time "muc-ket-qua-2". */
export function headingIds(tokens: readonly Token[]): Map<Token, string> {
  const ids = new Map<Token, string>();
  const seen = new Map<string, number>();
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'heading_open') continue;
    const id = `muc-${slug(plainText(tokens[index + 1])) || 'khong-ten'}`;
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    ids.set(token, times === 1 ? id : `${id}-${times}`);
  }
  return ids;
}

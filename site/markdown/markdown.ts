import MarkdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { slug } from '#vietnamese/slug.ts';
import { pictureBlocksPlugin } from './picture-blocks.ts';

type Parser = InstanceType<typeof MarkdownIt>;

/** A token of parsed Markdown. */
export type MarkdownToken = ReturnType<Parser['parse']>[number];

/**
 * A parser for bodies: CommonMark with tables, strikethrough, footnotes ("[^1]"), picture blocks and bare https://
 * addresses as links. Raw HTML passes through to the allow-list.
 */
export function markdownParser(): Parser {
  const parser = new MarkdownIt({ html: true, linkify: true, typographer: false })
    .use(footnotes)
    .use(pictureBlocksPlugin);
  parser.inline.ruler.disable('footnote_inline');
  // Only complete addresses: "abc.vn" may be a name, and what ends a sentence may look like a domain.
  parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  // What comes before "://" is found where it stands; this rule searches every text once more.
  parser.core.ruler.disable('linkify');
  for (const schema of ['ftp:', 'mailto:', '//']) parser.linkify.add(schema, null);
  return parser;
}

/** The visible text of an inline token, white space collapsed. */
export function plainText(inline: MarkdownToken | undefined): string {
  return (inline?.children ?? [])
    .map(({ type, content }) => (type === 'text' || type === 'code_inline' ? content : /break$/.test(type) ? ' ' : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether a body begins with a paragraph of text, which can be its lead. */
export function startsWithParagraph(tokens: readonly MarkdownToken[]): boolean {
  return tokens[0]?.type === 'paragraph_open' && plainText(tokens[1]) !== '';
}

/** The id of each heading, by its token: "muc-ket-qua", for the second such heading "muc-ket-qua-2". */
export function headingIds(
  tokens: readonly MarkdownToken[],
  textOf: (inline: MarkdownToken | undefined) => string = plainText,
): Map<MarkdownToken, string> {
  const ids = new Map<MarkdownToken, string>();
  const counts = new Map<string, number>();
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'heading_open') continue;
    const id = `muc-${slug(textOf(tokens[index + 1])) || 'khong-ten'}`;
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    ids.set(token, count === 1 ? id : `${id}-${count}`);
  }
  return ids;
}

import { cellRanges } from './cell-ranges.ts';
import { type InlinePart, inlineParts, type SourceRange } from './inline-parts.ts';
import { type MarkdownToken, markdownParser } from './markdown.ts';

/** A parsed body: its tokens, and where each of them is written. */
export interface ParsedBody {
  readonly text: string;
  readonly lines: readonly string[];
  /** The offset of each line in the text. */
  readonly lineStarts: readonly number[];
  readonly tokens: readonly MarkdownToken[];
  readonly inlines: readonly InlineInBody[];
  /** The tokens before markdown-it moves the footnotes to the end. */
  readonly tokensInOrder: readonly MarkdownToken[];
  /** The labels of the link definitions, as markdown-it compares them. */
  readonly definedLabels: ReadonlySet<string>;
}

/** The inline content of a paragraph, a heading or a cell of a table. */
export interface InlineInBody {
  readonly token: MarkdownToken;
  /** The tokens that contain it, the outermost first. */
  readonly parents: readonly MarkdownToken[];
  /** Its lines, without the indentation and the markers of what contains them. */
  readonly ranges: readonly SourceRange[];
  /** Where each of its child tokens is written. */
  readonly parts: () => readonly InlinePart[];
}

interface ParserEnvironment extends Record<PropertyKey, unknown> {
  tokensInOrder?: MarkdownToken[];
}

const parser = markdownParser();
parser.core.ruler.before('footnote_tail', 'tokens_in_order', ({ env, tokens }) => {
  (env as ParserEnvironment).tokensInOrder = [...tokens];
});

/** Parses the Markdown of a body. */
export function parseBody(text: string): ParsedBody {
  const env: ParserEnvironment = {};
  const tokens = parser.parse(text, env);
  const tokensInOrder = env.tokensInOrder ?? tokens;
  const { references = {} } = env as { references?: object };
  const lines = text.split('\n');
  const lineStarts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    lineStarts.push(offset);
    offset += line.length + 1;
  }
  return {
    ...{ text, lines, lineStarts, tokens, tokensInOrder },
    inlines: inlinesOf(text, lines, lineStarts, tokensInOrder),
    definedLabels: new Set(Object.keys(references)),
  };
}

function inlinesOf(
  text: string,
  lines: readonly string[],
  lineStarts: readonly number[],
  tokens: readonly MarkdownToken[],
): InlineInBody[] {
  const inlines: InlineInBody[] = [];
  const parents: MarkdownToken[] = [];
  let row: { readonly cells: readonly SourceRange[]; next: number } | undefined;
  for (const token of tokens) {
    if (token.nesting === 1) parents.push(token);
    else if (token.nesting === -1) parents.pop();
    if (token.type === 'tr_open') {
      const line = token.map?.[0] ?? 0;
      const text = lines[line] ?? '';
      const indent = /^[\s>]*/.exec(text)?.[0].length ?? 0;
      row = { cells: cellRanges(text.slice(indent), (lineStarts[line] ?? 0) + indent), next: 0 };
    } else if (token.type === 'tr_close') row = undefined;
    if (token.type !== 'inline') continue;
    const ranges = row ? [row.cells[row.next++] ?? emptyRange] : lineRanges(token, lines, lineStarts);
    let parts: readonly InlinePart[] | undefined;
    inlines.push({
      ...{ token, ranges, parents: [...parents] },
      parts: () => (parts ??= inlineParts(parser, token.children ?? [], text, ranges)),
    });
  }
  return inlines;
}

const emptyRange: SourceRange = { start: 0, end: 0 };

/** Where the lines of an inline token are written. */
function lineRanges(
  { content, map }: MarkdownToken,
  lines: readonly string[],
  lineStarts: readonly number[],
): SourceRange[] {
  const first = map?.[0] ?? 0;
  return content.split('\n').map((part, index) => {
    const line = lines[first + index] ?? '';
    const [start, length] = locateContent(line, part);
    const offset = (lineStarts[first + index] ?? 0) + start;
    return { start: offset, end: offset + length };
  });
}

/** Where the content of a line begins, after the markers and the indentation of the blocks that contain it; its length. */
function locateContent(line: string, content: string): [start: number, length: number] {
  if (line.endsWith(content)) return [line.length - content.length, content.length];
  const trimmed = line.trimEnd();
  if (trimmed.endsWith(content)) return [trimmed.length - content.length, content.length];
  // A tab that belongs to a list only in part is parsed as spaces.
  const text = content.trim();
  return [Math.max(line.indexOf(text), 0), text.length];
}

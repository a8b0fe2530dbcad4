import { formulaRanges } from '#site/markdown/formulas.ts';
import type { InlinePart, SourceRange } from '#site/markdown/inline-parts.ts';
import type { MarkdownToken } from '#site/markdown/markdown.ts';
import { normaliseLabel } from '#site/markdown/normalise-label.ts';
import type { InlineInBody, ParsedBody } from '#site/markdown/parse-body.ts';
import { pictureBlockOf } from '#site/markdown/picture-blocks.ts';

/** Replaces each character of a body that is not prose: code, addresses, HTML. */
export const maskChar = '\uFFFC';

/** What becomes of the characters of a body. */
export interface TextCoverage {
  /** The body with everything but prose masked, character by character, so that offsets and lines stay the same. */
  readonly prose: string;
  /** Letters and digits that are neither printed nor part of an address, a mark or HTML. */
  readonly lost: readonly SourceRange[];
  /** Definitions of addresses that no link uses. */
  readonly unusedDefinitions: readonly SourceRange[];
}

const [unknown, hidden, printed] = [0, 1, 2];

/** Finds out which characters of a body readers see as text. */
export function textCoverage(body: ParsedBody): TextCoverage {
  const { text, tokens, inlines } = body;
  const kinds = new Uint8Array(text.length);
  const lineRange = (from: number, to: number): SourceRange => ({
    start: body.lineStarts[from] ?? text.length,
    end: body.lineStarts[to] ?? text.length,
  });
  for (const token of tokens) {
    const [first, end] = token.map ?? [0, 0];
    const block = pictureBlockOf(token);
    if (/^(fence|code_block|html_block)$/.test(token.type)) fill(kinds, lineRange(first, end), hidden);
    if (token.type === 'fence' && hasWords(token.info)) fill(kinds, infoRange(body, token), unknown);
    // An unclosed block is printed as text.
    if (block?.closed) for (const line of [first, end - 1]) fill(kinds, lineRange(line, line + 1), hidden);
    else if (block) fill(kinds, lineRange(first, first + 1), hidden);
  }
  const usedLabels = new Set<string>();
  for (const inline of inlines) coverInline(text, inline, kinds, usedLabels);
  hideBareAddresses(text, kinds);
  for (const range of formulaRanges(text)) fill(kinds, range, hidden);
  return { prose: maskHidden(text, kinds), ...lostRanges(body, kinds, usedLabels) };
}

/** Whether the line that opens a block of code says more than the language and the options of a program: Vietnamese. */
function hasWords(info: string): boolean {
  const [first = '', ...others] = info.trim().split(/\s+/);
  const words = /^[\w+#.{:,-]+$/.test(first) ? others : [first, ...others];
  return words.some((word) => /(?!\p{ASCII})\p{L}/u.test(word) && !/[{}[\]=:]/.test(word));
}

function infoRange({ lines, lineStarts }: ParsedBody, { map, info }: MarkdownToken): SourceRange {
  const line = map?.[0] ?? 0;
  const start = (lineStarts[line] ?? 0) + (lines[line] ?? '').lastIndexOf(info.trim());
  return { start, end: start + info.trim().length };
}

function fill(kinds: Uint8Array, { start, end }: SourceRange, kind: number): void {
  kinds.fill(kind, start, end);
}

function coverInline(text: string, inline: InlineInBody, kinds: Uint8Array, usedLabels: Set<string>): void {
  const { token, ranges, parts } = inline;
  const isPlain =
    !/[\\&]/.test(token.content) &&
    token.children?.every(
      ({ type, markup }) => /^(text|softbreak|(strong|em)_(open|close))$/.test(type) && markup !== 'linkify',
    );
  if (isPlain) for (const range of ranges) fill(kinds, range, printed);
  else for (const part of parts()) coverPart(text, part, kinds, usedLabels);
}

function coverPart(text: string, part: InlinePart, kinds: Uint8Array, usedLabels: Set<string>): void {
  const { token, characters, address, title, description } = part;
  if (characters) {
    fill(kinds, part, hidden);
    for (const [index, offset] of characters.entries())
      if (text[offset] === token.content[index] || text[offset] === '\\') kinds[offset] = printed;
    return;
  }
  const label = token.meta?.['label'];
  if (typeof label === 'string' && token.type !== 'footnote_ref') usedLabels.add(label);
  if (/^(code_inline|html_inline|image|link_close|footnote_ref)$/.test(token.type)) fill(kinds, part, hidden);
  for (const inner of description ?? []) coverPart(text, inner, kinds, usedLabels);
  if (title) fill(kinds, title, printed);
  // An e-mail address or a telephone number is text for the rules about personal data.
  if (address && /^(mailto|tel):/i.test(text.slice(address.start, address.end))) fill(kinds, address, printed);
}

function hideBareAddresses(text: string, kinds: Uint8Array): void {
  if (!/https?:\/\/|www\./i.test(text)) return;
  for (const { 0: found, index } of text.matchAll(/(?:https?:\/\/|www\.)[^\s)>]+/gi))
    fill(kinds, { start: index, end: index + found.length }, hidden);
}

function maskHidden(text: string, kinds: Uint8Array): string {
  let prose = '';
  let position = 0;
  for (let start = kinds.indexOf(hidden); start >= 0; start = kinds.indexOf(hidden, position)) {
    prose += text.slice(position, start);
    position = start;
    while (kinds[position] === hidden) position++;
    prose += text.slice(start, position).replace(/[^\n]/g, maskChar);
  }
  return prose + text.slice(position);
}

/** What may stand before the text of a line: the markers of quotations, lists, headings and footnotes. */
const marker = /^(?:[\s>|]|\d{1,9}[.)]|[-+*]|#{1,6}|\[\^[^\]\s]+\]:)*/;

function lostRanges(
  body: ParsedBody,
  kinds: Uint8Array,
  usedLabels: ReadonlySet<string>,
): Pick<TextCoverage, 'lost' | 'unusedDefinitions'> {
  const lost: SourceRange[] = [];
  const unusedDefinitions: SourceRange[] = [];
  for (const [index, line] of body.lines.entries()) {
    const start = body.lineStarts[index] ?? 0;
    const uncovered = uncoveredRange(body.text, kinds, start, start + line.length);
    if (!uncovered || uncovered.end <= start + (marker.exec(line)?.[0].length ?? 0)) continue;
    const [, label = ''] = /^[\s>]*\[((?:[^[\]\\]|\\.)+)\]:/.exec(line) ?? [];
    const normalised = normaliseLabel(label);
    if (usedLabels.has(normalised) || isContinuedDefinition(body.lines, index)) continue;
    (body.definedLabels.has(normalised) ? unusedDefinitions : lost).push(uncovered);
  }
  return { lost, unusedDefinitions };
}

/** The range from the first to the last letter or digit of a line that is neither printed nor hidden. */
function uncoveredRange(text: string, kinds: Uint8Array, from: number, to: number): SourceRange | undefined {
  let start = -1;
  let end = -1;
  for (let offset = from; offset < to; offset++) {
    if (kinds[offset] !== unknown || !/[\p{L}\p{N}]/u.test(text[offset] ?? '')) continue;
    if (start < 0) start = offset;
    end = offset + 1;
  }
  return start < 0 ? undefined : { start, end };
}

/** Whether a line is the title of a definition in the line above. */
function isContinuedDefinition(lines: readonly string[], index: number): boolean {
  return /^\s*["'(].*["')]\s*$/.test(lines[index] ?? '') && /^[\s>]*\[[^\]]+\]:/.test(lines[index - 1] ?? '');
}

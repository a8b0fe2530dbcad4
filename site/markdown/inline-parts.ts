import type MarkdownIt from 'markdown-it';

type Parser = InstanceType<typeof MarkdownIt>;
type Token = ReturnType<Parser['parse']>[number];

/** A range of a text: from the offset `start` up to the offset `end`. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}

/** Where a token inside an inline token is written. */
export interface InlinePart extends SourceRange {
  readonly token: Token;
  /** Of text: the offset of each of its characters. */
  readonly characters?: readonly number[];
  /** Of a picture and of the end of a link: the address, without brackets around it. */
  readonly address?: SourceRange;
  /** Of a picture and of the end of a link: the text in quotes after the address. */
  readonly title?: SourceRange;
  /** Of a picture: the parts of its description. */
  readonly description?: readonly InlinePart[];
}

/**
 * Where the tokens inside an inline token are written, for which markdown-it gives no positions: every token has one
 * form in the source, and they follow each other. `ranges` are the lines of the inline token.
 */
export function inlineParts(
  parser: Parser,
  tokens: readonly Token[],
  text: string,
  ranges: readonly SourceRange[],
): InlinePart[] {
  const source = ranges.map(({ start, end }) => text.slice(start, end)).join('\n');
  return new InlineAligner(parser, source, offsetMap(ranges)).parts(tokens);
}

/** Maps an offset in the joined lines to the offset in the text. */
function offsetMap(ranges: readonly SourceRange[]): (position: number) => number {
  const [first] = ranges;
  if (ranges.length <= 1) return (position) => (first?.start ?? 0) + position;
  const starts: number[] = [];
  let next = 0;
  for (const { start, end } of ranges) {
    starts.push(next);
    next += end - start + 1;
  }
  return (position) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return (ranges[low]?.start ?? 0) + position - (starts[low] ?? 0);
  };
}

function lengthWithoutStars(address: string): number {
  let length = address.length;
  while (address[length - 1] === '*') length--;
  return length;
}

const entity = /&(?:#x[a-f0-9]{1,6}|#[0-9]{1,7}|[a-z][a-z0-9]{1,31});/iy;
const punctuation = /[!-/:-@[-`{-~]/;

class InlineAligner {
  #position = 0;
  readonly #parser: Parser;
  readonly #source: string;
  readonly #toOffset: (position: number) => number;

  constructor(parser: Parser, source: string, toOffset: (position: number) => number) {
    this.#parser = parser;
    this.#source = source;
    this.#toOffset = toOffset;
  }

  parts(tokens: readonly Token[]): InlinePart[] {
    const links: Token[] = [];
    return tokens.map((token) => {
      const from = this.#position;
      const details = this.#pass(token, links);
      return { token, ...this.#range(from, this.#position), ...details };
    });
  }

  #range(start: number, end: number): SourceRange {
    return { start: this.#toOffset(start), end: this.#toOffset(end) };
  }

  /** Moves behind a token. */
  #pass(token: Token, links: Token[]): Partial<InlinePart> {
    switch (token.type) {
      case 'text':
        return { characters: this.#passText(token, links.at(-1)) };
      case 'code_inline':
        this.#passCode(token.markup);
        return {};
      case 'softbreak':
      case 'hardbreak':
        this.#passBreak();
        return {};
      case 'link_open':
        links.push(token);
        if (token.markup !== 'linkify') this.#position++;
        return {};
      case 'link_close': {
        const open = links.pop();
        if (open?.markup === 'linkify') return {};
        this.#position++;
        return open?.markup === 'autolink' ? {} : this.#passTarget(open?.meta?.['label'] !== undefined);
      }
      case 'image': {
        this.#position += 2;
        const description = this.parts(token.children ?? []);
        this.#position++;
        return { description, ...this.#passTarget(token.meta?.['label'] !== undefined) };
      }
      case 'html_inline':
        this.#position += token.content.length;
        return {};
      case 'footnote_ref':
        this.#position += String(token.meta?.['label'] ?? '').length + 3;
        return {};
      default:
        if (token.markup) this.#position += token.markup.length;
        return {};
    }
  }

  #passText({ content }: Token, link: Token | undefined): number[] {
    if (link?.markup === 'linkify') return this.#passBareAddress(content);
    const characters: number[] = [];
    while (characters.length < content.length && this.#position < this.#source.length) {
      const [length, printed] = this.#nextCharacter();
      for (let index = 0; index < printed; index++) characters.push(this.#toOffset(this.#position));
      this.#position += length;
    }
    return characters;
  }

  /** The length of the next character as written and as printed. */
  #nextCharacter(): [length: number, printed: number] {
    const source = this.#source;
    const position = this.#position;
    if (source[position] === '\\' && punctuation.test(source[position + 1] ?? '')) return [2, 1];
    if (source[position] !== '&') return [1, 1];
    entity.lastIndex = position;
    const [found] = entity.exec(source) ?? [];
    const printed = found ? this.#parser.utils.unescapeAll(found) : '';
    return found && printed !== found ? [found.length, printed.length] : [1, 1];
  }

  /** An address without brackets is printed decoded: its characters have no places of their own. */
  #passBareAddress(content: string): number[] {
    const start = this.#toOffset(this.#position);
    const { raw } = this.#parser.linkify.matchAtStart(this.#source.slice(this.#position)) ?? { raw: content };
    this.#position += lengthWithoutStars(raw);
    return Array.from(content, () => start);
  }

  #passCode(ticks: string): void {
    let end = this.#position + ticks.length;
    for (const { 0: run, index } of this.#source.slice(end).matchAll(/`+/g))
      if (run.length === ticks.length) {
        end += index;
        break;
      }
    this.#position = end + ticks.length;
  }

  #passBreak(): void {
    const end = this.#source.indexOf('\n', this.#position);
    this.#position = end < 0 ? this.#source.length : end + 1;
    while (/[ \t]/.test(this.#source[this.#position] ?? '')) this.#position++;
  }

  /** Moves behind what follows the "]" of a link: "(address "title")", "[label]" or nothing. */
  #passTarget(isReference: boolean): Partial<InlinePart> {
    const source = this.#source;
    const { parseLinkDestination, parseLinkTitle } = this.#parser.helpers;
    if (isReference) {
      if (source[this.#position] === '[') this.#position = source.indexOf(']', this.#position) + 1;
      return {};
    }
    this.#position++;
    this.#passSpace();
    const from = this.#position;
    const destination = parseLinkDestination(source, from, source.length);
    if (destination.ok) this.#position = destination.pos;
    const bracketed = source[from] === '<' ? 1 : 0;
    const address = this.#range(from + bracketed, this.#position - bracketed);
    this.#passSpace();
    const titleStart = this.#position;
    const title = parseLinkTitle(source, titleStart, source.length);
    if (title.ok) this.#position = title.pos;
    const titleRange = title.ok && this.#range(titleStart + 1, this.#position - 1);
    this.#passSpace();
    this.#position++;
    return { address, ...(titleRange && { title: titleRange }) };
  }

  #passSpace(): void {
    while (/\s/.test(this.#source[this.#position] ?? '')) this.#position++;
  }
}

import { replaceLines, selectedLines, type TextEdit, type TextLine, type TextSelection } from './text-edit.ts';

/** The mark of Markdown at both ends: of bold, of italics. */
export type EmphasisMark = '**' | '*';

/** Where the content of an emphasis begins and ends in a text, without its marks. */
interface Emphasis {
  readonly start: number;
  readonly end: number;
}

/**
 * Makes a selection bold or italic, or takes that off; without a selection the marks for what is typed next, or out of
 * them at their end. Several lines are marked one by one, since no emphasis reaches over a blank line.
 */
export function toggleEmphasis(selection: TextSelection, mark: EmphasisMark): TextEdit | undefined {
  const { text, start, end } = selection;
  const lines = selectedLines(selection);
  const [line] = lines;
  if (lines.length > 1) return toggleLines(selection, lines, mark);
  if (!line) return undefined;
  if (isBetweenMarks(selection, mark)) return unmarked(selection, { start, end }, mark);
  const found = emphasisAround(selection, line, mark);
  if (start === end && found?.end === end) return moveTo(end + mark.length);
  if (found) return unmarked(selection, found, mark);
  const content = trimmed(text, start, end);
  return {
    ...{ from: content.start, to: content.end, insert: mark + text.slice(content.start, content.end) + mark },
    selectStart: content.start + mark.length,
    selectEnd: content.end + mark.length,
  };
}

/** Whether a selection within one line is bold or italic. */
export function hasEmphasis(selection: TextSelection, mark: EmphasisMark): boolean {
  const [line, another] = selectedLines(selection);
  return line !== undefined && !another && emphasisAround(selection, line, mark) !== undefined;
}

function moveTo(at: number): TextEdit {
  return { from: at, to: at, insert: '', selectStart: at, selectEnd: at };
}

function unmarked({ text, start, end }: TextSelection, found: Emphasis, mark: EmphasisMark): TextEdit {
  const from = found.start - mark.length;
  const inside = (at: number) => Math.min(Math.max(at, found.start), found.end) - mark.length;
  return {
    ...{ from, to: found.end + mark.length, insert: text.slice(found.start, found.end) },
    ...{ selectStart: inside(start), selectEnd: inside(end) },
  };
}

/** The emphasis that a selection stands in, or consists of. */
function emphasisAround({ start, end }: TextSelection, line: TextLine, mark: EmphasisMark): Emphasis | undefined {
  const isCaret = start === end;
  return emphases(line, mark).find((each) => {
    const outer = isCaret ? 0 : mark.length;
    return each.start - outer <= start && end <= each.end + outer;
  });
}

/** The emphases of a line. A run of three signs is a mark of both kinds. */
function emphases({ start, text }: TextLine, mark: EmphasisMark): Emphasis[] {
  const found: Emphasis[] = [];
  let open: number | undefined;
  for (const { 0: signs, index } of text.matchAll(/(?<![\\*])\*+/g)) {
    if (signs.length !== 3 && signs.length !== mark.length) continue;
    const end = index + signs.length;
    if (open !== undefined && !/\s/.test(text[index - 1] ?? ' ')) {
      found.push({ start: start + open, end: start + index });
      open = undefined;
    } else if (!/\s/.test(text[end] ?? ' ')) open = end;
  }
  return found;
}

/** Whether the caret stands between two marks without text, which this command has just written. */
function isBetweenMarks({ text, start, end }: TextSelection, mark: EmphasisMark): boolean {
  const signs = /\**$/.exec(text.slice(Math.max(0, start - 5), start))?.[0] + (/^\**/.exec(text.slice(end))?.[0] ?? '');
  return start === end && signs === mark + mark && text.endsWith(mark, start);
}

/** A line after its marks of a heading or an item, and without spaces at its ends. */
function lineContent({ start, text }: TextLine): Emphasis {
  const prefix = /^\s*(?:(?:[-*+]|\d{1,9}[.)]|#{1,6}|>)\s+)*/.exec(text)?.[0].length ?? 0;
  return { start: start + prefix, end: start + Math.max(prefix, text.trimEnd().length) };
}

/** Lines with the mark, or without it where all have it; lines of tables and pictures stay. */
function toggleLines(selection: TextSelection, lines: readonly TextLine[], mark: EmphasisMark): TextEdit | undefined {
  const { text } = selection;
  const contents = lines
    .map((line) => ({ line, content: lineContent(line) }))
    .filter(({ line, content }) => content.start < content.end && !/^\s*(?:\||:::|!\[|\[\^)/.test(line.text));
  const wholeOf = ({ line, content }: (typeof contents)[number]) =>
    emphases(line, mark).find(
      (each) => each.start - mark.length === content.start && each.end + mark.length === content.end,
    );
  const takesOff = contents.length > 0 && contents.every((each) => wholeOf(each));
  const replaced = lines.map((line) => {
    const found = contents.find((each) => each.line === line);
    if (!found || (!takesOff && wholeOf(found))) return line.text;
    const { content } = found;
    const inner = text.slice(content.start, content.end);
    const changed = takesOff ? inner.slice(mark.length, -mark.length) : mark + inner + mark;
    return text.slice(line.start, content.start) + changed + text.slice(content.end, line.start + line.text.length);
  });
  return replaceLines(selection, lines, replaced);
}

/** A selection without the spaces at its ends, which no mark may touch. */
function trimmed(text: string, start: number, end: number): Emphasis {
  const selected = text.slice(start, end);
  const from = start + (selected.length - selected.trimStart().length);
  return selected.trim() === '' ? { start, end: start } : { start: from, end: from + selected.trim().length };
}

/** A text and what is selected in it, as a textarea gives them. */
export interface TextSelection {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A replacement of a part of a text, and what is selected after it. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly selectStart: number;
  readonly selectEnd: number;
}

/** A line of a text without its line break; `start` is its offset. */
export interface TextLine {
  readonly start: number;
  readonly text: string;
}

/** The lines that a selection touches; a line of which only the start is selected does not count. */
export function selectedLines({ text, start, end }: TextSelection): readonly TextLine[] {
  const first = text.lastIndexOf('\n', start - 1) + 1;
  const last = end > start && text[end - 1] === '\n' ? end - 1 : end;
  const nextBreak = text.indexOf('\n', last);
  let offset = first;
  return text
    .slice(first, nextBreak < 0 ? undefined : nextBreak)
    .split('\n')
    .map((line) => {
      const at = offset;
      offset += line.length + 1;
      return { start: at, text: line };
    });
}

/** The line before a line; undefined before the first. */
export function lineBefore(text: string, { start }: TextLine): TextLine | undefined {
  if (start === 0) return undefined;
  const from = text.lastIndexOf('\n', start - 2) + 1;
  return { start: from, text: text.slice(from, start - 1) };
}

/** Replaces lines that follow each other: a caret keeps its place in its line, a selection covers them all. */
export function replaceLines(
  selection: TextSelection,
  lines: readonly TextLine[],
  replacements: readonly string[],
): TextEdit | undefined {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) return undefined;
  const insert = replacements.join('\n');
  const [from, to] = [first.start, last.start + last.text.length];
  if (selection.start < selection.end) return { from, to, insert, selectStart: from, selectEnd: from + insert.length };
  const fromEnd = last.text.length - (selection.end - last.start);
  const caret = from + Math.max(0, insert.length - fromEnd);
  return { from, to, insert, selectStart: caret, selectEnd: caret };
}

/** The text that an edit makes. */
export function editedText(text: string, { from, to, insert }: TextEdit): string {
  return text.slice(0, from) + insert + text.slice(to);
}

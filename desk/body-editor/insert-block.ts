import { selectedLines, type TextEdit, type TextSelection } from './text-edit.ts';

/** Puts Markdown in place of a selection, with the caret behind it: words into their line, blocks between blank lines. */
export function insertMarkdown(selection: TextSelection, markdown: string): TextEdit {
  const { start, end } = selection;
  if (isBlock(markdown)) return betweenBlankLines(selection, markdown);
  const caret = start + markdown.length;
  return { from: start, to: end, insert: markdown, selectStart: caret, selectEnd: caret };
}

/** Whether Markdown is more than words of one paragraph. */
function isBlock(markdown: string): boolean {
  return /\n\n|^(?:#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|>|\||:::|!\[|```)/m.test(markdown);
}

/**
 * Puts a block below the paragraph, the list or the table of the caret, which it would break in two. The caret is then
 * below the block, where the text goes on, or at the end of it.
 */
export function insertBelow(
  { text, start, end }: TextSelection,
  block: string,
  caretGoes: 'below' | 'to its end' = 'below',
): TextEdit {
  const isOnBlankLine = selectedLines({ text, start: end, end }).every((line) => line.text.trim() === '');
  const blankLine = /\n[ \t]*(?=\n|$)/.exec(text.slice(end));
  const place = isOnBlankLine && start === end ? end : blankLine ? end + blankLine.index : text.length;
  const edit = betweenBlankLines({ text, start: place, end: place }, block);
  if (caretGoes === 'to its end') return edit;
  const insert = edit.to === text.length ? `${edit.insert}\n\n` : edit.insert;
  const caret = edit.from + insert.length;
  return { ...edit, insert, selectStart: caret, selectEnd: caret };
}

/** Blank lines around a block, with those that are there already. */
function betweenBlankLines({ text, start, end }: TextSelection, block: string): TextEdit {
  const before = text.slice(0, start).trimEnd();
  // The indent of the next line stays.
  const after = text.slice(end).replace(/^\s*\n|^[ \t]+/, '');
  const [gapBefore, gapAfter] = [before === '' ? '' : '\n\n', after.trim() === '' ? '' : '\n\n'];
  const caret = before.length + gapBefore.length + block.length;
  const to = after.trim() === '' ? text.length : text.length - after.length;
  return { from: before.length, to, insert: gapBefore + block + gapAfter, selectStart: caret, selectEnd: caret };
}

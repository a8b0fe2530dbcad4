import { replaceLines, selectedLines, type TextEdit, type TextSelection } from './text-edit.ts';

/** The level of a heading in a body: "##" or "###". */
export type HeadingLevel = 2 | 3;

const headingMark = /^ {0,3}(#{1,6})(?:[ \t]+|$)/;

/** Makes lines headings of a level, or plain lines where all are. Bold is taken off a line that is wholly bold. */
export function toggleHeading(selection: TextSelection, level: HeadingLevel): TextEdit | undefined {
  const lines = selectedLines(selection);
  const written = lines.filter(({ text }) => text.trim() !== '');
  const mark = `${'#'.repeat(level)} `;
  const takesOff = written.length > 0 && written.every(({ text }) => headingLevel(text) === level);
  const replaced = lines.map(({ text }) => {
    if (text.trim() === '' && lines.length > 1) return text;
    const plain = text.replace(headingMark, '');
    return takesOff ? plain : mark + plain.trimStart().replace(/^\*\*([^*]+)\*\*$/, '$1');
  });
  return replaceLines(selection, lines, replaced);
}

/** Whether the first selected line is a heading of a level. */
export function isHeadingLine(selection: TextSelection, level: HeadingLevel): boolean {
  return headingLevel(selectedLines(selection)[0]?.text ?? '') === level;
}

function headingLevel(line: string): number | undefined {
  return headingMark.exec(line)?.[1]?.length;
}

import { listItem } from './list-item.ts';
import { lineBefore, replaceLines, selectedLines, type TextEdit, type TextSelection } from './text-edit.ts';

/** Whether the items of a list have numbers. */
export type ListKind = 'bulleted' | 'numbered';

/** Signs that other programs put before an item. */
const typedBullet = /^(\s*)[•·▪●–—]\s*/;

/** Makes lines the items of a list, or plain lines where all are; a list of the other kind is changed into this one. */
export function toggleList(selection: TextSelection, kind: ListKind): TextEdit | undefined {
  const lines = selectedLines(selection);
  const [first] = lines;
  if (!first) return undefined;
  const isCounted = (text: string) => text.trim() !== '' || lines.length === 1;
  const takesOff = lines.every(({ text }) => !isCounted(text) || kindOf(text) === kind);
  const above = listItem(lineBefore(selection.text, first)?.text ?? '');
  let number = above?.number ?? 0;
  const replaced = lines.map(({ text }) => {
    if (!isCounted(text)) return text;
    const { indent, content } = listItem(text) ?? plainParts(text);
    if (takesOff) return indent + content;
    if (indent === '') number++;
    const mark = kind === 'bulleted' ? '-' : `${indent === '' ? number : 1}.`;
    return `${indent}${mark} ${content}`;
  });
  return replaceLines(selection, lines, replaced);
}

/** The kind of list whose item the first selected line is. */
export function listKindAt(selection: TextSelection): ListKind | undefined {
  return kindOf(selectedLines(selection)[0]?.text ?? '');
}

function kindOf(line: string): ListKind | undefined {
  const item = listItem(line);
  return item && (item.number === undefined ? 'bulleted' : 'numbered');
}

/** A line that is no item yet; what is indented by hand is no item below another. */
function plainParts(line: string): { readonly indent: string; readonly content: string } {
  return { indent: '', content: line.replace(typedBullet, '').trimStart() };
}

import { editedText, type TextEdit, type TextSelection } from '#desk/body-editor/text-edit.ts';

/** A text and its selection, written as "a ⟦b⟧ c", or with a caret as "a ‸b". */
export function selectionIn(marked: string): TextSelection {
  const start = marked.search(/[⟦‸]/);
  const end = marked.includes('‸') ? start : marked.indexOf('⟧') - 1;
  if (start < 0 || end < start) throw new Error(`no selection in ${marked}`);
  return { text: marked.replace(/[⟦⟧‸]/g, ''), start, end };
}

/** What a command makes of a marked text, marked in the same way; undefined if it does nothing. */
export function afterEdit(
  marked: string,
  edit: (selection: TextSelection) => TextEdit | undefined,
): string | undefined {
  const selection = selectionIn(marked);
  const made = edit(selection);
  if (!made) return undefined;
  const text = editedText(selection.text, made);
  const { selectStart, selectEnd } = made;
  return selectStart === selectEnd
    ? `${text.slice(0, selectStart)}‸${text.slice(selectStart)}`
    : `${text.slice(0, selectStart)}⟦${text.slice(selectStart, selectEnd)}⟧${text.slice(selectEnd)}`;
}

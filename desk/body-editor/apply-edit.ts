import type { TextEdit, TextSelection } from './text-edit.ts';

/** What a textarea holds and what is selected in it. */
export function selectionOf({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): TextSelection {
  return { text: value, start: selectionStart, end: selectionEnd };
}

/** Applies an edit as if it were typed, so that the undo of the browser takes it back in one step. */
export function applyEdit(area: HTMLTextAreaElement, edit: TextEdit | undefined): void {
  if (!edit) return;
  const { from, to, insert, selectStart, selectEnd } = edit;
  area.focus({ preventScroll: true });
  if (area.value.slice(from, to) !== insert) {
    area.setSelectionRange(from, to);
    // Obsolete in the standard, yet all browsers have it, and nothing else writes to the history of undo.
    const isDone = insert === '' ? document.execCommand('delete') : document.execCommand('insertText', false, insert);
    if (!isDone) {
      area.setRangeText(insert, from, to, 'end');
      area.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
    }
  }
  area.setSelectionRange(selectStart, selectEnd);
}

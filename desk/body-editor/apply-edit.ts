import { editedText, type TextEdit, type TextSelection } from './text-edit.ts';

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
    const isDone = (insert.length > longText && insertLong(area, edit)) || insertShort(insert);
    if (!isDone) {
      area.setRangeText(insert, from, to, 'end');
      area.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
    }
  }
  area.setSelectionRange(selectStart, selectEnd);
}

/** In characters: from here on Chromium takes seconds to insert text, by the square of its lines. */
const longText = 4000;

/** The commands are obsolete in the standard, yet all browsers have them, and nothing else can be taken back. */
function insertShort(text: string): boolean {
  return text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
}

/** Inserts text as HTML, which is fast; false, with nothing changed, where a browser does something else with it. */
function insertLong(area: HTMLTextAreaElement, edit: TextEdit): boolean {
  const before = area.value;
  const escaped = document.createElement('div');
  escaped.textContent = edit.insert;
  const isDone = document.execCommand('insertHTML', false, escaped.innerHTML);
  if (area.value === editedText(before, edit)) return isDone;
  if (area.value !== before) area.value = before;
  area.setSelectionRange(edit.from, edit.to);
  return false;
}

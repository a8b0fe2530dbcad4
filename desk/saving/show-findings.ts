import type { FileFinding } from '../check/check-file.ts';
import { controlOf, fieldOfKey, scrollToField } from './field-of-key.ts';

const panelClass = 'desk-findings';
const fieldClass = 'desk-field-finding';

/** What findings are shown with. */
export interface ShownCheck {
  readonly findings: readonly FileFinding[];
  /** The labels of the form by key. */
  readonly labels: ReadonlyMap<string, string>;
  /** The 1-based line of the file on which its body begins. */
  readonly bodyLine: number;
  /** Makes the edits that the findings offer. */
  readonly repair: () => void;
}

/** Shows findings at their fields and together in a panel, which leads to them. */
export function showFindings({ findings, labels, bodyLine, repair }: ShownCheck): void {
  clearFindings();
  for (const found of findings.toReversed())
    showAtField(found.key === undefined ? undefined : fieldOfKey(found.key), found, lineInBody(found, bodyLine));
  const panel = document.createElement('aside');
  panel.className = panelClass;
  panel.setAttribute('aria-label', 'Kết quả kiểm tra bài');
  const errors = findings.filter(({ level }) => level === 'error').length;
  const heading = document.createElement('h2');
  heading.textContent = [errors && `${errors} lỗi`, findings.length - errors && `${findings.length - errors} lưu ý`]
    .filter(Boolean)
    .join(', ');
  const list = document.createElement('ol');
  const errorsFirst = findings.toSorted((a, b) => Number(b.level === 'error') - Number(a.level === 'error'));
  list.append(...errorsFirst.map((found) => listItem(found, lineInBody(found, bodyLine), labels)));
  const repairable = findings.filter(({ edits }) => edits !== undefined).length;
  const buttons = document.createElement('p');
  // An item with an error is not saved, and its repairs would be lost.
  const canBeSaved = findings.every(({ level, edits }) => level !== 'error' || edits !== undefined);
  if (repairable > 0 && canBeSaved) buttons.append(button(`Sửa giúp ${repairable} chỗ rồi lưu`, repair));
  buttons.append(button('Đóng', clearFindings));
  panel.append(heading, list, buttons);
  document.body.append(panel);
}

/** Removes what showFindings shows. */
export function clearFindings(): void {
  for (const shown of document.querySelectorAll(`.${panelClass}, .${fieldClass}`)) shown.remove();
}

/** Removes the findings of an item as soon as another page of the desk is open. */
export function clearFindingsOnLeaving(): void {
  window.addEventListener('hashchange', ({ oldURL, newURL }) => {
    // A new item gets its address when it is saved.
    const isSameItem = oldURL.endsWith('/new') && newURL.startsWith(oldURL.replace(/new$/, 'entries/'));
    if (!isSameItem) clearFindings();
  });
}

function showAtField(field: Element | undefined, found: FileFinding, line: number | undefined): void {
  field?.querySelector('header')?.after(message(found, line));
}

function message({ level, wrong, remedy }: FileFinding, line: number | undefined): HTMLElement {
  const text = document.createElement('p');
  text.className = fieldClass;
  text.dataset['level'] = level;
  text.setAttribute('role', level === 'error' ? 'alert' : 'note');
  text.textContent = `${level === 'error' ? 'Lỗi' : 'Lưu ý'}${inLine(line)}: ${wrong} · ${remedy}`;
  return text;
}

function listItem(found: FileFinding, line: number | undefined, labels: ShownCheck['labels']): HTMLElement {
  const item = document.createElement('li');
  const { key, wrong, remedy } = found;
  const label = key === undefined ? undefined : labels.get(key);
  const text = `${label ? `${label}${inLine(line)}: ` : ''}${wrong} · ${remedy}`;
  if (key === undefined) item.textContent = text;
  else
    item.append(
      button(text, async () => {
        const field = await scrollToField(key);
        if (!field) return;
        if (!field.querySelector(`.${fieldClass}`)) showAtField(field, found, line);
        focusField(field, line);
      }),
    );
  item.dataset['level'] = found.level;
  return item;
}

function inLine(line: number | undefined): string {
  return line === undefined ? '' : `, dòng ${line}`;
}

/** The line of the body that a finding is about. */
function lineInBody({ key, line }: FileFinding, bodyLine: number): number | undefined {
  return key === 'body' && line >= bodyLine ? line - bodyLine + 1 : undefined;
}

/** Puts the focus into a field, and selects a line of its text. */
function focusField(field: Element, line: number | undefined): void {
  const control = controlOf(field);
  control?.focus();
  if (!(control instanceof HTMLTextAreaElement) || line === undefined) return;
  const lines = control.value.split('\n');
  const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  control.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
}

function button(text: string, onClick: () => void): HTMLButtonElement {
  const made = Object.assign(document.createElement('button'), { type: 'button', textContent: text });
  made.className = 'desk-button';
  made.addEventListener('click', onClick);
  return made;
}

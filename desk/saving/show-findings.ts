import type { FileFinding } from '../check/check-file.ts';

const panelClass = 'desk-findings';
const fieldClass = 'desk-field-finding';

/** Shows findings at their fields and together in a panel, which leads to them; `repair` makes the edits that they offer. */
export function showFindings(findings: readonly FileFinding[], repair: () => void): void {
  clearFindings();
  for (const found of findings) fieldOf(found)?.querySelector('header')?.after(message(found));
  const panel = document.createElement('aside');
  panel.className = panelClass;
  panel.setAttribute('aria-label', 'Kết quả kiểm tra bài');
  const errors = findings.filter(({ level }) => level === 'error').length;
  const heading = document.createElement('h2');
  heading.textContent = [errors && `${errors} lỗi`, findings.length - errors && `${findings.length - errors} lưu ý`]
    .filter(Boolean)
    .join(', ');
  const list = document.createElement('ol');
  list.append(...findings.map(listItem));
  const repairable = findings.filter(({ edits }) => edits !== undefined).length;
  const buttons = document.createElement('p');
  if (repairable > 0) buttons.append(button(`Sửa giúp ${repairable} chỗ rồi lưu`, repair));
  buttons.append(button('Đóng', clearFindings));
  panel.append(heading, list, buttons);
  document.body.append(panel);
}

/** Removes what showFindings shows. */
export function clearFindings(): void {
  for (const shown of document.querySelectorAll(`.${panelClass}, .${fieldClass}`)) shown.remove();
}

function message({ level, wrong, remedy }: FileFinding): HTMLElement {
  const text = document.createElement('p');
  text.className = fieldClass;
  text.dataset['level'] = level;
  text.setAttribute('role', level === 'error' ? 'alert' : 'note');
  text.textContent = `${level === 'error' ? 'Lỗi' : 'Lưu ý'}: ${wrong} · ${remedy}`;
  return text;
}

function listItem(found: FileFinding): HTMLElement {
  const item = document.createElement('li');
  const field = fieldOf(found);
  const name = field?.querySelector('h4')?.textContent;
  const text = `${name ? `${name}: ` : ''}${found.wrong} · ${found.remedy}`;
  if (field) item.append(button(text, () => focusField(field)));
  else item.textContent = text;
  item.dataset['level'] = found.level;
  return item;
}

function focusField(field: Element): void {
  field.scrollIntoView({ block: 'center' });
  field.querySelector<HTMLElement>('textarea, input, [role=radio], button')?.focus();
}

/** The part of the form where a finding belongs. */
function fieldOf({ key }: FileFinding): Element | undefined {
  if (key === undefined) return undefined;
  const shownKey = ['draft', 'withdrawn', 'withdrawnReason'].includes(key) ? 'status' : key;
  return document.querySelector(`[data-key-path="${CSS.escape(shownKey)}"]`) ?? undefined;
}

function button(text: string, onClick: () => void): HTMLButtonElement {
  const made = Object.assign(document.createElement('button'), { type: 'button', textContent: text });
  made.className = 'desk-button';
  made.addEventListener('click', onClick);
  return made;
}

/** Two versions of an item. */
export interface Versions {
  /** As another editor has saved it meanwhile. */
  readonly stored: string;
  readonly mine: string;
}

/** Shows both versions side by side, the lines that differ marked, and asks whether to save one's own over the other. */
export function confirmOverwriting({ stored, mine }: Versions): Promise<boolean> {
  const dialog = document.createElement('dialog');
  dialog.className = 'desk-dialog desk-versions';
  dialog.setAttribute('aria-labelledby', 'desk-versions-title');
  const heading = Object.assign(document.createElement('h2'), {
    id: 'desk-versions-title',
    textContent: 'Người khác vừa sửa bài này',
  });
  const explanation = Object.assign(document.createElement('p'), {
    textContent:
      'Từ lúc bạn mở bài, tệp đã có người lưu khác đi. Chỗ khác nhau được tô nền. Chép phần cần giữ từ bản kia sang bài của bạn rồi hãy lưu.',
  });
  const columns = document.createElement('div');
  columns.append(
    version('Bản người khác đã lưu', stored, new Set(mine.split('\n'))),
    version('Bản của bạn', mine, new Set(stored.split('\n'))),
  );
  const form = Object.assign(document.createElement('form'), { method: 'dialog' });
  for (const [text, value] of [
    ['Quay lại bài, chưa lưu', ''],
    ['Lưu bản của tôi, bỏ bản kia', 'mine'],
  ] as const)
    form.append(
      Object.assign(document.createElement('button'), { textContent: text, value, className: 'desk-button' }),
    );
  dialog.append(heading, explanation, columns, form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'mine');
    });
  });
}

function version(title: string, text: string, linesOfOther: ReadonlySet<string>): HTMLElement {
  const section = document.createElement('section');
  const shown = document.createElement('pre');
  shown.tabIndex = 0;
  shown.setAttribute('aria-label', title);
  for (const line of text.split('\n')) {
    const element = document.createElement(linesOfOther.has(line) ? 'span' : 'mark');
    element.textContent = `${line}\n`;
    shown.append(element);
  }
  section.append(Object.assign(document.createElement('h3'), { textContent: title }), shown);
  return section;
}

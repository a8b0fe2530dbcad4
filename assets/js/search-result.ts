import type { Result } from '#search/answer.ts';
import type { Piece } from '#search/excerpt.ts';

function withMarks(element: HTMLElement, pieces: readonly Piece[]): HTMLElement {
  for (const { text, marked } of pieces) {
    if (!marked) {
      element.append(text);
      continue;
    }
    const mark = document.createElement('mark');
    mark.textContent = text;
    element.append(mark);
  }
  return element;
}

/** A result as an item of a list: its title leads to it. */
export function resultItem({ title, text, address, category, day }: Result, base: string): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = base + address;
  const meta = document.createElement('p');
  meta.className = 'meta';
  meta.textContent = [category, day?.split('-').reverse().join('/')].filter((each) => each).join(' · ');
  item.append(withMarks(link, title));
  if (meta.textContent) item.append(meta);
  item.append(withMarks(document.createElement('p'), text));
  return item;
}

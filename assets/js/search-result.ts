import type { Result } from '#search/answer.ts';
import type { Piece } from '#search/excerpt.ts';

function appendMarked(element: HTMLElement, pieces: readonly Piece[]): HTMLElement {
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

/** A list item for a search result, with its title as link. */
export function resultItem({ title, text, address, category, day }: Result, base: string): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = base + address;
  const meta = document.createElement('p');
  meta.className = 'meta';
  meta.textContent = [category, day?.split('-').reverse().join('/')].filter((text) => text).join(' · ');
  item.append(appendMarked(link, title));
  if (meta.textContent) item.append(meta);
  item.append(appendMarked(document.createElement('p'), text));
  return item;
}

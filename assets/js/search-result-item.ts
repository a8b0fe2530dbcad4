import type { ExcerptPiece } from '#search/excerpt.ts';
import type { SearchResult } from '#search/run-search.ts';

function appendMarked(element: HTMLElement, pieces: readonly ExcerptPiece[]): HTMLElement {
  for (const { text, highlighted } of pieces) {
    if (!highlighted) {
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
export function searchResultItem({ title, text, address, category, day }: SearchResult, base: string): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.className = 'story';
  link.href = base + address;
  const meta = document.createElement('p');
  meta.className = 'meta fact-line';
  for (const text of [category, day?.split('-').reverse().join('/')]) {
    if (!text) continue;
    const fact = document.createElement('span');
    fact.textContent = text;
    meta.append(fact, ' ');
  }
  item.append(appendMarked(link, title));
  if (meta.firstChild) item.append(meta);
  item.append(appendMarked(document.createElement('p'), text));
  return item;
}

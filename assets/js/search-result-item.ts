import type { ExcerptPiece } from '#search/excerpt.ts';
import type { SearchAnswer } from './search-notes.ts';

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
export function searchResultItem(result: SearchAnswer['results'][number], base: string): HTMLElement {
  const { title, text, address, category, day, note } = result;
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
  if (note) {
    const told = document.createElement('p');
    told.className = 'search-note';
    told.textContent = note;
    item.append(told);
  }
  item.append(appendMarked(link, title));
  if (meta.firstChild) item.append(meta);
  item.append(appendMarked(document.createElement('p'), text));
  return item;
}

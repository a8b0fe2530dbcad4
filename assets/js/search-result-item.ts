import type { ExcerptPiece } from '#search/excerpt.ts';
import type { ShownResult } from './search-answer.ts';

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
export function searchResultItem(result: ShownResult, base: string): HTMLElement {
  const { title, text, address, facts, note } = result;
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.className = 'story';
  link.href = base + address;
  if (note) item.append(paragraph('search-note', note));
  item.append(appendMarked(link, title));
  const meta = paragraph('meta fact-line');
  for (const text of facts) {
    const fact = document.createElement('span');
    fact.append(text);
    meta.append(fact, ' ');
  }
  if (meta.firstChild) item.append(meta);
  item.append(appendMarked(document.createElement('p'), text));
  return item;
}

function paragraph(className: string, ...content: (Node | string)[]): HTMLElement {
  const element = document.createElement('p');
  element.className = className;
  element.append(...content);
  return element;
}

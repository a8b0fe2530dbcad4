import type { SpokenPart } from './spoken-parts.ts';

const name = 'being-read';

/** Marks the sentence that is read, or none; where a browser cannot mark a part of a text, its whole paragraph. */
export function markSentence(part: SpokenPart | undefined): void {
  if ('highlights' in CSS) {
    if (part) CSS.highlights.set(name, new Highlight(part.range));
    else CSS.highlights.delete(name);
    return;
  }
  for (const marked of document.getElementsByClassName(name)) marked.classList.remove(name);
  part?.block.classList.add(name);
}

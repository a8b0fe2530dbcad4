import type { SpokenSentence } from './spoken-sentences.ts';

const highlightName = 'being-read';

/** Highlights the sentence being read, or none; without the CSS Custom Highlight API its whole block. */
export function markSentence(sentence: SpokenSentence | undefined): void {
  if ('highlights' in CSS) {
    if (sentence) CSS.highlights.set(highlightName, new Highlight(sentence.range));
    else CSS.highlights.delete(highlightName);
    return;
  }
  for (const marked of document.getElementsByClassName(highlightName)) marked.classList.remove(highlightName);
  sentence?.block.classList.add(highlightName);
}

import { noBreak } from '#vietnamese/no-break.ts';
import { unbreakableParts } from '#vietnamese/unbreakable-parts.ts';
import { type Html, html } from '../html.ts';

/** The characters of a title from which on it is set one size smaller. */
const longTitle = 91;

/** The characters of a word up to which it stays on one line: the narrowest column with unbroken words holds as many. */
const longestWord = 17;

/** A title whose lines never break inside a two-syllable word, a date or a quantity. */
export function titleHtml(title: string): Html {
  const words = html`${unbreakableParts(noBreak(title)).map((part, index) => [
    index > 0 && ' ',
    part.includes(' ') && part.length <= longestWord ? html`<span class="word">${part}</span>` : part,
  ])}`;
  return title.length < longTitle ? words : html`<span class="long">${words}</span>`;
}

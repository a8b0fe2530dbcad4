import type { Entry } from '#search/entry.ts';
import { fold } from '#vietnamese/fold.ts';
import { randomNumbers } from '../fixtures/random-numbers.ts';

/** Queries of one to four words that follow each other in an entry, every third without marks: the same for the same seed. */
export function seededQueries(entries: readonly Entry[], count: number, seed = 7): string[] {
  const random = randomNumbers(seed);
  const pick = <Item>(list: readonly Item[]) => list[Math.floor(random() * list.length)] as Item;
  return Array.from({ length: count }, (_, number) => {
    const { title, lead, body } = pick(entries);
    const sentence = pick([title, lead, body].flatMap((text) => text.split(/[.\n]/)).filter((text) => text.trim()));
    const words = sentence.match(/[\p{L}\p{N}]+/gu) ?? [];
    const length = 1 + (number % 4);
    const start = Math.floor(random() * Math.max(1, words.length - length));
    const typed = words.slice(start, start + length).join(' ');
    return number % 3 === 0 ? fold(typed) : typed;
  });
}

import type { SearchEntry } from '#search/search-entry.ts';
import { fold } from '#vietnamese/fold.ts';
import { seededRandom } from '../fixtures/seeded-random.ts';

/** Queries of one to four consecutive words of an entry, every third without diacritics; the seed determines them. */
export function seededQueries(entries: readonly SearchEntry[], count: number, seed = 7): string[] {
  const random = seededRandom(seed);
  const pick = <Item>(list: readonly Item[]) => list[Math.floor(random() * list.length)] as Item;
  return Array.from({ length: count }, (_, index) => {
    const { title, lead, body } = pick(entries);
    const sentence = pick([title, lead, body].flatMap((text) => text.split(/[.\n]/)).filter((text) => text.trim()));
    const words = sentence.match(/[\p{L}\p{N}]+/gu) ?? [];
    const length = 1 + (index % 4);
    const start = Math.floor(random() * Math.max(1, words.length - length));
    const query = words.slice(start, start + length).join(' ');
    return index % 3 === 0 ? fold(query) : query;
  });
}

import type { StoredEntry } from '#search/contents.ts';
import type { Entry } from '#search/entry.ts';

/** Letters of a body that are kept to be shown and compared; the rest can be found all the same. */
const longestBody = 6000;

/** An entry as it is written down: the same for the same entry, however it was put together. */
export function plainEntry({ address, title, lead, body, category, day }: Entry): Entry {
  return { address, title, lead, body, category, ...(day !== undefined && { day }) };
}

/** An entry of a segment as it is written down. */
export function storedEntry(slot: number, entry: Entry): StoredEntry {
  const plain = plainEntry(entry);
  const kept = keptOf(entry.body);
  return kept === entry.body.length
    ? { slot, ...plain }
    : { slot, ...plain, body: entry.body.slice(0, kept), cut: true };
}

/** How many letters of a body are kept: none is cut in two. */
function keptOf(body: string): number {
  if (body.length <= longestBody) return body.length;
  return /[\uD800-\uDBFF]/.test(body.charAt(longestBody - 1)) ? longestBody - 1 : longestBody;
}

import type { StoredEntry } from '#search/contents.ts';
import type { Entry } from '#search/entry.ts';
import { hash } from '#search/hash.ts';

/** Letters of a body that are kept to be shown and compared; the rest can be found all the same. */
const longestBody = 6000;

/** An entry as it is written down: the same for the same entry, however it was put together. */
export function plainEntry({ address, title, lead, body, category, day }: Entry): Entry {
  return { address, title, lead, body, category, ...(day !== undefined && { day }) };
}

/** The hash of a whole entry. */
export function hashOfEntry(entry: Entry): number {
  return hash(JSON.stringify(plainEntry(entry)));
}

/** An entry of a segment as it is written down. */
export function storedEntry(slot: number, entry: Entry): StoredEntry {
  const plain = plainEntry(entry);
  const kept = keptOf(entry.body);
  if (kept === entry.body.length) return { slot, ...plain };
  return { slot, ...plain, body: entry.body.slice(0, kept), cut: true };
}

/** What a body holds beyond what is written down of it, in UTF-8; undefined where there is no more. */
export function restOf({ body }: Entry): Uint8Array | undefined {
  const kept = keptOf(body);
  return kept < body.length ? new TextEncoder().encode(body.slice(kept)) : undefined;
}

/** How many letters of a body are kept: none is cut in two. */
function keptOf(body: string): number {
  if (body.length <= longestBody) return body.length;
  return /[\uD800-\uDBFF]/.test(body.charAt(longestBody - 1)) ? longestBody - 1 : longestBody;
}

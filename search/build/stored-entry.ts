import { hash32 } from '#search/hash.ts';
import type { StoredEntry } from '#search/index-manifest.ts';
import type { SearchEntry } from '#search/search-entry.ts';

/** UTF-16 code units of a body that are stored for excerpts and comparison; the rest is indexed all the same. */
const maxStoredBody = 6000;

/** An entry with its properties in a fixed order, so that equal entries have equal JSON. */
export function canonicalEntry({ address, title, lead, body, category, day }: SearchEntry): SearchEntry {
  return { address, title, lead, body, category, ...(day !== undefined && { day }) };
}

/** The 32-bit hash of an entry, its complete body included. */
export function entryHash(entry: SearchEntry): number {
  return hash32(JSON.stringify(canonicalEntry(entry)));
}

/** An entry as its text file stores it, with a long body truncated. */
export function storedEntry(slot: number, entry: SearchEntry): StoredEntry {
  const canonical = canonicalEntry(entry);
  const length = storedLength(entry.body);
  if (length === entry.body.length) return { slot, ...canonical };
  return { slot, ...canonical, body: entry.body.slice(0, length), cut: true };
}

/** The part of a body that is not stored, in UTF-8; undefined where all of it is. */
export function bodyTail({ body }: SearchEntry): Uint8Array | undefined {
  const length = storedLength(body);
  return length < body.length ? new TextEncoder().encode(body.slice(length)) : undefined;
}

/** How many UTF-16 code units of a body are stored; surrogate pairs are not split. */
function storedLength(body: string): number {
  if (body.length <= maxStoredBody) return body.length;
  return /[\uD800-\uDBFF]/.test(body.charAt(maxStoredBody - 1)) ? maxStoredBody - 1 : maxStoredBody;
}

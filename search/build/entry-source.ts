import { hash53 } from '#search/hash.ts';
import type { SearchEntry } from '#search/search-entry.ts';

/** An entry whose text is read only when it is needed. */
export interface EntrySource extends Pick<SearchEntry, 'address' | 'category' | 'day'> {
  /** Changes whenever the entry's text changes. */
  readonly dataHash: string;
  readonly read: () => SearchEntry;
}

/** The source of an entry in memory; its hash is empty, as it is not compared with a previous entry. */
export function sourceOfEntry(entry: SearchEntry): EntrySource {
  const { address, category, day } = entry;
  return { address, category, ...(day !== undefined && { day }), dataHash: '', read: () => entry };
}

const cachedIds = new WeakMap<EntrySource, number>();

/** Identifies an entry and its text across builds: an integer of 53 bits, never 0. */
export function entryId(source: EntrySource): number {
  const cached = cachedIds.get(source);
  if (cached !== undefined) return cached;
  const { address, category, day, dataHash } = source;
  const id = hash53(`${address}\n${category}\n${day ?? ''}\n${dataHash}`) || 1;
  cachedIds.set(source, id);
  return id;
}

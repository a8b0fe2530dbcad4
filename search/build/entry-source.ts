import type { Entry } from '#search/entry.ts';
import { wideHash } from '#search/hash.ts';

/** An entry whose text is read only when it is needed. */
export interface EntrySource extends Pick<Entry, 'address' | 'category' | 'day'> {
  /** Changes whenever the entry's text changes. */
  readonly fingerprint: string;
  readonly read: () => Entry;
}

/** The source of an entry in memory; its hash is empty, as it is not compared with a previous entry. */
export function sourceOf(entry: Entry): EntrySource {
  const { address, category, day } = entry;
  return { address, category, ...(day !== undefined && { day }), fingerprint: '', read: () => entry };
}

const cachedIds = new WeakMap<EntrySource, number>();

/** Identifies an entry and its text across builds: an integer of 53 bits, never 0. */
export function idOf(source: EntrySource): number {
  const cached = cachedIds.get(source);
  if (cached !== undefined) return cached;
  const { address, category, day, fingerprint: dataHash } = source;
  const id = wideHash(`${address}\n${category}\n${day ?? ''}\n${dataHash}`) || 1;
  cachedIds.set(source, id);
  return id;
}

import type { Entry } from '#search/entry.ts';
import { wideHash } from '#search/hash.ts';

/** An entry that is read only where its words are needed. */
export interface EntrySource extends Pick<Entry, 'address' | 'category' | 'day'> {
  /** Another one whenever the entry reads otherwise. */
  readonly fingerprint: string;
  readonly read: () => Entry;
}

/** A source of an entry that is there already; without a fingerprint, for it is compared with none before. */
export function sourceOf(entry: Entry): EntrySource {
  const { address, category, day } = entry;
  return { address, category, ...(day !== undefined && { day }), fingerprint: '', read: () => entry };
}

/** Of a source that comes again the number is known. */
const ids = new WeakMap<EntrySource, number>();

/** What tells an entry from every other one, before and now: a whole number of 53 bits, never 0. */
export function idOf(source: EntrySource): number {
  const known = ids.get(source);
  if (known !== undefined) return known;
  const { address, category, day, fingerprint } = source;
  const id = wideHash(`${address}\n${category}\n${day ?? ''}\n${fingerprint}`) || 1;
  ids.set(source, id);
  return id;
}

import { indexFilePaths, type StoredEntry, slotsPerTextFile } from '#search/index-manifest.ts';
import type { SearchEntry } from '#search/search-entry.ts';
import type { SegmentState } from './index-state.ts';
import { parseJsonBytes } from './json-bytes.ts';
import { StaleIndexError } from './stale-index-error.ts';
import { entryHash } from './stored-entry.ts';

/** The entries of a segment at the last update, read from its text files and its state. */
export class PreviousEntries {
  readonly #state: SegmentState;
  readonly #read: (name: string) => Uint8Array;
  readonly #files = new Map<number, readonly StoredEntry[]>();

  constructor(state: SegmentState, read: (name: string) => Uint8Array) {
    this.#state = state;
    this.#read = read;
  }

  /** The entry of a slot, with its complete body. */
  entry(slot: number): SearchEntry {
    const { slot: _, cut, ...stored } = this.#stored(slot);
    const tail = this.#state.bodyTails.get(slot);
    const entry = { ...stored, body: stored.body + (tail ? new TextDecoder().decode(tail) : '') };
    if (entryHash(entry) !== this.#state.hashes[slot]) throw new StaleIndexError(`another entry at slot ${slot}`);
    return entry;
  }

  #stored(slot: number): StoredEntry {
    const file = Math.floor(slot / slotsPerTextFile);
    const entries = this.#files.get(file) ?? this.#readFile(slot);
    this.#files.set(file, entries);
    const stored = entries.find((entry) => entry?.slot === slot);
    if (!stored) throw new StaleIndexError(`no entry at slot ${slot}`);
    return stored;
  }

  #readFile(slot: number): readonly StoredEntry[] {
    const name = indexFilePaths.texts(this.#state.segment, slot);
    const parsed = parseJsonBytes(this.#read(name));
    if (!Array.isArray(parsed)) throw new StaleIndexError(`${name} is no list`);
    return parsed;
  }
}

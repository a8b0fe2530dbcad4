import { indexFiles, type StoredEntry, slotsPerText } from '#search/contents.ts';
import type { Entry } from '#search/entry.ts';
import { Doubtful } from './doubtful.ts';
import type { SegmentState } from './index-state.ts';
import { parsedJson } from './json-file.ts';
import { hashOfEntry } from './stored-entry.ts';

/** The entries of a segment at the last update, read from its text files and its state. */
export class OldTexts {
  readonly #state: SegmentState;
  readonly #read: (name: string) => Uint8Array;
  readonly #files = new Map<number, readonly StoredEntry[]>();

  constructor(state: SegmentState, read: (name: string) => Uint8Array) {
    this.#state = state;
    this.#read = read;
  }

  /** The entry of a slot, with its complete body. */
  entry(slot: number): Entry {
    const { slot: _, cut, ...stored } = this.#stored(slot);
    const tail = this.#state.rests.get(slot);
    const entry = { ...stored, body: stored.body + (tail ? new TextDecoder().decode(tail) : '') };
    if (hashOfEntry(entry) !== this.#state.hashes[slot]) throw new Doubtful(`another entry at slot ${slot}`);
    return entry;
  }

  #stored(slot: number): StoredEntry {
    const file = Math.floor(slot / slotsPerText);
    const entries = this.#files.get(file) ?? this.#readFile(slot);
    this.#files.set(file, entries);
    const stored = entries.find((entry) => entry?.slot === slot);
    if (!stored) throw new Doubtful(`no entry at slot ${slot}`);
    return stored;
  }

  #readFile(slot: number): readonly StoredEntry[] {
    const name = indexFiles.texts(this.#state.segment, slot);
    const parsed = parsedJson(this.#read(name));
    if (!Array.isArray(parsed)) throw new Doubtful(`${name} is no list`);
    return parsed;
  }
}

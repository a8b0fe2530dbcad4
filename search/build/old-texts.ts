import { indexFiles, type StoredEntry, slotsPerText } from '#search/contents.ts';
import type { Entry } from '#search/entry.ts';
import { Doubtful } from './doubtful.ts';
import type { SegmentState } from './index-state.ts';
import { parsedJson } from './json-file.ts';
import { hashOfEntry } from './stored-entry.ts';

/** The entries of a segment as they were, read from its files and from what is remembered of it. */
export class OldTexts {
  readonly #before: SegmentState;
  readonly #read: (name: string) => Uint8Array;
  readonly #groups = new Map<number, readonly StoredEntry[]>();

  constructor(before: SegmentState, read: (name: string) => Uint8Array) {
    this.#before = before;
    this.#read = read;
  }

  /** A whole entry. */
  entry(slot: number): Entry {
    const { slot: _, cut, ...stored } = this.#stored(slot);
    const rest = this.#before.rests.get(slot);
    const entry = { ...stored, body: stored.body + (rest ? new TextDecoder().decode(rest) : '') };
    if (hashOfEntry(entry) !== this.#before.hashes[slot]) throw new Doubtful(`another entry at slot ${slot}`);
    return entry;
  }

  #stored(slot: number): StoredEntry {
    const group = Math.floor(slot / slotsPerText);
    const known = this.#groups.get(group) ?? this.#readGroup(slot);
    this.#groups.set(group, known);
    const stored = known.find((each) => each?.slot === slot);
    if (!stored) throw new Doubtful(`no entry at slot ${slot}`);
    return stored;
  }

  #readGroup(slot: number): readonly StoredEntry[] {
    const name = indexFiles.texts(this.#before.segment, slot);
    const parsed = parsedJson(this.#read(name));
    if (!Array.isArray(parsed)) throw new Doubtful(`${name} is no list`);
    return parsed;
  }
}

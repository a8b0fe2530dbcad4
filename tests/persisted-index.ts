import { deserialize, serialize } from 'node:v8';
import { type EntrySource, sourceOfEntry } from '#search/build/entry-source.ts';
import type { IndexState } from '#search/build/index-state.ts';
import type { SearchAbbreviation } from '#search/compile-abbreviations.ts';
import type { SearchEntry } from '#search/search-entry.ts';
import { indexFileNames, updateIndex } from '#search/update-index.ts';

/** What one update of the index did. */
export interface IndexUpdate {
  /** The names of the files that were written. */
  readonly writtenFiles: readonly string[];
  /** How many entries were read. */
  readonly entryReads: number;
}

/** An index whose files and state persist between updates, as on a disk. */
export class PersistedIndex {
  #state: Uint8Array | undefined;
  /** Uncompressed; a test may damage them. */
  files = new Map<string, Uint8Array>();

  /** An independent copy with the same files and state. */
  copy(): PersistedIndex {
    const copy = new PersistedIndex();
    [copy.#state, copy.files] = [this.#state, new Map(this.files)];
    return copy;
  }

  update(entries: readonly SearchEntry[], abbreviations: readonly SearchAbbreviation[] = []): IndexUpdate {
    let reads = 0;
    const sources = entries.map((entry): EntrySource => {
      const read = () => {
        reads++;
        return entry;
      };
      return { ...sourceOfEntry(entry), dataHash: JSON.stringify(entry), read };
    });
    const writing = updateIndex(this.state, sources, abbreviations, (name) => this.files.get(name));
    const changed = new Map<string, Uint8Array>();
    let step = writing.next();
    for (; !step.done; step = writing.next()) changed.set(...step.value);
    this.files = new Map(
      Array.from(indexFileNames(step.value), (name) => [
        name,
        changed.get(name) ?? this.files.get(name) ?? new Uint8Array(),
      ]),
    );
    this.#state = serialize(step.value);
    return { writtenFiles: [...changed.keys()], entryReads: reads };
  }

  /** The stored state; undefined before the first update. */
  get state(): IndexState | undefined {
    return this.#state && deserialize(this.#state);
  }

  /** The names of the files that differ from those of another index. */
  differingFiles(other: PersistedIndex): string[] {
    const names = new Set([...other.files.keys(), ...this.files.keys()]);
    const differ = (name: string) =>
      !Buffer.from(other.files.get(name) ?? []).equals(this.files.get(name) ?? Buffer.of(0));
    return [...names].filter(differ);
  }
}

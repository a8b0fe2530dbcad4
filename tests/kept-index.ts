import { deserialize, serialize } from 'node:v8';
import type { Abbreviation } from '#search/abbreviations.ts';
import { type EntrySource, sourceOf } from '#search/build/entry-source.ts';
import type { IndexState } from '#search/build/index-state.ts';
import type { Entry } from '#search/entry.ts';
import { fileNames, updateIndex } from '#search/update-index.ts';

/** What bringing an index up to date took. */
export interface Update {
  /** The names of the files that were written. */
  readonly changed: readonly string[];
  /** How many entries were read. */
  readonly reads: number;
}

/** An index whose files and state are kept from one build to the next, as on a disk. */
export class KeptIndex {
  #state: Uint8Array | undefined;
  /** Inflated; a test may damage them. */
  files = new Map<string, Uint8Array>();

  /** Another one that goes on from here. */
  copy(): KeptIndex {
    const copy = new KeptIndex();
    [copy.#state, copy.files] = [this.#state, new Map(this.files)];
    return copy;
  }

  update(entries: readonly Entry[], short: readonly Abbreviation[] = []): Update {
    let reads = 0;
    const sources = entries.map((entry): EntrySource => {
      const read = () => {
        reads++;
        return entry;
      };
      return { ...sourceOf(entry), fingerprint: JSON.stringify(entry), read };
    });
    const made = updateIndex(this.state, sources, short, (name) => this.files.get(name));
    const changed = new Map<string, Uint8Array>();
    let step = made.next();
    for (; !step.done; step = made.next()) changed.set(...step.value);
    this.files = new Map(
      Array.from(fileNames(step.value), (name) => [
        name,
        changed.get(name) ?? this.files.get(name) ?? new Uint8Array(),
      ]),
    );
    this.#state = serialize(step.value);
    return { changed: [...changed.keys()], reads };
  }

  /** What is remembered. */
  get state(): IndexState | undefined {
    return this.#state && deserialize(this.#state);
  }

  /** The names of the files that are other ones than in another index. */
  others(right: KeptIndex): string[] {
    const names = new Set([...right.files.keys(), ...this.files.keys()]);
    const differ = (name: string) =>
      !Buffer.from(right.files.get(name) ?? []).equals(this.files.get(name) ?? Buffer.of(0));
    return [...names].filter(differ);
  }
}

import { constants, deflateSync, inflateSync } from 'node:zlib';
import { searchFileAddress } from '#news/address.ts';
import type { Newsroom } from '#news/newsroom.ts';
import type { Abbreviation } from '#search/abbreviations.ts';
import type { EntrySource } from '#search/build/entry-source.ts';
import type { IndexState } from '#search/build/index-state.ts';
import { holdsPostings, indexFiles } from '#search/contents.ts';
import { fileNames, updateIndex } from '#search/update-index.ts';
import type { StaticFile } from '#site/assets/static-file.ts';
import { isSyllable } from '#vietnamese/syllable.ts';

type SearchFile = StaticFile & { readonly bytes: Uint8Array };

/**
 * The index as the last build left it. Not to be given where the program is another one, or where any of its files may
 * be missing or altered: only what an edit touches is read.
 */
export interface SearchBefore {
  readonly state: IndexState;
  /** A file of the output as it stands there, deflated; undefined where it is missing. */
  readonly read: (address: string) => Uint8Array | undefined;
}

/** The files of an index. */
export interface SearchFiles {
  /** Those that are to be written: all of them, where nothing was given of the last build. */
  readonly changed: readonly SearchFile[];
  /** The addresses of the others, which stand as they are. */
  readonly unchanged: readonly string[];
}

/** The file that names the others. */
export const searchContentsAddress = searchFileAddress(indexFiles.contents);

/** Which files an index has, and what to remember of it for the next time. */
export interface IndexOutcome {
  /** The addresses of those that were made: all of them, where nothing was given of the last build. */
  readonly changed: readonly string[];
  /** The addresses of the others, which stand as they are. */
  readonly unchanged: readonly string[];
  readonly state: IndexState;
}

/** Makes the files of an index of entries as they are asked for, deflated, so that no host need compress them. */
export function* searchFiles(
  sources: readonly EntrySource[],
  abbreviations: readonly Abbreviation[],
  before?: SearchBefore,
): Generator<SearchFile, IndexOutcome> {
  const fileBefore = (name: string) => inflated(before?.read(searchFileAddress(name)));
  const made = updateIndex(before?.state, sources, abbreviations, fileBefore);
  const changed = new Set<string>();
  let step = made.next();
  for (; !step.done; step = made.next()) {
    const [name, bytes] = step.value;
    const address = searchFileAddress(name);
    changed.add(address);
    yield { address, source: 'search/', bytes: deflated(name, bytes) };
  }
  const state = step.value;
  const unchanged = Array.from(fileNames(state), searchFileAddress).filter((address) => !changed.has(address));
  return { changed: [...changed], unchanged, state };
}

/** The same files, all of them at once. */
export function filesOfSources(
  sources: readonly EntrySource[],
  abbreviations: readonly Abbreviation[],
  before?: SearchBefore,
): SearchFiles & Pick<IndexOutcome, 'state'> {
  const made = searchFiles(sources, abbreviations, before);
  const changed: SearchFile[] = [];
  let step = made.next();
  for (; !step.done; step = made.next()) changed.push(step.value);
  return { ...step.value, changed };
}

/**
 * A copy of no more than there is: by itself Node takes, and holds on to, 16 kB for every result. Nothing repeats in
 * postings: not to look for it is quicker, and the file no larger.
 */
function deflated(name: string, bytes: Uint8Array): Uint8Array {
  const strategy = holdsPostings(name) ? constants.Z_HUFFMAN_ONLY : constants.Z_DEFAULT_STRATEGY;
  return new Uint8Array(deflateSync(bytes, { level: 9, strategy, chunkSize: bytes.length + 64 }));
}

/** Undefined for what is no whole file. */
function inflated(bytes: Uint8Array | undefined): Uint8Array | undefined {
  try {
    return bytes && inflateSync(bytes);
  } catch {
    return undefined;
  }
}

/** The abbreviations as search knows them: with a point and without; one whose letters are a word too counts in capitals alone. */
export function searchAbbreviations({ abbreviations }: Pick<Newsroom, 'abbreviations'>): Abbreviation[] {
  const written = new Set(abbreviations.map(({ short }) => short));
  return abbreviations.flatMap(({ short, meaning }) => {
    const bare = short.replace(/\.$/, '');
    const shorts = written.has(bare) || bare.length < 2 ? [short] : [short, bare];
    return shorts.map((each) => ({ short: each, meaning, capitalsOnly: isSyllable(each) }));
  });
}

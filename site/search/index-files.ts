import { constants, deflateSync, inflateSync } from 'node:zlib';
import { searchFileAddress } from '#news/address.ts';
import type { VisibleContent } from '#news/visible-content.ts';
import type { EntrySource } from '#search/build/entry-source.ts';
import type { IndexState } from '#search/build/index-state.ts';
import type { SearchAbbreviation } from '#search/compile-abbreviations.ts';
import { indexFilePaths, isPostingsFile } from '#search/index-manifest.ts';
import { indexFileNames, updateIndex } from '#search/update-index.ts';
import type { StaticFile } from '#site/assets/static-file.ts';
import { isSyllable } from '#vietnamese/syllable.ts';

type SearchFile = StaticFile & { readonly bytes: Uint8Array };

/**
 * The index of the last build. Only files that an edit affects are read, so it must not be passed if the program has
 * changed, or if a file of the index may be missing or altered.
 */
export interface PreviousIndex {
  readonly state: IndexState;
  /** A file in the output folder, deflated; undefined if it is missing. */
  readonly read: (address: string) => Uint8Array | undefined;
}

/** The files of an index. */
export interface CollectedIndexFiles {
  /** The files to be written: all of them if there is no previous index. */
  readonly changed: readonly SearchFile[];
  /** The addresses of the other files. */
  readonly unchanged: readonly string[];
}

/** The file that lists the other files of the index. */
export const searchManifestAddress = searchFileAddress(indexFilePaths.manifest);

/** Which files an index has, and its state, to be cached for the next build. */
export interface IndexOutcome {
  /** The addresses of the files that were generated: all of them if there is no previous index. */
  readonly changed: readonly string[];
  /** The addresses of the other files. */
  readonly unchanged: readonly string[];
  readonly state: IndexState;
}

/** Generates the files of an index one by one, deflated, so that no host has to compress them. */
export function* generateIndexFiles(
  sources: readonly EntrySource[],
  abbreviations: readonly SearchAbbreviation[],
  previous?: PreviousIndex,
): Generator<SearchFile, IndexOutcome> {
  const readPrevious = (name: string) => inflate(previous?.read(searchFileAddress(name)));
  const files = updateIndex(previous?.state, sources, abbreviations, readPrevious);
  const changed = new Set<string>();
  let step = files.next();
  for (; !step.done; step = files.next()) {
    const [name, bytes] = step.value;
    const address = searchFileAddress(name);
    changed.add(address);
    yield { address, source: 'search/', bytes: deflate(name, bytes) };
  }
  const state = step.value;
  const unchanged = Array.from(indexFileNames(state), searchFileAddress).filter((address) => !changed.has(address));
  return { changed: [...changed], unchanged, state };
}

/** The files of `searchFiles` as one list. */
export function collectIndexFiles(
  sources: readonly EntrySource[],
  abbreviations: readonly SearchAbbreviation[],
  previous?: PreviousIndex,
): CollectedIndexFiles & Pick<IndexOutcome, 'state'> {
  const files = generateIndexFiles(sources, abbreviations, previous);
  const changed: SearchFile[] = [];
  let step = files.next();
  for (; !step.done; step = files.next()) changed.push(step.value);
  return { ...step.value, changed };
}

/**
 * Copies the result, because Node's own buffer holds at least 16 kB. Postings contain no repetitions: Huffman coding
 * alone is faster and makes the file no larger.
 */
function deflate(name: string, bytes: Uint8Array): Uint8Array {
  const strategy = isPostingsFile(name) ? constants.Z_HUFFMAN_ONLY : constants.Z_DEFAULT_STRATEGY;
  return new Uint8Array(deflateSync(bytes, { level: 9, strategy, chunkSize: bytes.length + 64 }));
}

/** Undefined for a truncated or damaged file. */
function inflate(bytes: Uint8Array | undefined): Uint8Array | undefined {
  try {
    return bytes && inflateSync(bytes);
  } catch {
    return undefined;
  }
}

/** The abbreviations for search: with and without a full stop; one that is also a word matches only in capitals. */
export function searchAbbreviations({ abbreviations }: Pick<VisibleContent, 'abbreviations'>): SearchAbbreviation[] {
  const listed = new Set(abbreviations.map(({ short }) => short));
  return abbreviations.flatMap(({ short, meaning }) => {
    const bare = short.replace(/\.$/, '');
    const shorts = listed.has(bare) || bare.length < 2 ? [short] : [short, bare];
    return shorts.map((variant) => ({ short: variant, meaning, capitalsOnly: isSyllable(variant) }));
  });
}

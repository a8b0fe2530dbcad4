import { constants, deflateSync, inflateSync } from 'node:zlib';
import { searchFileAddress } from '#news/address.ts';
import type { Body } from '#news/body.ts';
import type { Newsroom } from '#news/newsroom.ts';
import type { Abbreviation } from '#search/abbreviations.ts';
import type { EntrySource } from '#search/build/entry-source.ts';
import type { IndexState } from '#search/build/index-state.ts';
import { holdsPostings, indexFiles } from '#search/contents.ts';
import { fileNames, updateIndex } from '#search/update-index.ts';
import type { StaticFile } from '#site/assets.ts';
import { isSyllable } from '#vietnamese/syllable.ts';
import { entrySources } from './search-entries.ts';

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

/** The files of the search index; `state` is for the next build, v8.serialize keeps it. */
export interface SearchFiles {
  /** Those that are to be written: all of them, where nothing was given of the last build. The others stand as they are. */
  readonly changed: readonly SearchFile[];
  /** The addresses of all of them: what else there was of the last build is to go. */
  readonly addresses: readonly string[];
  readonly state: IndexState;
}

/** The file that names the others. */
export const searchContentsAddress = searchFileAddress(indexFiles.contents);

/**
 * The files of the search index. With `before` only those are made that are other ones now; whatever is doubtful is made
 * from nothing. `fingerprint` tells one Markdown body from any other: a build that knows its own saves hashing all of them.
 */
export function searchFiles(
  newsroom: Newsroom,
  now: Date,
  before?: SearchBefore,
  fingerprint?: (body: Body) => string,
): SearchFiles {
  return filesOfSources(entrySources(newsroom, now, fingerprint), searchAbbreviations(newsroom), before);
}

/** The files of an index of entries, deflated, so that no host need compress them. */
export function filesOfSources(
  sources: readonly EntrySource[],
  abbreviations: readonly Abbreviation[],
  before?: SearchBefore,
): SearchFiles {
  const fileBefore = (name: string) => inflated(before?.read(searchFileAddress(name)));
  const made = updateIndex(before?.state, sources, abbreviations, fileBefore);
  const changed: SearchFile[] = [];
  let step = made.next();
  for (; !step.done; step = made.next()) {
    const [name, bytes] = step.value;
    changed.push({ address: searchFileAddress(name), source: 'search/', bytes: deflated(name, bytes) });
  }
  const state = step.value;
  return { changed, addresses: Array.from(fileNames(state), searchFileAddress), state };
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

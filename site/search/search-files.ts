import { deflateSync } from 'node:zlib';
import { searchFileAddress } from '#news/address.ts';
import type { Newsroom } from '#news/newsroom.ts';
import type { Abbreviation } from '#search/abbreviations.ts';
import { buildIndex } from '#search/build-index.ts';
import { indexFiles } from '#search/contents.ts';
import type { Entry } from '#search/entry.ts';
import type { StaticFile } from '#site/assets.ts';
import { isSyllable } from '#vietnamese/syllable.ts';
import { searchEntries } from './search-entries.ts';

type SearchFile = StaticFile & { readonly bytes: Uint8Array };

/** The file that names the others. */
export const searchContentsAddress = searchFileAddress(indexFiles.contents);

/** The files of the search index. */
export function searchFiles(newsroom: Newsroom, now: Date): StaticFile[] {
  return filesOfEntries(searchEntries(newsroom, now), searchAbbreviations(newsroom));
}

/** The files of an index of entries, deflated, so that no host need compress them. */
export function filesOfEntries(entries: readonly Entry[], abbreviations: readonly Abbreviation[]): SearchFile[] {
  return Array.from(buildIndex(entries, abbreviations), ([name, bytes]) => ({
    address: searchFileAddress(name),
    source: 'search/',
    bytes: deflated(bytes),
  }));
}

/** A copy of no more than there is: by itself Node takes, and holds on to, 16 kB for every result. */
function deflated(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(deflateSync(bytes, { level: 9, chunkSize: bytes.length + 64 }));
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

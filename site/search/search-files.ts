import { deflateSync } from 'node:zlib';
import { searchFileAddress } from '#news/address.ts';
import type { Newsroom } from '#news/newsroom.ts';
import type { Abbreviation } from '#search/abbreviations.ts';
import { buildIndex } from '#search/build-index.ts';
import { indexFiles } from '#search/contents.ts';
import type { StaticFile } from '#site/assets.ts';
import { isSyllable } from '#vietnamese/syllable.ts';
import { searchEntries } from './search-entries.ts';

/** The file that names the others. */
export const searchContentsAddress = searchFileAddress(indexFiles.contents);

/** The files of the search index, deflated, so that no host need compress them. */
export function searchFiles(newsroom: Newsroom, now: Date): StaticFile[] {
  const entries = searchEntries(newsroom, now);
  return Array.from(buildIndex(entries, searchAbbreviations(newsroom)), ([name, bytes]) => ({
    address: searchFileAddress(name),
    source: 'search/',
    bytes: deflateSync(bytes, { level: 9 }),
  }));
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

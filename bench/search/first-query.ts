import { inflateSync } from 'node:zlib';
import { searchFileAddress } from '#news/address.ts';
import { search } from '#search/search.ts';
import { SearchIndex } from '#search/search-index.ts';

/** What the first query of a reader fetches of an index's files, by their addresses, and the CPU time (ms) it takes, inflating them included. */
export async function firstQuery(
  files: ReadonlyMap<string, Uint8Array>,
  typed: string,
  results: number,
): Promise<{ bytes: number; cpu: number }> {
  let bytes = 0;
  const began = process.cpuUsage();
  const index = await SearchIndex.open(async (name) => {
    const file = files.get(searchFileAddress(name));
    if (!file) throw new Error(`There is no ${name}.`);
    bytes += file.length;
    return inflateSync(file);
  });
  await search(index, typed, results);
  const { user, system } = process.cpuUsage(began);
  return { bytes, cpu: (user + system) / 1000 };
}

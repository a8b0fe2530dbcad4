import { inflateSync } from 'node:zlib';
import { searchFileAddress } from '#news/address.ts';
import { findMeantEntries } from '#search/find-meant-entries.ts';
import { SearchIndex } from '#search/search-index.ts';

/** The bytes that a first query fetches from an index's files (by address), and its CPU time (ms) with decompression. */
export async function measureFirstQuery(
  files: ReadonlyMap<string, Uint8Array>,
  query: string,
  limit: number,
): Promise<{ bytes: number; cpu: number }> {
  let bytes = 0;
  const start = process.cpuUsage();
  const index = await SearchIndex.open(async (name) => {
    const file = files.get(searchFileAddress(name));
    if (!file) throw new Error(`There is no ${name}.`);
    bytes += file.length;
    return inflateSync(file);
  });
  await findMeantEntries(index, query, limit);
  const { user, system } = process.cpuUsage(start);
  return { bytes, cpu: (user + system) / 1000 };
}

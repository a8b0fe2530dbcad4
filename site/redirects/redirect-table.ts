import { oldAddressesFolder, oldAddressShard } from '#news/old-address.ts';
import type { Redirect } from './site-redirects.ts';

const shardSize = 64;

/** The number of table files, so that a reader downloads only a few kilobytes; 0 without redirects. */
export function oldAddressShardCount(redirects: readonly unknown[]): number {
  return redirects.length === 0 ? 0 : 2 ** Math.max(0, Math.ceil(Math.log2(redirects.length / shardSize)));
}

/** The table for any host, as JSON: old address → new address, each part at a fixed address. */
export function redirectTable(redirects: readonly Redirect[]): { readonly address: string; readonly bytes: string }[] {
  const shards = Array.from({ length: oldAddressShardCount(redirects) }, (): [key: string, to: string][] => []);
  for (const { key, to } of redirects) shards[oldAddressShard(key, shards.length)]?.push([key, to]);
  return shards.map((entries, index) => ({
    address: `${oldAddressesFolder}${index}.json`,
    bytes: `${JSON.stringify(Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))))}\n`,
  }));
}

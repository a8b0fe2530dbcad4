import { oldAddressesFolder, shardOf } from '#news/old-address.ts';
import type { Redirect } from './redirects.ts';

const shardSize = 64;

/** Into how many parts the table is cut, so that a reader fetches a few kilobytes of it; 0 where there is none. */
export function shardCount(redirects: readonly unknown[]): number {
  return redirects.length === 0 ? 0 : 2 ** Math.max(0, Math.ceil(Math.log2(redirects.length / shardSize)));
}

/** The table that any host can serve: old address → new one, each part at a fixed address. */
export function redirectTable(redirects: readonly Redirect[]): { readonly address: string; readonly bytes: string }[] {
  const shards = Array.from({ length: shardCount(redirects) }, (): [key: string, to: string][] => []);
  for (const { key, to } of redirects) shards[shardOf(key, shards.length)]?.push([key, to]);
  return shards.map((entries, index) => ({
    address: `${oldAddressesFolder}${index}.json`,
    bytes: `${JSON.stringify(Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))))}\n`,
  }));
}

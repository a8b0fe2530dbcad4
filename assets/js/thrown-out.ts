import type { Kept } from './kept-copy.ts';

/** The limits of a cache. */
export interface Bounds {
  readonly count: number;
  readonly bytes: number;
}

/** The entries to evict so that the rest stays within the limits, oldest first. */
export function thrownOut(entries: readonly Kept[], { count, bytes }: Bounds): Kept[] {
  const newestFirst = [...entries].sort((a, b) => b.at - a.at);
  let totalBytes = 0;
  const firstOver = newestFirst.findIndex((entry, index) => {
    totalBytes += entry.bytes;
    return index >= count || totalBytes > bytes;
  });
  return firstOver < 0 ? [] : newestFirst.slice(firstOver).reverse();
}

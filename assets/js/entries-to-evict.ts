import type { CacheEntry } from './cacheable-copy.ts';

/** The limits of a cache. */
export interface CacheLimits {
  readonly count: number;
  readonly bytes: number;
}

/** The entries to evict so that the rest stays within the limits, oldest first. */
export function entriesToEvict(entries: readonly CacheEntry[], { count, bytes }: CacheLimits): CacheEntry[] {
  const newestFirst = [...entries].sort((a, b) => b.cachedAt - a.cachedAt);
  let totalBytes = 0;
  const firstOver = newestFirst.findIndex((entry, index) => {
    totalBytes += entry.bytes;
    return index >= count || totalBytes > bytes;
  });
  return firstOver < 0 ? [] : newestFirst.slice(firstOver).reverse();
}

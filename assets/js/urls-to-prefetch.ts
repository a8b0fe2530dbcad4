import type { CacheEntry } from './cacheable-copy.ts';

/** Milliseconds after which a prefetched page is fetched again, so that a correction arrives within a day. */
const maxAge = 24 * 60 * 60_000;

/**
 * The wanted URLs that are not cached, or were cached too long ago. The first is the page that links to the others, and is
 * fetched whenever one of them is.
 */
export function urlsToPrefetch(wanted: readonly string[], cached: readonly CacheEntry[], now: number): string[] {
  const fresh = new Set(
    cached.filter(({ cachedAt }) => cachedAt <= now && now - cachedAt < maxAge).map(({ url }) => url),
  );
  const missing = wanted.filter((url) => !fresh.has(url));
  return missing.length > 0 ? [...new Set([...wanted.slice(0, 1), ...missing])] : [];
}

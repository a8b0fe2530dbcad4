import type { Kept } from './kept-copy.ts';

/** Milliseconds after which a prefetched page is fetched again, so that a correction arrives within a day. */
const maxAge = 24 * 60 * 60_000;

/**
 * The wanted URLs that are not cached, or were cached too long ago. The first is the page that links to the others, and is
 * fetched whenever one of them is.
 */
export function owed(wanted: readonly string[], cached: readonly Kept[], now: number): string[] {
  const fresh = new Set(cached.filter(({ at }) => at <= now && now - at < maxAge).map(({ url }) => url));
  const missing = wanted.filter((url) => !fresh.has(url));
  return missing.length > 0 ? [...new Set([...wanted.slice(0, 1), ...missing])] : [];
}

import type { Kept } from './kept-copy.ts';

/** Milliseconds after which a page that is kept ahead is asked for again: a correction comes within a day. */
const fresh = 24 * 60 * 60_000;

/**
 * Which of the wanted addresses are to be fetched: those not kept, and those kept too long ago. The first tells of the
 * others, and is fetched whenever one of them is.
 */
export function owed(wanted: readonly string[], kept: readonly Kept[], now: number): string[] {
  const held = new Set(kept.filter(({ at }) => at <= now && now - at < fresh).map(({ url }) => url));
  const missing = wanted.filter((url) => !held.has(url));
  return missing.length > 0 ? [...new Set([...wanted.slice(0, 1), ...missing])] : [];
}

import type { Finding } from '#site/finding.ts';
import { findingMessage } from '#site/finding.ts';
import { seededRandom } from '../fixtures/seeded-random.ts';

/** A random choice of `size` items in their order, the same for the same list. */
export function sampleOf<Item>(items: readonly Item[], size: number): Item[] {
  const random = seededRandom(1);
  const ranked = items.map((item, index) => ({ item, index, rank: random() }));
  const chosen = ranked.sort((a, b) => a.rank - b.rank).slice(0, size);
  return chosen.sort((a, b) => a.index - b.index).map(({ item }) => item);
}

/** A finding for reading by hand: its message and its line, cut to what stands around its column. */
export function findingWithLine(found: Finding, source: string, line: string): string {
  const start = Math.max(0, found.column - 80);
  const around = `${start > 0 ? '…' : ''}${line.slice(start, start + 240)}${line.length > start + 240 ? '…' : ''}`;
  const kind = found.level === 'error' ? 'error' : found.edits ? 'repair' : 'note';
  return `${source}:${found.line}:${found.column} · ${kind} · ${findingMessage(found)}\n    | ${around.trim()}`;
}

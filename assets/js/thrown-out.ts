import type { Kept } from './kept-copy.ts';

/** How much may be kept. */
export interface Bounds {
  readonly count: number;
  readonly bytes: number;
}

/** What must go so that the rest stays within bounds: the oldest first. */
export function thrownOut(kept: readonly Kept[], { count, bytes }: Bounds): Kept[] {
  const newestFirst = [...kept].sort((a, b) => b.at - a.at);
  let sum = 0;
  const fitting = newestFirst.findIndex((each, index) => {
    sum += each.bytes;
    return index >= count || sum > bytes;
  });
  return fitting < 0 ? [] : newestFirst.slice(fitting).reverse();
}

/** How full a range is at most when it is laid out: the rest keeps later additions from moving what is there. */
const fullest = 0.6;
const fewest = 16;

/** How many slots a year with so many entries has: in steps of a fifth or a quarter, so that it seldom changes. */
export function capacity(count: number): number {
  let [slots, step] = [fewest, fewest / 4];
  while (slots * fullest < count) {
    slots += step;
    if (slots === step * 8) step *= 2;
  }
  return slots;
}

/**
 * Gives each of a year's moments (shares of the year, from 0 to below 1, ascending) a slot of its own, in their order
 * and near their share of all slots: one more or less moves only those beside it.
 */
export function slotsFor(moments: readonly number[], slots: number): number[] {
  const placed: number[] = [];
  let free = 0;
  for (const moment of moments) {
    const slot = Math.max(free, Math.floor(moment * slots));
    placed.push(slot);
    free = slot + 1;
  }
  // What ran over the end is pushed back, and pushes what stands before it.
  for (let index = placed.length - 1, last = slots - 1; index >= 0; index--, last--)
    placed[index] = Math.min(placed[index] ?? last, last);
  return placed;
}

/** The highest load of a year's slots when they are assigned: free slots keep later additions from moving others. */
const maxLoad = 0.6;
const minSlots = 16;

/** How many slots a year with `count` entries has: in steps of a seventh to a quarter, so that it seldom changes. */
export function slotCountForYear(count: number): number {
  let [slots, step] = [minSlots, minSlots / 4];
  while (slots * maxLoad < count) {
    slots += step;
    if (slots === step * 8) step *= 2;
  }
  return slots;
}

/**
 * Assigns a slot to each entry of a year, given its share of the year (from 0 to below 1, ascending): in order and near
 * that share of all slots, so that adding or removing an entry moves only its neighbours.
 */
export function assignSlots(shares: readonly number[], slots: number): number[] {
  const assigned: number[] = [];
  let free = 0;
  for (const share of shares) {
    const slot = Math.max(free, Math.floor(share * slots));
    assigned.push(slot);
    free = slot + 1;
  }
  // Slots beyond the end are moved back, and move those before them.
  for (let index = assigned.length - 1, last = slots - 1; index >= 0; index--, last--)
    assigned[index] = Math.min(assigned[index] ?? last, last);
  return assigned;
}

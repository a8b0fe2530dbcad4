/** The items just before and after an item in time. */
export interface Neighbours<Item> {
  readonly older?: Item;
  readonly newer?: Item;
}

/** The neighbours of each item of a list that is newest first, in the same order. */
export function neighbours<Item>(newestFirst: readonly Item[]): Neighbours<Item>[] {
  return newestFirst.map((_, index) => {
    const newer = newestFirst[index - 1];
    const older = newestFirst[index + 1];
    return { ...(older && { older }), ...(newer && { newer }) };
  });
}

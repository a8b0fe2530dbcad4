/** The similar items of each item of a list, by index, as compressed sparse rows: plain data. */
export interface NearByPlace {
  /** Where the row of each item starts in the other arrays; one element more for the end of the last row. */
  readonly starts: Int32Array;
  readonly places: Int32Array;
  readonly nearness: Float64Array;
}

/** Converts the similar items of each item, with their similarities, to indexes. */
export function nearByPlace<Item>(
  similar: readonly (ReadonlyMap<Item, number> | undefined)[],
  indexOf: ReadonlyMap<Item, number>,
): NearByPlace {
  const starts = new Int32Array(similar.length + 1);
  const indexes: number[] = [];
  const similarities: number[] = [];
  similar.forEach((row, index) => {
    row?.forEach((similarity, other) => {
      indexes.push(indexOf.get(other) ?? -1);
      similarities.push(similarity);
    });
    starts[index + 1] = indexes.length;
  });
  return { starts, places: Int32Array.from(indexes), nearness: Float64Array.from(similarities) };
}

/** Whether an item has the same similar items in both tables, with the same scores. */
export function hasSameNear(a: NearByPlace, b: NearByPlace, index: number): boolean {
  const [startA, startB] = [a.starts[index] ?? 0, b.starts[index] ?? 0];
  const length = (b.starts[index + 1] ?? 0) - startB;
  if ((a.starts[index + 1] ?? 0) - startA !== length) return false;
  for (let i = 0; i < length; i++)
    if (a.places[startA + i] !== b.places[startB + i] || a.nearness[startA + i] !== b.nearness[startB + i])
      return false;
  return true;
}

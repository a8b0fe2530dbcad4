/** The similar items of each item of a list, by index, as compressed sparse rows: plain data. */
export interface SimilarItems {
  /** Where the row of each item starts in the other arrays; one element more for the end of the last row. */
  readonly starts: Int32Array;
  readonly indexes: Int32Array;
  readonly scores: Float64Array;
}

/** Converts the similar items of each item, with their similarities, to indexes. */
export function similarItems<Item>(
  similar: readonly (ReadonlyMap<Item, number> | undefined)[],
  indexOf: ReadonlyMap<Item, number>,
): SimilarItems {
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
  return { starts, indexes: Int32Array.from(indexes), scores: Float64Array.from(similarities) };
}

/** Whether an item has the same similar items in both tables, with the same scores. */
export function hasSameSimilarItems(a: SimilarItems, b: SimilarItems, index: number): boolean {
  const [startA, startB] = [a.starts[index] ?? 0, b.starts[index] ?? 0];
  const length = (b.starts[index + 1] ?? 0) - startB;
  if ((a.starts[index + 1] ?? 0) - startA !== length) return false;
  for (let i = 0; i < length; i++)
    if (a.indexes[startA + i] !== b.indexes[startB + i] || a.scores[startA + i] !== b.scores[startB + i]) return false;
  return true;
}

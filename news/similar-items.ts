/** The similar items of each item of a list, by index, as compressed sparse rows: plain data. */
export interface SimilarItems {
  /** Where the row of each item starts in the other arrays; one element more for the end of the last row. */
  readonly starts: Int32Array;
  readonly indexes: Int32Array;
  readonly scores: Float64Array;
}

/** Packs the scores of the similar items of each item, by their index. */
export function packSimilarItems(rows: readonly ReadonlyMap<number, number>[]): SimilarItems {
  const starts = new Int32Array(rows.length + 1);
  const indexes: number[] = [];
  const scores: number[] = [];
  rows.forEach((row, item) => {
    row.forEach((score, index) => {
      indexes.push(index);
      scores.push(score);
    });
    starts[item + 1] = indexes.length;
  });
  return { starts, indexes: Int32Array.from(indexes), scores: Float64Array.from(scores) };
}

/** The similar items of an item and their scores. */
export function* similarItemsOf(
  { starts, indexes, scores }: SimilarItems,
  item: number,
): Generator<[index: number, score: number]> {
  for (let at = starts[item] ?? 0; at < (starts[item + 1] ?? 0); at++) yield [indexes[at] ?? 0, scores[at] ?? 0];
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

/** A list of numbers for each text, stored in one array. */
export interface NumbersByText {
  /** The start of each text's list in `numbers`, then the end of the last list. */
  readonly starts: Int32Array;
  readonly numbers: Int32Array;
}

/** The index of a text that is not in the other version of a list. */
export const absentIndex = -1;

/** The old index of each key; absentIndex where the key is new or now follows a key it used to precede. */
export function oldIndexesOf(oldKeys: readonly string[], keys: readonly string[]): Int32Array {
  const indexes = new Map(oldKeys.map((key, index) => [key, index]));
  let last = absentIndex;
  return Int32Array.from(keys, (key) => {
    const index = indexes.get(key) ?? absentIndex;
    if (index <= last) return absentIndex;
    last = index;
    return index;
  });
}

/** The new index of each of `count` old texts; absentIndex where the text was removed. */
export function newIndexesOf(oldIndexes: Int32Array, count: number): Int32Array {
  const newIndexes = new Int32Array(count).fill(absentIndex);
  oldIndexes.forEach((oldIndex, text) => {
    if (oldIndex !== absentIndex) newIndexes[oldIndex] = text;
  });
  return newIndexes;
}

/** The longest runs of texts that were consecutive before and still are: `text` is the new index of the first one. */
export function* unchangedRuns(oldIndexes: Int32Array): Generator<{ text: number; oldIndex: number; length: number }> {
  for (let text = 0; text < oldIndexes.length; ) {
    const oldIndex = oldIndexes[text] ?? absentIndex;
    let length = 1;
    while (oldIndex !== absentIndex && oldIndexes[text + length] === oldIndex + length) length++;
    if (oldIndex !== absentIndex) yield { text, oldIndex, length };
    text += length;
  }
}

/** The lists of all texts: copied from the previous lists where the text is unchanged, computed for other texts. */
export function reuseLists(
  oldIndexes: Int32Array,
  previous: NumbersByText,
  compute: (text: number) => ArrayLike<number>,
): NumbersByText {
  const computed = new Map<number, ArrayLike<number>>();
  const starts = new Int32Array(oldIndexes.length + 1);
  oldIndexes.forEach((oldIndex, text) => {
    if (oldIndex === absentIndex) computed.set(text, compute(text));
    const length =
      computed.get(text)?.length ?? (previous.starts[oldIndex + 1] ?? 0) - (previous.starts[oldIndex] ?? 0);
    starts[text + 1] = (starts[text] ?? 0) + length;
  });
  const numbers = new Int32Array(starts.at(-1) ?? 0);
  for (const [text, list] of computed) numbers.set(list, starts[text]);
  for (const { text, oldIndex, length } of unchangedRuns(oldIndexes))
    numbers.set(previous.numbers.subarray(previous.starts[oldIndex], previous.starts[oldIndex + length]), starts[text]);
  return { starts, numbers };
}

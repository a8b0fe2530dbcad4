/** A list of numbers for each text, all in one. */
export interface TextLists {
  /** Where the list of each text begins; a last place more, where all end. */
  readonly starts: Int32Array;
  readonly numbers: Int32Array;
}

/** The place of what did not stand there before. */
export const absent = -1;

/** Where each key stood before; absent where it did not, or where one that stood after it comes earlier now. */
export function placesBefore(before: readonly string[], keys: readonly string[]): Int32Array {
  const places = new Map(before.map((key, place) => [key, place]));
  let last = absent;
  return Int32Array.from(keys, (key) => {
    const place = places.get(key) ?? absent;
    if (place <= last) return absent;
    last = place;
    return place;
  });
}

/** Where each text that stood before stands now; absent where it is gone. */
export function placesNow(from: Int32Array, count: number): Int32Array {
  const now = new Int32Array(count).fill(absent);
  from.forEach((place, text) => {
    if (place !== absent) now[place] = text;
  });
  return now;
}

/** The texts that stood one after another before and still do: each such row, where it begins now and before. */
export function* keptRows(from: Int32Array): Generator<{ text: number; place: number; length: number }> {
  for (let text = 0; text < from.length; ) {
    const place = from[text] ?? absent;
    let length = 1;
    while (place !== absent && from[text + length] === place + length) length++;
    if (place !== absent) yield { text, place, length };
    text += length;
  }
}

/** The lists of all texts: of those that stood there before as they were, of others as they are made. */
export function keptLists(from: Int32Array, before: TextLists, make: (text: number) => ArrayLike<number>): TextLists {
  const made = new Map<number, ArrayLike<number>>();
  const starts = new Int32Array(from.length + 1);
  from.forEach((place, text) => {
    if (place === absent) made.set(text, make(text));
    const length = made.get(text)?.length ?? (before.starts[place + 1] ?? 0) - (before.starts[place] ?? 0);
    starts[text + 1] = (starts[text] ?? 0) + length;
  });
  const numbers = new Int32Array(starts.at(-1) ?? 0);
  for (const [text, list] of made) numbers.set(list, starts[text]);
  for (const { text, place, length } of keptRows(from))
    numbers.set(before.numbers.subarray(before.starts[place], before.starts[place + length]), starts[text]);
  return { starts, numbers };
}

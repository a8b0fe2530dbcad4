import { fold } from '#vietnamese/fold.ts';

/** An item that repeats one before it. */
export interface Repetition<Item> {
  readonly item: Item;
  readonly other: Item;
  readonly because: 'title' | 'text';
}

/** Below this many syllables only the very same text is a repetition. */
const shortText = 30;
const shingleLength = 5;
const enoughShared = 0.8;
/** How many of a text's shingles stand for it in the index, and how many of them another must have to be compared. */
const sketchSize = 16;
const sketchHits = 4;
/** How many texts the index remembers for a shingle (phrases such as the union's name are everywhere). */
const remembered = 16;
const mostCompared = 8;

/**
 * The items, in the order given, that have the title of an earlier one (marks, case and punctuation aside) or nearly
 * its text: "Lễ ký kết" after "LỄ KÝ KẾT." → because of its title.
 */
export function nearDuplicates<Item extends { readonly title: string; readonly text: string }>(
  items: readonly Item[],
): Repetition<Item>[] {
  const sameTitle = earlierWithSame(items.map(({ title }) => plain(title)));
  const syllables = syllableReader();
  const hashes = items.map(({ text }) => syllables(text));
  const isShort = (index: number) => (hashes[index]?.length ?? 0) < shortText;
  const sameText = earlierWithSame(items.map(({ text }, index) => (isShort(index) ? plain(text) : '')));
  const nearText = earlierWithNearly(hashes.map((hash, index) => (isShort(index) ? new Int32Array() : shingles(hash))));

  return items.flatMap((item, index): Repetition<Item>[] => {
    const titled = items[sameTitle.get(index) ?? -1];
    if (titled) return [{ item, other: titled, because: 'title' }];
    const told = items[sameText.get(index) ?? nearText.get(index) ?? -1];
    return told ? [{ item, other: told, because: 'text' }] : [];
  });
}

function plain(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** For each place whose key stood before, the first place it stood at; the empty key is no key. */
function earlierWithSame(keys: readonly string[]): Map<number, number> {
  const first = new Map<string, number>();
  const found = new Map<number, number>();
  keys.forEach((key, index) => {
    const other = first.get(key);
    if (other !== undefined) found.set(index, other);
    else if (key !== '') first.set(key, index);
  });
  return found;
}

const separator = 1;
const mark = 2;

/** A reader that gives a text's syllables, folded, as numbers (FNV-1a); each letter is folded once. */
function syllableReader(): (text: string) => number[] {
  const folded = new Int32Array(0x10000);
  const learn = (unit: number): number => {
    const letter = fold(String.fromCharCode(unit));
    const as = letter === '' ? mark : /[\p{L}\p{N}]/u.test(letter) ? letter.charCodeAt(0) : separator;
    folded[unit] = as;
    return as;
  };
  const empty = 0x811c9dc5 | 0;
  return (text) => {
    const hashes: number[] = [];
    let hash = empty;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const letter = folded[unit] || learn(unit);
      if (letter > mark) hash = Math.imul(hash ^ letter, 0x01000193);
      else if (letter === separator && hash !== empty) {
        hashes.push(hash);
        hash = empty;
      }
    }
    if (hash !== empty) hashes.push(hash);
    return hashes;
  };
}

const base = 0x2c1b3c6d;
const baseToLength = Array.from({ length: shingleLength }, () => base).reduce(Math.imul, 1);

/** Every run of five syllables as a number, each once, in an order that is as good as random. */
function shingles(syllables: readonly number[]): Int32Array {
  const all = new Int32Array(syllables.length - shingleLength + 1);
  let rolling = 0;
  syllables.forEach((syllable, index) => {
    const leaving = syllables[index - shingleLength] ?? 0;
    rolling = (Math.imul(rolling, base) + syllable - Math.imul(leaving, baseToLength)) | 0;
    if (index >= shingleLength - 1) all[index - shingleLength + 1] = mixed(rolling);
  });
  all.sort();
  return all.filter((one, index) => index === 0 || one !== all[index - 1]);
}

/** MurmurHash3's last step: numbers near each other end far apart. */
function mixed(number: number): number {
  let mix = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return mix ^ (mix >>> 16);
}

/** For each text that is nearly an earlier one, the place of that one. */
function earlierWithNearly(texts: readonly Int32Array[]): Map<number, number> {
  const holders = new Map<number, number[]>();
  texts.forEach((text, index) => {
    for (const one of text.subarray(0, sketchSize)) {
      const known = holders.get(one);
      if (!known) holders.set(one, [index]);
      else if (known.length < remembered) known.push(index);
    }
  });

  const found = new Map<number, number>();
  const hits = new Uint16Array(texts.length);
  /** A hit says more where few have it. */
  const weights = new Float64Array(texts.length);
  texts.forEach((text, index) => {
    const touched: number[] = [];
    for (const one of text) {
      const known = holders.get(one);
      if (!known) continue;
      const weight = 1 / known.length;
      for (const holder of known) {
        const before = hits[holder] ?? 0;
        if (before === 0) touched.push(holder);
        hits[holder] = before + 1;
        weights[holder] = (weights[holder] ?? 0) + weight;
      }
    }
    const likely = touched
      .filter((holder) => holder !== index && (hits[holder] ?? 0) >= sketchHits)
      .sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b)
      .slice(0, mostCompared);
    for (const holder of touched) {
      hits[holder] = 0;
      weights[holder] = 0;
    }
    for (const holder of likely) {
      const [earlier, later] = holder < index ? [holder, index] : [index, holder];
      const known = found.get(later) ?? texts.length;
      if (earlier < known && nearlySame(texts[earlier], texts[later])) found.set(later, earlier);
    }
  });
  return found;
}

/** Whether most of the shorter is in the longer; a round-up that tells an old short item among others is new. */
function nearlySame(earlier: Int32Array | undefined, later: Int32Array | undefined): boolean {
  if (!earlier || !later || earlier.length * 2 < later.length) return false;
  return shared(earlier, later) >= enoughShared * Math.min(earlier.length, later.length);
}

/** How many numbers two ascending lists share. */
function shared(a: Int32Array, b: Int32Array): number {
  let count = 0;
  let at = 0;
  for (const one of a) {
    while ((b[at] ?? Infinity) < one) at++;
    if (b[at] === one) count++;
  }
  return count;
}

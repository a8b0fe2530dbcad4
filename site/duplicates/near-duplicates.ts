import { fold } from '#vietnamese/fold.ts';
import { nearDuplicatePairs } from './near-duplicate-pairs.ts';
import { shinglesOfSketch, textShingles } from './text-sketch.ts';

/** An item that repeats an earlier one. */
export interface NearDuplicate<Item> {
  readonly item: Item;
  readonly other: Item;
  readonly because: 'title' | 'text';
}

/** The parts of an item that are compared. */
export interface ComparedItem {
  readonly title: string;
  /** The sketch of its text. */
  readonly sketch: string;
  readonly text: () => string;
}

/**
 * The items, oldest first, that repeat the title of an earlier one (ignoring marks, case and punctuation) or nearly its
 * text: "Lễ ký kết" after "LỄ KÝ KẾT." → because of its title.
 */
export function nearDuplicates<Item>(
  items: readonly Item[],
  comparable: (item: Item) => ComparedItem,
): NearDuplicate<Item>[] {
  const compared = items.map(comparable);
  const titles = compared.map(({ title }) => normalize(title));
  const shortTexts = compared.map(({ sketch, text }) => (sketch === '' ? normalize(text()) : ''));
  const shingles = new Map<number, Int32Array>();
  const allShingles = (index: number) => {
    const known = shingles.get(index) ?? textShingles(compared[index]?.text() ?? '');
    shingles.set(index, known);
    return known;
  };

  const sameTitle = earlierWithSame(titles);
  const sameText = earlierWithSame(shortTexts);
  const nearText = new Map<number, number>();
  const sketches = compared.map(({ sketch }) => shinglesOfSketch(sketch));
  for (const { earlier, later } of nearDuplicatePairs(sketches, allShingles))
    nearText.set(later, Math.min(earlier, nearText.get(later) ?? earlier));
  return items.flatMap((item, index): NearDuplicate<Item>[] => {
    const sameTitled = items[sameTitle.get(index) ?? -1];
    if (sameTitled) return [{ item, other: sameTitled, because: 'title' }];
    const other = items[sameText.get(index) ?? nearText.get(index) ?? -1];
    return other ? [{ item, other, because: 'text' }] : [];
  });
}

function normalize(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** For each index whose key occurred before, the index of its first occurrence; empty keys are ignored. */
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

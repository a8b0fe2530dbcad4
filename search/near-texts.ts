import type { Abbreviations } from './abbreviations.ts';
import { hash } from './hash.ts';
import { PairHolders } from './pair-holders.ts';
import { words } from './words.ts';

/** A text and the instant from which it is known. */
export interface DatedText {
  readonly text: string;
  readonly instant: number;
}

/** A pair of words is rare while so small a share of the earlier texts holds it, and no more than so many of them. */
const [rareShare, rareMost] = [1 / 16, 16];
/** What a pair weighs by the number of earlier texts that hold it. */
const weights = Array.from({ length: rareMost + 1 }, (_, count) => 1 / Math.log2(count + 2));
/** A text is compared in stretches of so many words: a sentence that is repeated word for word counts once or twice. */
const stretchLength = 30;
/** What two texts of middling length share by chance. */
const byChance = 1.8;

/**
 * For each item of a list that is oldest first, the earlier ones with a text near its own, and how near. Each stretch of
 * the text counts the rarest pair of words that both hold (0.63 where one text held it before, 0.2 where many did); what
 * may be chance is taken off. What is rare is told from earlier texts alone, so that no later one changes anything.
 */
export function nearTexts<Item>(
  oldestFirst: readonly Item[],
  read: (item: Item) => DatedText,
  abbreviations: Abbreviations,
): Map<Item, ReadonlyMap<Item, number>> {
  const near = new Map<Item, ReadonlyMap<Item, number>>();
  const earlier = new EarlierTexts(oldestFirst);
  let together: { pairs: number[]; instant: number }[] = [];
  for (const item of oldestFirst) {
    const { text, instant } = read(item);
    if (together[0]?.instant !== instant) {
      for (const { pairs } of together) earlier.add(pairs);
      together = [];
    }
    const pairs = pairsOf(text, abbreviations);
    near.set(item, earlier.near(pairs));
    together.push({ pairs, instant });
  }
  return near;
}

/** The pairs of neighbouring words of a text as numbers (of a million some hundred share one). */
function pairsOf(text: string, abbreviations: Abbreviations): number[] {
  const pairs: number[] = [];
  let before = 0;
  for (const { key, marks, joined } of words(text, abbreviations)) {
    const word = hash(key) + marks;
    if (joined) pairs.push((Math.imul(before, 0x9e3779b1) + word) | 0);
    before = word;
  }
  return pairs;
}

/** While a text is compared, three numbers of each earlier one: what both share, the last stretch that counted, for how much. */
const [shared, stretch, counted, stride] = [0, 1, 2, 3];

class EarlierTexts<Item> {
  readonly #items: readonly Item[];
  readonly #holders = new PairHolders(rareMost);
  readonly #lengths: number[] = [];
  #length = 0;
  readonly #compared: Float64Array;

  constructor(items: readonly Item[]) {
    this.#items = items;
    this.#compared = new Float64Array(items.length * stride);
  }

  add(pairs: readonly number[]): void {
    const text = this.#lengths.push(pairs.length) - 1;
    this.#length += pairs.length;
    for (const pair of pairs) this.#holders.add(pair, text);
  }

  near(pairs: readonly number[]): Map<Item, number> {
    const compared = this.#compared;
    const mean = this.#length / this.#lengths.length;
    const found = new Map<Item, number>();
    for (const text of this.#compare(pairs)) {
      const lengths = ((this.#lengths[text] ?? 0) * pairs.length) / mean ** 2;
      const nearness = (compared[text * stride + shared] ?? 0) - byChance * Math.sqrt(Math.max(1, lengths));
      if (nearness > 0) found.set(this.#items[text] as Item, nearness);
      compared[text * stride + shared] = 0;
    }
    return found;
  }

  /** Adds up what each earlier text shares; gives those that share anything. */
  #compare(pairs: readonly number[]): number[] {
    const compared = this.#compared;
    const rarest = Math.min(rareMost, this.#lengths.length * rareShare);
    const met: number[] = [];
    let here = 0;
    const meet = (text: number, count: number) => {
      const at = text * stride;
      const weight = weights[count] ?? 0;
      const before = compared[at + shared] ?? 0;
      if (before === 0) met.push(text);
      const already = before > 0 && compared[at + stretch] === here ? (compared[at + counted] ?? 0) : 0;
      if (weight <= already) return;
      compared[at + shared] = before + weight - already;
      compared[at + stretch] = here;
      compared[at + counted] = weight;
    };
    for (const [at, pair] of pairs.entries()) {
      here = Math.floor(at / stretchLength);
      this.#holders.each(pair, rarest, meet);
    }
    return met;
  }
}

import { type Near, nearness, type PairedTexts, rareMost, stretchLength, weights } from './nearness.ts';
import { WatchedNumbers } from './watched-numbers.ts';

/** What changed since texts were compared, and what was near then. */
export interface Changes {
  /** Pairs that are held by other texts than before, and those of each text that is compared anew. */
  readonly pairs: Iterable<number>;
  /** How many texts are new: a pair has so many more holders at most. */
  readonly added: number;
  readonly isNew: (text: number) => boolean;
  /** What is near to a text, of what is still there; undefined where it is to be compared anew. */
  readonly nearBefore: (text: number) => ReadonlyMap<number, number> | undefined;
}

/**
 * What is near to each of the texts, by comparing those alone that share a changed pair; corrects how many hold each.
 * A text is compared with an earlier one again where a pair that both hold is, or was, rare and now has another number
 * of holders, or where the earlier one is new.
 */
export function nearChanged(texts: PairedTexts, changes: Changes): Near {
  const { starts, numbers, holders, measures } = texts;
  const watched = new WatchedNumbers(new Map(Array.from(changes.pairs, (pair): [number, number[]] => [pair, []])));
  /** Where so many texts hold a pair, it was and is too common for whatever comes after. */
  const enough = rareMost + 1 + changes.added;
  const next = (from: number, end: number) => watched.next(numbers, from, end);
  const compare = comparer(texts);

  return measures.map(({ earlier, rarest }, text) => {
    const before = changes.nearBefore(text);
    const again: number[] = [];
    const isRare = (count: number) => count > 0 && count <= rarest;
    const end = starts[text + 1] ?? 0;
    for (let at = next(starts[text] ?? 0, end); at < end; at = next(at + 1, end)) {
      const pair = numbers[at] ?? 0;
      const listed = watched.get(pair);
      if (!listed) continue;
      const held = heldBefore(listed, earlier);
      const was = before ? (holders[at] ?? 0) : 0;
      const count = Math.min(held, rareMost + 1);
      holders[at] = count;
      if (held >= enough) watched.delete(pair);
      else if (listed.at(-1) !== text) listed.push(text);
      if (!isRare(count) && !isRare(was)) continue;
      for (let each = 0; each < held; each++) {
        const other = listed[each] ?? 0;
        if (was !== count || changes.isNew(other)) again.push(other);
      }
    }
    if (before && again.length === 0) return before;
    const found = new Map(before);
    for (const [other, near] of compare(text, [...new Set(again)]))
      if (near > 0) found.set(other, near);
      else found.delete(other);
    return found;
  });
}

/** How many of the texts, which are ascending, come before one. */
function heldBefore(texts: readonly number[], text: number): number {
  let held = texts.length;
  while (held > 0 && (texts[held - 1] ?? 0) >= text) held--;
  return held;
}

/** What compares a text with others one by one: by the rule for all with all, sums in the same order. */
function comparer({ starts, numbers, holders, measures }: PairedTexts) {
  const start = (text: number) => starts[text] ?? 0;
  const length = (text: number) => start(text + 1) - start(text);

  return (text: number, others: readonly number[]): [other: number, near: number][] => {
    const measure = measures[text];
    if (!measure || others.length === 0) return [];
    const rare: { stretch: number; weight: number; place: number }[] = [];
    const places = new Map<number, number>();
    for (let at = start(text); at < start(text + 1); at++) {
      const [pair, count] = [numbers[at] ?? 0, holders[at] ?? 0];
      if (count === 0 || count > measure.rarest) continue;
      const place = places.get(pair) ?? places.size;
      places.set(pair, place);
      rare.push({ stretch: Math.floor((at - start(text)) / stretchLength), weight: weights[count] ?? 0, place });
    }
    const watched = new WatchedNumbers(places);
    const next = (from: number, end: number) => watched.next(numbers, from, end);
    /** By the place of a pair the last of the others that held it. */
    const holder = new Int32Array(places.size).fill(-1);
    return others.map((other) => {
      const end = start(other + 1);
      for (let at = next(start(other), end); at < end; at = next(at + 1, end)) {
        const place = watched.get(numbers[at] ?? 0);
        if (place !== undefined) holder[place] = other;
      }
      let [shared, last, counted] = [0, -1, 0];
      for (const { stretch, weight, place } of rare) {
        const already = last === stretch ? counted : 0;
        if (holder[place] !== other || weight <= already) continue;
        shared = shared + weight - already;
        last = stretch;
        counted = weight;
      }
      return [other, nearness(shared, length(text), length(other), measure)];
    });
  };
}

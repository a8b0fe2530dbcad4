import { BloomFilteredMap } from './bloom-filtered-map.ts';
import {
  maxRareFrequency,
  pairsPerWindow,
  type SimilarityScores,
  similarityScore,
  type WordPairsByText,
  weightByFrequency,
} from './similarity-score.ts';

/** The changes of a list of texts since the last comparison, and the scores of that comparison. */
export interface TextChanges {
  /** The word pairs whose set of texts changed, and all pairs of each text to be compared again. */
  readonly changedPairs: Iterable<number>;
  /** How many texts are new: the document frequency of a pair grew by this at most. */
  readonly addedCount: number;
  readonly isNew: (text: number) => boolean;
  /** The previous scores of a text, without removed texts; undefined where the text must be compared again. */
  readonly previousScores: (text: number) => ReadonlyMap<number, number> | undefined;
}

/**
 * The similarity of each text to earlier ones, comparing only texts that share a changed word pair; corrects the
 * frequencies of the pairs. Two texts are compared again where a pair in both of them is or was rare and its frequency
 * changed, or where the earlier one is new.
 */
export function compareChanged(texts: WordPairsByText, changes: TextChanges): SimilarityScores {
  const findChanged = changedFinder(texts, changes);
  const compare = comparer(texts);
  return texts.parameters.map((_, text) => {
    const previous = changes.previousScores(text);
    const others = findChanged(text, previous !== undefined);
    if (previous && others.size === 0) return previous;
    const scores = new Map(previous);
    for (const [other, score] of compare(text, [...others]))
      if (score > 0) scores.set(other, score);
      else scores.delete(other);
    return scores;
  });
}

/**
 * A function that returns the earlier texts with which a text must be compared, and corrects the frequencies of its
 * pairs; to be called with texts in their order. `hasPrevious` is whether the text has frequencies and scores already.
 */
function changedFinder({ starts, numbers, frequencies, parameters }: WordPairsByText, changes: TextChanges) {
  const postings = new BloomFilteredMap(
    new Map(Array.from(changes.changedPairs, (pair): [number, number[]] => [pair, []])),
  );
  /** From this frequency on, a pair was and is too frequent for all later texts. */
  const maxListed = maxRareFrequency + 1 + changes.addedCount;
  const next = (from: number, end: number) => postings.nextCandidate(numbers, from, end);
  /** The earlier texts that hold a pair; undefined if it did not change. Adds the text to them, for later ones. */
  const earlierHolders = (pair: number, text: number, earlierCount: number) => {
    const list = postings.get(pair);
    if (!list) return undefined;
    const earlier = list.slice(0, countBelow(list, earlierCount));
    if (earlier.length >= maxListed) postings.delete(pair);
    else if (list.at(-1) !== text) list.push(text);
    return earlier;
  };

  return (text: number, hasPrevious: boolean): ReadonlySet<number> => {
    const { earlierCount = 0, maxFrequency = 0 } = parameters[text] ?? {};
    const isRare = (frequency: number) => frequency > 0 && frequency <= maxFrequency;
    const found = new Set<number>();
    const end = starts[text + 1] ?? 0;
    for (let at = next(starts[text] ?? 0, end); at < end; at = next(at + 1, end)) {
      const earlier = earlierHolders(numbers[at] ?? 0, text, earlierCount);
      if (!earlier) continue;
      const oldFrequency = hasPrevious ? (frequencies[at] ?? 0) : 0;
      const frequency = Math.min(earlier.length, maxRareFrequency + 1);
      frequencies[at] = frequency;
      if (!isRare(frequency) && !isRare(oldFrequency)) continue;
      for (const other of oldFrequency === frequency ? earlier.filter(changes.isNew) : earlier) found.add(other);
    }
    return found;
  };
}

/** How many numbers of an ascending list are below a limit. */
function countBelow(list: readonly number[], limit: number): number {
  let count = list.length;
  while (count > 0 && (list[count - 1] ?? 0) >= limit) count--;
  return count;
}

/** Compares a text with single others, exactly as compareAll does: the sums add up in the same order. */
function comparer({ starts, numbers, frequencies, parameters }: WordPairsByText) {
  const start = (text: number) => starts[text] ?? 0;
  const length = (text: number) => start(text + 1) - start(text);

  return (text: number, others: readonly number[]): [other: number, score: number][] => {
    const params = parameters[text];
    if (!params || others.length === 0) return [];
    const rare: { window: number; weight: number; id: number }[] = [];
    const pairIds = new Map<number, number>();
    for (let at = start(text); at < start(text + 1); at++) {
      const [pair, frequency] = [numbers[at] ?? 0, frequencies[at] ?? 0];
      if (frequency === 0 || frequency > params.maxFrequency) continue;
      const id = pairIds.get(pair) ?? pairIds.size;
      pairIds.set(pair, id);
      rare.push({
        window: Math.floor((at - start(text)) / pairsPerWindow),
        weight: weightByFrequency[frequency] ?? 0,
        id,
      });
    }
    const rarePairs = new BloomFilteredMap(pairIds);
    const next = (from: number, end: number) => rarePairs.nextCandidate(numbers, from, end);
    /** The last of the others that held each pair, by pair id. */
    const lastHolder = new Int32Array(pairIds.size).fill(-1);
    return others.map((other) => {
      const end = start(other + 1);
      for (let at = next(start(other), end); at < end; at = next(at + 1, end)) {
        const id = rarePairs.get(numbers[at] ?? 0);
        if (id !== undefined) lastHolder[id] = other;
      }
      let [shared, lastWindow, windowWeight] = [0, -1, 0];
      for (const { window, weight, id } of rare) {
        const counted = lastWindow === window ? windowWeight : 0;
        if (lastHolder[id] !== other || weight <= counted) continue;
        shared = shared + weight - counted;
        lastWindow = window;
        windowWeight = weight;
      }
      return [other, similarityScore(shared, length(text), length(other), params)];
    });
  };
}

import type { NumbersByText } from './numbers-by-text.ts';

/** Texts, oldest first, as lists of their word pairs. */
export interface WordPairsByText extends NumbersByText {
  /** The document frequency of each pair: how many earlier texts hold it, up to maxRareFrequency + 1. */
  readonly frequencies: Uint8Array;
  /** The parameters of each text, which depend on earlier texts alone. */
  readonly parameters: readonly ScoreParameters[];
}

/** The parameters of the similarity score of a text. */
export interface ScoreParameters {
  /** How many texts are earlier: those with a lower index. */
  readonly earlierCount: number;
  /** The highest document frequency of a rare pair. */
  readonly maxFrequency: number;
  /** The typical number of pairs of a text. */
  readonly typicalLength: number;
}

/** For each text the similarity scores of earlier similar texts, by their index. */
export type SimilarityScores = ReadonlyMap<number, number>[];

/** A word pair is rare where at most this share of the earlier texts hold it, and at most maxRareFrequency of them. */
const rareShare = 1 / 16;
export const maxRareFrequency = 16;
/** The weight of a pair, by its document frequency. */
export const weightByFrequency = Array.from(
  { length: maxRareFrequency + 1 },
  (_, frequency) => 1 / Math.log2(frequency + 2),
);
/** Texts are compared in windows of this many word pairs, so that a sentence copied verbatim counts once or twice. */
export const pairsPerWindow = 30;
/** The weight that two texts of typical length share by chance. */
const chanceWeight = 1.8;
/** Typical lengths are rounded to an eighth of a doubling (9 %), so that one text more or less seldom changes them. */
const stepsPerDoubling = 8;

/** The similarity of a text to an earlier one, by the weight they share and their lengths; 0 or less is not similar. */
export function similarityScore(
  shared: number,
  length: number,
  otherLength: number,
  { typicalLength }: ScoreParameters,
): number {
  return shared - chanceWeight * Math.sqrt(Math.max(1, (length * otherLength) / typicalLength ** 2));
}

/**
 * The parameters of each text, given the starts of the pair lists and the ascending instants; texts of the same instant
 * are not earlier. The typical length is the mean of the first 1, 2, 4, 8… texts: of half of the earlier ones or more.
 */
export function scoreParameters(starts: Int32Array, instants: Float64Array): ScoreParameters[] {
  const cachedLengths = new Map<number, number>();
  const typicalLength = (count: number): number => {
    const cached = cachedLengths.get(count);
    if (cached !== undefined) return cached;
    const mean = Math.max(1, (starts[count] ?? 0) / count);
    const rounded = 2 ** (Math.round(Math.log2(mean) * stepsPerDoubling) / stepsPerDoubling);
    cachedLengths.set(count, rounded);
    return rounded;
  };
  let earlierCount = 0;
  return Array.from(instants, (instant, text): ScoreParameters => {
    if (instant !== instants[text - 1]) earlierCount = text;
    return {
      earlierCount,
      maxFrequency: Math.floor(Math.min(maxRareFrequency, earlierCount * rareShare)),
      typicalLength: earlierCount === 0 ? 1 : typicalLength(2 ** Math.floor(Math.log2(earlierCount))),
    };
  });
}

import type { TextLists } from './kept-texts.ts';

/** Texts that are oldest first, as the pairs of their words. */
export interface PairedTexts extends TextLists {
  /** How many earlier texts hold each of the pairs; one more than may be rare stands for any more. */
  readonly holders: Uint8Array;
  /** What each text is measured with, which earlier texts alone decide. */
  readonly measures: readonly Measure[];
}

/** What nearness to a text is measured with. */
export interface Measure {
  /** How many texts are earlier: those from the first on. */
  readonly earlier: number;
  /** The most holders with which a pair is rare. */
  readonly rarest: number;
  /** The length of a text of middling length. */
  readonly middling: number;
}

/** For each text the earlier ones that are near, and how near. */
export type Near = ReadonlyMap<number, number>[];

/** A pair of words is rare while so small a share of the earlier texts holds it, and no more than so many of them. */
const rareShare = 1 / 16;
export const rareMost = 16;
/** What a pair weighs by the number of earlier texts that hold it. */
export const weights = Array.from({ length: rareMost + 1 }, (_, count) => 1 / Math.log2(count + 2));
/** A text is compared in stretches of so many words: a sentence that is repeated word for word counts once or twice. */
export const stretchLength = 30;
/** What two texts of middling length share by chance. */
const byChance = 1.8;
/** Middling lengths go up in steps of a ninth (an eighth of a doubling), so that one text more or less seldom moves one. */
const steps = 8;

/** How near a text is to an earlier one, by what they share and their lengths; 0 or less is not near. */
export function nearness(shared: number, length: number, otherLength: number, { middling }: Measure): number {
  return shared - byChance * Math.sqrt(Math.max(1, (length * otherLength) / middling ** 2));
}

/**
 * What each of the texts is measured with, by where their pairs begin and the instants they are known from. Middling is
 * the mean of the first 1, 2, 4, 8… texts: of half of the earlier ones or more.
 */
export function measures(starts: Int32Array, instants: Float64Array): Measure[] {
  const middlingOf = new Map<number, number>();
  const middling = (count: number): number => {
    const known = middlingOf.get(count);
    if (known !== undefined) return known;
    const mean = Math.max(1, (starts[count] ?? 0) / count);
    const rounded = 2 ** (Math.round(Math.log2(mean) * steps) / steps);
    middlingOf.set(count, rounded);
    return rounded;
  };
  let earlier = 0;
  return Array.from(instants, (instant, text) => {
    if (instant !== instants[text - 1]) earlier = text;
    return {
      earlier,
      rarest: Math.floor(Math.min(rareMost, earlier * rareShare)),
      middling: earlier === 0 ? 1 : middling(2 ** Math.floor(Math.log2(earlier))),
    };
  });
}

import type { Taken } from '../build/run-measured.ts';
import { percentile } from './percentile.ts';

/** What is built: everything from nothing, or again after one article was edited or added. */
export type Step = 'full' | 'edit' | 'add';

/** What one contestant took for one step, a number per round. */
export interface Measured {
  readonly contestant: string;
  readonly step: Step;
  /** None when it did not finish. */
  readonly rounds: readonly Taken[];
  readonly files: number;
  readonly bytes: number;
  /** Of a step after another: files that were written, or went. */
  readonly changed?: number;
}

/** A run over so many articles. */
export interface SizeResults {
  readonly articles: number;
  /** "2026-11-26" */
  readonly day: string;
  readonly node: string;
  readonly cores: number;
  /** How many processes wanted to work at once in the last quarter of an hour; on an idle machine the bench alone gives 1 to 2. */
  readonly load?: number;
  /** Absent where it is not installed. */
  readonly hugo?: string;
  readonly measured: readonly Measured[];
  /** Seconds from a saved article to its new page, under `npm start`. */
  readonly saves?: readonly number[];
}

/** What a kind of page weighs as the reader gets it. */
export interface KindWeight {
  readonly kind: string;
  readonly pages: number;
  /** Bytes of the HTML, its style in it, in Brotli. */
  readonly median: number;
  readonly heaviest: number;
  /** Requests the first paint waits for, the most of any page. */
  readonly blocking: number;
  readonly thirdParty: number;
}

/** What a first search costs its reader. */
export interface SearchCost {
  readonly articles: number;
  readonly median: number;
  readonly p99: number;
  /** Milliseconds of CPU. */
  readonly cpu: number;
}

/** What Lighthouse found over a page of every kind. */
export interface LighthouseResults {
  /** "2026-11-26" */
  readonly day: string;
  readonly kinds: number;
  /** The lowest score that any page got, of 100, by the groups of Lighthouse in their order. */
  readonly lowest: readonly number[];
}

/** All that docs/bench.md tells, by the newest run of each size. */
export interface BenchResults {
  readonly sizes: readonly SizeResults[];
  readonly weights: readonly KindWeight[];
  readonly search?: SearchCost;
  readonly lighthouse?: LighthouseResults;
}

/** Earlier results with those of a new run in the place of older ones of the same. */
export function withNewer(
  earlier: BenchResults,
  { sizes = [], weights = [], ...newer }: Partial<BenchResults>,
): BenchResults {
  const kept = earlier.sizes.filter(({ articles }) => sizes.every((size) => size.articles !== articles));
  return {
    ...earlier,
    ...newer,
    sizes: [...kept, ...sizes].sort((a, b) => a.articles - b.articles),
    weights: weights.length > 0 ? weights : earlier.weights,
  };
}

/** What a contestant took for a step; undefined when it was not measured or did not finish. */
export function measuredOf(
  size: SizeResults | undefined,
  contestant: string,
  step: Step = 'full',
): Measured | undefined {
  return size?.measured.find((each) => each.contestant === contestant && each.step === step && each.rounds.length > 0);
}

/** The median of a measure over the rounds. */
export function medianOf({ rounds }: Measured, of: keyof Taken): number {
  return percentile(
    rounds.map((round) => round[of]),
    0.5,
  );
}

/** The ratio in each round that both took part in, then their median: what slows the machine for a while slows both. */
export function ratioOf(one: Measured | undefined, other: Measured | undefined, of: keyof Taken): number | undefined {
  const ratios = (one?.rounds ?? []).flatMap((round, index) => {
    const beside = other?.rounds[index];
    return beside ? [round[of] / beside[of]] : [];
  });
  return ratios.length > 0 ? percentile(ratios, 0.5) : undefined;
}

import type { RunMeasurement } from '../build/run-measured.ts';
import { percentile } from './percentile.ts';

/** The kind of build: a full one, or an incremental one after nothing, an article edited, or one added. */
export type BuildKind = 'full' | 'unchanged' | 'edit' | 'add';

/** The cost of one step for one contestant, per round. */
export interface BuildMeasurement {
  readonly contestant: string;
  readonly step: BuildKind;
  /** Empty when the contestant failed. */
  readonly rounds: readonly RunMeasurement[];
  readonly files: number;
  readonly bytes: number;
  /** After an incremental step: the number of files that were written or deleted. */
  readonly changed?: number;
}

/** The results for one number of articles. */
export interface SizeResults {
  readonly articles: number;
  /** "2026-11-26" */
  readonly day: string;
  readonly node: string;
  readonly cores: number;
  /** The 15-minute load average at the end of the run; the bench alone causes 1 to 2. */
  readonly load?: number;
  /** The version of Hugo; absent if it is not installed. */
  readonly hugo?: string;
  readonly measured: readonly BuildMeasurement[];
  /** Seconds from saving an article to its new page, under `npm start`. */
  readonly saves?: readonly number[];
}

/** The weight of a kind of page. */
export interface KindWeight {
  readonly kind: string;
  readonly pages: number;
  /** Bytes of the HTML with its inline style, in Brotli. */
  readonly median: number;
  readonly heaviest: number;
  /** The maximum number of render-blocking requests of a page. */
  readonly blocking: number;
  readonly thirdParty: number;
}

/** The cost of a reader's first search, in bytes and CPU. */
export interface SearchCost {
  readonly articles: number;
  readonly median: number;
  readonly p99: number;
  /** Milliseconds of CPU. */
  readonly cpu: number;
}

/** Seconds of `npm run check` without npm, per round. */
export interface CheckTimes {
  /** A number of files, none of which the build cache holds. */
  readonly new: { readonly files: number; readonly seconds: readonly number[] };
  /** A number of files that the build cache holds but one, which was edited. */
  readonly known: { readonly files: number; readonly seconds: readonly number[] };
}

/** What a reader's first visit to the union's first article costs. */
export interface FirstVisit {
  /** All requests until the network is idle, those of the service worker included. */
  readonly requests: number;
  /** Of all responses, headers included. */
  readonly bytes: number;
  /** Milliseconds to the first paint over an emulated slow 4G, per round. */
  readonly paint: readonly number[];
  /** The same for the same article on another site, in turns. */
  readonly otherPaint?: readonly number[];
}

/** CPU time of the counter for a hit ÷ that of a bare server, by the number of connections. */
export interface CounterCost {
  /** "2026-11-26" */
  readonly day: string;
  readonly ratios: Readonly<Record<'64' | '256', number>>;
}

/** The Lighthouse scores over one page of every kind. */
export interface LighthouseResults {
  /** "2026-11-26" */
  readonly day: string;
  readonly kinds: number;
  /** The lowest score of any page (at most 100) in each category of Lighthouse, in their order. */
  readonly lowest: readonly number[];
}

/** All results in docs/bench.md; each size has those of its newest run. */
export interface BenchResults {
  readonly sizes: readonly SizeResults[];
  readonly weights: readonly KindWeight[];
  readonly search?: SearchCost;
  readonly checks?: CheckTimes;
  readonly visit?: FirstVisit;
  readonly counter?: CounterCost;
  readonly lighthouse?: LighthouseResults;
}

/** Earlier results, with those of the same measurements replaced by a new run. */
export function mergeResults(
  earlier: BenchResults,
  { sizes = [], weights = [], ...newer }: Partial<BenchResults>,
): BenchResults {
  const otherSizes = earlier.sizes.filter(({ articles }) => sizes.every((size) => size.articles !== articles));
  return {
    ...earlier,
    ...newer,
    sizes: [...otherSizes, ...sizes].sort((a, b) => a.articles - b.articles),
    weights: weights.length > 0 ? weights : earlier.weights,
  };
}

/** The measurement of a contestant and step; undefined when it was not measured or failed. */
export function findMeasurement(
  size: SizeResults | undefined,
  contestant: string,
  step: BuildKind = 'full',
): BuildMeasurement | undefined {
  return size?.measured.find((m) => m.contestant === contestant && m.step === step && m.rounds.length > 0);
}

/** The median of a measure over the rounds. */
export function medianOf({ rounds }: BuildMeasurement, measure: keyof RunMeasurement): number {
  return percentile(
    rounds.map((round) => round[measure]),
    0.5,
  );
}

/** The median of the ratios of each common round: a slow phase of the machine affects both sides of a ratio. */
export function medianRatioOf(
  one: BuildMeasurement | undefined,
  other: BuildMeasurement | undefined,
  measure: keyof RunMeasurement,
): number | undefined {
  const ratios = (one?.rounds ?? []).flatMap((round, index) => {
    const otherRound = other?.rounds[index];
    return otherRound ? [round[measure] / otherRound[measure]] : [];
  });
  return ratios.length > 0 ? percentile(ratios, 0.5) : undefined;
}

import type { CarriedTotal, CounterExport, CounterImport, RowPosition } from './rows.ts';

/** A visitor who opened a page: only what is needed to count it. */
export interface PageHit {
  readonly network: string;
  readonly userAgent: string;
  readonly path: string;
}

interface SiteTotals {
  /** Visits since counting began, those of the old site included. */
  readonly total: number;
  /** Visits since 00:00 in Việt Nam. */
  readonly today: number;
}

/** The response to a hit: the numbers of a page and of the site. */
export interface PageCounts extends SiteTotals {
  readonly path: string;
  readonly views: number;
  readonly counted: boolean;
}

/** The visits to the site and the views of the requested pages, by path. */
export interface SiteCounts extends SiteTotals {
  readonly pages: Readonly<Record<string, number>>;
}

/** All numbers, the source of snapshots and statistics. */
export interface AllCounts extends SiteCounts {
  readonly v: 1;
  readonly at: string;
  /** Visits by day ("2026-11-24") for the last 400 days. */
  readonly days: Readonly<Record<string, number>>;
  /** Visits by month ("2026-11") in those days. */
  readonly months: Readonly<Record<string, number>>;
  /** Views by path in the last 30 days. */
  readonly recent: Readonly<Record<string, number>>;
  readonly carried?: CarriedTotal;
}

export interface CounterHealth {
  /** False while hits cannot be made durable, or new readers are not counted. */
  readonly ok: boolean;
  /** Why new readers are not counted: there are as many keys as the counter may hold. */
  readonly full: boolean;
  /** Counted hits that are not committed yet. */
  readonly dirty: number;
  /** Duration of the last commit (ms). */
  readonly lastCommitMs: number;
}

export interface ImportResult {
  /** False when an addition with this id was applied before. */
  readonly applied: boolean;
  readonly rows: number;
}

/** Thrown when a commit failed. The hit stays pending and is committed later; an import has to be repeated. */
export class NotDurableError extends Error {}

/** The counter as the routes use it: one counter, or several shards. */
export interface VisitCounter {
  /** Resolves once the hit is durable; throws NotDurableError. */
  hit(visit: PageHit): Promise<PageCounts>;
  /** A page's numbers without counting a hit, for a bot. */
  pageFigures(path: string): Promise<PageCounts>;
  figures(paths: readonly string[]): Promise<SiteCounts>;
  all(): Promise<AllCounts>;
  /** The part of an export that begins after a row. */
  export(after?: RowPosition): Promise<CounterExport>;
  import(rows: CounterImport): Promise<ImportResult>;
  health(): Promise<CounterHealth>;
}

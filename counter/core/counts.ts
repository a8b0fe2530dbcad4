import type { Carried, Export, Import } from './rows.ts';

/** Who opened what, as the routes hand it on: no more than what is counted with. */
export interface Visit {
  readonly network: string;
  readonly userAgent: string;
  readonly path: string;
}

interface Sums {
  /** Visits since counting began, what was carried over included. */
  readonly total: number;
  /** Visits since 00:00 in Việt Nam. */
  readonly today: number;
}

/** The answer to a hit. */
export interface Shown extends Sums {
  readonly path: string;
  readonly views: number;
  readonly counted: boolean;
}

/** The sums and the views of the pages asked for. */
export interface Figures extends Sums {
  readonly pages: Readonly<Record<string, number>>;
}

/** What snapshots and statistics are made from. */
export interface AllFigures extends Figures {
  readonly v: 1;
  readonly at: string;
  /** Visits by day ("2026-11-24"), the last 400. */
  readonly days: Readonly<Record<string, number>>;
  /** Visits by month ("2026-11") over those days. */
  readonly months: Readonly<Record<string, number>>;
  /** Views by path in the last 30 days. */
  readonly recent: Readonly<Record<string, number>>;
  readonly carried?: Carried;
}

export interface Health {
  readonly ok: boolean;
  /** Counted hits that wait to be made durable. */
  readonly dirty: number;
  /** How long the last commit took. */
  readonly lastCommitMs: number;
}

export interface Imported {
  /** False when an addition of this id had been made before. */
  readonly applied: boolean;
  readonly rows: number;
}

/** Thrown when a hit or an import could not be made durable; what it counts is kept and is tried again. */
export class NotDurable extends Error {}

/** What the routes ask of a host: one counter, or several that share the visitors. */
export interface Counts {
  /** Resolves once the hit is durable; throws NotDurable. */
  hit(visit: Visit): Promise<Shown>;
  /** A page's numbers without a hit, for a bot. */
  shown(path: string): Promise<Shown>;
  figures(paths: readonly string[]): Promise<Figures>;
  all(): Promise<AllFigures>;
  export(): Promise<Export>;
  import(rows: Import): Promise<Imported>;
  health(): Promise<Health>;
}

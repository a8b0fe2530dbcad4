import type { Counts, Figures, Visit } from './counts.ts';
import type { Import } from './rows.ts';
import { shardOf, sumAll, sumExports, sumFigures, sumHealth } from './shards.ts';

/** How long (ms) after a hit the other shards' numbers for the same page are not asked for again. */
const remembered = 10_000;
const mostRemembered = 2000;

/** Several counters that share the visitors and answer as one. */
export class ShardedCounts implements Counts {
  readonly #shards: readonly Counts[];
  readonly #clock: () => number;
  readonly #known = new Map<string, { at: number; figures: Figures }>();

  constructor(shards: readonly Counts[], clock: () => number) {
    this.#shards = shards;
    this.#clock = clock;
  }

  async hit(visit: Visit) {
    const { path } = visit;
    const own = shardOf(visit.network, this.#shards.length);
    const [shown, ...others] = await Promise.all([
      this.#shard(own).hit(visit),
      ...this.#shards.map((_, index) => (index === own ? none : this.#lately(index, path))),
    ]);
    const { total, today, pages } = sumFigures([{ ...shown, pages: { [path]: shown.views } }, ...others]);
    return { total, today, path, views: pages[path] ?? 0, counted: shown.counted };
  }

  async shown(path: string) {
    const { total, today, pages } = await this.figures([path]);
    return { total, today, path, views: pages[path] ?? 0, counted: false };
  }

  async figures(paths: readonly string[]) {
    return sumFigures(await Promise.all(this.#shards.map((shard) => shard.figures(paths))));
  }

  async all() {
    return sumAll(await Promise.all(this.#shards.map((shard) => shard.all())));
  }

  async export() {
    return sumExports(await Promise.all(this.#shards.map((shard) => shard.export())));
  }

  /** All rows go to the first shard, then what they replace leaves the others: broken off half-way, `set` is to be repeated, and nothing was lost. */
  async import(rows: Import) {
    const [first, ...others] = [this.#shard(0), ...this.#shards.slice(1)];
    const imported = await first.import(rows);
    if (rows.mode === 'set') {
      const none = { mode: 'set', rows: rows.rows.map((row) => ({ ...row, n: 0 })), additions: {} } as const;
      await Promise.all(others.map((shard) => shard.import(none)));
    }
    this.#known.clear();
    return imported;
  }

  async health() {
    return sumHealth(await Promise.all(this.#shards.map((shard) => shard.health())));
  }

  #shard(index: number): Counts {
    const shard = this.#shards[index];
    if (!shard) throw new Error(`There is no shard ${index}.`);
    return shard;
  }

  async #lately(index: number, path: string): Promise<Figures> {
    const place = `${index} ${path}`;
    const now = this.#clock();
    const before = this.#known.get(place);
    if (before && Math.abs(now - before.at) < remembered) return before.figures;
    const figures = await this.#shard(index).figures([path]);
    if (this.#known.size >= mostRemembered) this.#known.clear();
    this.#known.set(place, { at: now, figures });
    return figures;
  }
}

const none: Figures = { total: 0, today: 0, pages: {} };

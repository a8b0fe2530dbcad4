import type { CounterImport, RowPosition } from './rows.ts';
import { shardOfNetwork, sumAllCounts, sumExports, sumHealth, sumSiteCounts } from './shards.ts';
import type { PageHit, SiteCounts, VisitCounter } from './visit-counter.ts';

/** How long (ms) the other shards' numbers for a page are cached. */
const cacheTime = 10_000;
const cacheSize = 2000;

/** Several shards, each with a part of the networks, combined into one counter. */
export class ShardedCounter implements VisitCounter {
  readonly #shards: readonly VisitCounter[];
  readonly #clock: () => number;
  readonly #cache = new Map<string, { at: number; figures: SiteCounts }>();

  constructor(shards: readonly VisitCounter[], clock: () => number) {
    this.#shards = shards;
    this.#clock = clock;
  }

  async hit(visit: PageHit) {
    const { path } = visit;
    const own = shardOfNetwork(visit.network, this.#shards.length);
    const [shown, ...others] = await Promise.all([
      this.#shard(own).hit(visit),
      ...this.#shards.map((_, index) => (index === own ? emptyFigures : this.#cachedFigures(index, path))),
    ]);
    const { total, today, pages } = sumSiteCounts([{ ...shown, pages: { [path]: shown.views } }, ...others]);
    return { total, today, path, views: pages[path] ?? 0, counted: shown.counted };
  }

  async pageFigures(path: string) {
    const { total, today, pages } = await this.figures([path]);
    return { total, today, path, views: pages[path] ?? 0, counted: false };
  }

  async figures(paths: readonly string[]) {
    return sumSiteCounts(await Promise.all(this.#shards.map((shard) => shard.figures(paths))));
  }

  async all() {
    return sumAllCounts(await Promise.all(this.#shards.map((shard) => shard.all())));
  }

  async export(after?: RowPosition) {
    return sumExports(await Promise.all(this.#shards.map((shard) => shard.export(after))));
  }

  /** Writes all rows to the first shard; `set` then zeroes them in the others. If interrupted, it can be repeated. */
  async import(rows: CounterImport) {
    const [first, ...others] = [this.#shard(0), ...this.#shards.slice(1)];
    const result = await first.import(rows);
    if (rows.mode === 'set') {
      const zeros = { mode: 'set', rows: rows.rows.map((row) => ({ ...row, n: 0 })), additions: {} } as const;
      await Promise.all(others.map((shard) => shard.import(zeros)));
    }
    this.#cache.clear();
    return result;
  }

  async health() {
    return sumHealth(await Promise.all(this.#shards.map((shard) => shard.health())));
  }

  #shard(index: number): VisitCounter {
    const shard = this.#shards[index];
    if (!shard) throw new Error(`There is no shard ${index}.`);
    return shard;
  }

  async #cachedFigures(index: number, path: string): Promise<SiteCounts> {
    const key = `${index} ${path}`;
    const now = this.#clock();
    const cached = this.#cache.get(key);
    if (cached && Math.abs(now - cached.at) < cacheTime) return cached.figures;
    const figures = await this.#shard(index).figures([path]);
    if (this.#cache.size >= cacheSize) this.#cache.clear();
    this.#cache.set(key, { at: now, figures });
    return figures;
  }
}

const emptyFigures: SiteCounts = { total: 0, today: 0, pages: {} };

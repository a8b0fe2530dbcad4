import { Counter } from '#counter/core/counter.ts';
import type { Counts } from '#counter/core/counts.ts';
import type { Salt } from '#counter/core/salts.ts';
import type { Sql } from '#counter/core/sql.ts';
import { Store } from '#counter/core/store.ts';
import { memorySql } from './memory-sql.ts';

/** A VisitCounter in memory that commits each hit at once. */
export function memoryCounts(clock: () => number, sql: Sql = memorySql()): Counts {
  let salts: readonly Salt[] = [];
  const saltStore = {
    load: () => salts,
    save(newSalts: readonly Salt[]) {
      salts = newSalts;
    },
  };
  const options = { store: new Store(sql), salts: saltStore, keyBytes: 6, maxKeys: 100_000, maxWaiting: 1000 };
  const counter = new Counter(options, clock());
  return {
    async hit(visit) {
      const counted = counter.hit(visit, clock());
      counter.commit();
      return counter.shown(visit.path, counted, clock());
    },
    shown: async (path) => counter.shown(path, false, clock()),
    figures: async (paths) => counter.figures(paths, clock()),
    all: async () => counter.all(clock()),
    export: async () => counter.export(clock()),
    import: async (rows) => counter.import(rows),
    health: async () => ({ ok: true, dirty: counter.waitingHits, lastCommitMs: 0 }),
  };
}

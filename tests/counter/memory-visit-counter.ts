import { Counter } from '#counter/core/counter.ts';
import { CounterStore } from '#counter/core/counter-store.ts';
import type { Salt } from '#counter/core/salts.ts';
import type { SqlDatabase } from '#counter/core/sql-database.ts';
import type { VisitCounter } from '#counter/core/visit-counter.ts';
import { memoryDatabase } from './memory-database.ts';

/** A VisitCounter in memory that commits each hit at once. */
export function memoryVisitCounter(clock: () => number, sql: SqlDatabase = memoryDatabase()): VisitCounter {
  let salts: readonly Salt[] = [];
  const saltStore = {
    load: () => salts,
    save(newSalts: readonly Salt[]) {
      salts = newSalts;
    },
  };
  const options = {
    store: new CounterStore(sql),
    salts: saltStore,
    keyBytes: 6,
    maxKeys: 100_000,
    maxPendingHits: 1000,
  };
  const counter = new Counter(options);
  return {
    async hit(visit) {
      const counted = counter.hit(visit, clock());
      counter.commit();
      return counter.pageFigures(visit.path, counted, clock());
    },
    pageFigures: async (path) => counter.pageFigures(path, false, clock()),
    figures: async (paths) => counter.figures(paths, clock()),
    all: async () => counter.all(clock()),
    export: async (after) => counter.export(clock(), after),
    import: async (rows) => counter.import(rows),
    health: async () => ({ ok: true, full: false, dirty: counter.pendingHits, lastCommitMs: 0 }),
  };
}

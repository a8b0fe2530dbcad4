import { DatabaseSync } from 'node:sqlite';
import { Counter, type CounterOptions } from '#counter/core/counter.ts';
import { CounterStore } from '#counter/core/counter-store.ts';
import type { Salt } from '#counter/core/salts.ts';
import type { SqlDatabase } from '#counter/core/sql-database.ts';
import { nodeSqlDatabase } from '#counter/node/node-sql-database.ts';

/** A counter on an in-memory SQLite database that can be restarted and whose transactions can be made to fail. */
export interface RestartableCounter {
  readonly sql: SqlDatabase;
  readonly store: CounterStore;
  /** The salts as the host stores them. */
  salts: readonly Salt[];
  /** While true, every transaction fails after its work and is rolled back. */
  failsTransactions: boolean;
  /** Starts a counter at `now` with the stored data. */
  start(now: number): Counter;
}

export function restartableCounter(
  limits: Partial<Pick<CounterOptions, 'maxKeys' | 'maxPendingHits'>> = {},
): RestartableCounter {
  const database = nodeSqlDatabase(new DatabaseSync(':memory:'));
  const sql: SqlDatabase = {
    query: database.query,
    transaction: (work) =>
      database.transaction(() => {
        work();
        if (host.failsTransactions) throw new Error('disk full');
      }),
  };
  const host: RestartableCounter = {
    sql,
    get store() {
      return store;
    },
    salts: [],
    failsTransactions: false,
    start: (now) => {
      store = new CounterStore(sql);
      const counter = new Counter({
        store,
        salts: {
          load: () => host.salts,
          save: (salts) => {
            host.salts = salts;
          },
        },
        keyBytes: 6,
        maxKeys: 10_000,
        maxPendingHits: 10_000,
        ...limits,
      });
      while (counter.restore(now));
      pruneAll(counter, now);
      return counter;
    },
  };
  let store = new CounterStore(sql);
  return host;
}

/** Deletes all that has expired, as a host does every few minutes. */
export function pruneAll(counter: Counter, now: number): void {
  while (counter.prune(now));
}

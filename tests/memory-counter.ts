import { DatabaseSync } from 'node:sqlite';
import { Counter, type CounterParts } from '#counter/core/counter.ts';
import type { Salt } from '#counter/core/salts.ts';
import type { Sql } from '#counter/core/sql.ts';
import { Store } from '#counter/core/store.ts';
import { sqliteSql } from '#counter/node/sqlite-sql.ts';

/** A counter on an in-memory SQLite database that can be restarted and whose transactions can be made to fail. */
export interface MemoryCounter {
  readonly sql: Sql;
  readonly store: Store;
  /** The salts as the host stores them. */
  salts: readonly Salt[];
  /** While true, every transaction fails after its work and is rolled back. */
  broken: boolean;
  /** Starts a counter at `now` with the stored data. */
  start(now: number): Counter;
}

export function memoryCounter(limits: Partial<Pick<CounterParts, 'maxKeys' | 'maxWaiting'>> = {}): MemoryCounter {
  const database = sqliteSql(new DatabaseSync(':memory:'));
  const sql: Sql = {
    rows: database.rows,
    transaction: (work) =>
      database.transaction(() => {
        work();
        if (host.broken) throw new Error('disk full');
      }),
  };
  const host: MemoryCounter = {
    sql,
    get store() {
      return store;
    },
    salts: [],
    broken: false,
    start: (now) =>
      new Counter(
        {
          store,
          salts: {
            load: () => host.salts,
            save: (salts) => {
              host.salts = salts;
            },
          },
          keyBytes: 6,
          maxKeys: 10_000,
          maxWaiting: 10_000,
          ...limits,
        },
        now,
      ),
  };
  const store = new Store(sql);
  return host;
}

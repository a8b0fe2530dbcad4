import { DatabaseSync } from 'node:sqlite';
import { Counter, type CounterParts } from '#counter/core/counter.ts';
import type { Salt } from '#counter/core/salts.ts';
import type { Sql } from '#counter/core/sql.ts';
import { Store } from '#counter/core/store.ts';
import { sqliteSql } from '#counter/node/sqlite-sql.ts';

/** A counter over SQLite in memory, that can be started anew and whose disk can fail. */
export interface MemoryCounter {
  readonly sql: Sql;
  readonly store: Store;
  /** The salts as the host keeps them. */
  salts: readonly Salt[];
  /** While true, no transaction is kept: each fails once its work is done. */
  broken: boolean;
  /** A counter that starts now with what is kept. */
  start(now: number): Counter;
}

export function memoryCounter(limits: Partial<Pick<CounterParts, 'maxKeys' | 'maxWaiting'>> = {}): MemoryCounter {
  const real = sqliteSql(new DatabaseSync(':memory:'));
  const sql: Sql = {
    rows: real.rows,
    transaction: (work) =>
      real.transaction(() => {
        work();
        if (memory.broken) throw new Error('disk full');
      }),
  };
  const memory: MemoryCounter = {
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
            load: () => memory.salts,
            save: (salts) => {
              memory.salts = salts;
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
  return memory;
}

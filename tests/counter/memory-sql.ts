import { DatabaseSync } from 'node:sqlite';
import type { Sql } from '#counter/core/sql.ts';

/** SQLite in memory, which can be told to fail. */
export interface MemorySql extends Sql {
  /** While true no transaction succeeds. */
  broken: boolean;
}

export function memorySql(): MemorySql {
  const database = new DatabaseSync(':memory:');
  const sql: MemorySql = {
    broken: false,
    rows: <Row>(statement: string, ...values: readonly (string | number)[]) =>
      database.prepare(statement).all(...values) as Row[],
    transaction(work) {
      if (sql.broken) throw new Error('database or disk is full');
      database.exec('BEGIN');
      try {
        work();
        database.exec('COMMIT');
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      }
    },
  };
  return sql;
}

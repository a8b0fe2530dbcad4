import { DatabaseSync } from 'node:sqlite';
import type { Sql } from '#counter/core/sql.ts';

/** An SQLite database in memory that can simulate failures. */
export interface MemorySql extends Sql {
  /** While true, every transaction throws. */
  broken: boolean;
}

export function memorySql(): MemorySql {
  const database = new DatabaseSync(':memory:');
  const memory: MemorySql = {
    broken: false,
    rows: <Row>(statement: string, ...values: readonly (string | number)[]) =>
      database.prepare(statement).all(...values) as Row[],
    transaction(work) {
      if (memory.broken) throw new Error('database or disk is full');
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
  return memory;
}

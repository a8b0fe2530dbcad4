import { DatabaseSync } from 'node:sqlite';
import type { SqlDatabase } from '#counter/core/sql-database.ts';

/** An SQLite database in memory that can simulate failures. */
export interface MemoryDatabase extends SqlDatabase {
  /** While true, every transaction throws. */
  broken: boolean;
}

export function memoryDatabase(): MemoryDatabase {
  const database = new DatabaseSync(':memory:');
  const memory: MemoryDatabase = {
    broken: false,
    query: <Row>(statement: string, ...values: readonly (string | number)[]) =>
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

import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { SqlDatabase } from '../core/sql-database.ts';

/** A SqlDatabase over node:sqlite; each statement is prepared once. */
export function nodeSqlDatabase(database: DatabaseSync): SqlDatabase {
  const statements = new Map<string, { statement: StatementSync; isSelect: boolean }>();
  const prepare = (text: string) => {
    const cached = statements.get(text);
    if (cached) return cached;
    const prepared = { statement: database.prepare(text), isSelect: text.startsWith('SELECT') };
    statements.set(text, prepared);
    return prepared;
  };
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');

  return {
    query<Row>(text: string, ...values: readonly (string | number)[]): Row[] {
      const { statement, isSelect } = prepare(text);
      if (isSelect) return statement.all(...values) as Row[];
      statement.run(...values);
      return [];
    },
    transaction(work) {
      begin.run();
      try {
        work();
        commit.run();
      } catch (error) {
        if (database.isTransaction) database.exec('ROLLBACK');
        throw error;
      }
    },
  };
}

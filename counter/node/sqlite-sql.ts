import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Sql } from '../core/sql.ts';

/** What the core asks of SQLite, over Node's; each statement is prepared once. */
export function sqliteSql(database: DatabaseSync): Sql {
  const statements = new Map<string, { statement: StatementSync; reads: boolean }>();
  const prepared = (text: string) => {
    const known = statements.get(text);
    if (known) return known;
    const made = { statement: database.prepare(text), reads: text.startsWith('SELECT') };
    statements.set(text, made);
    return made;
  };
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');

  return {
    rows<Row>(text: string, ...values: readonly (string | number)[]): Row[] {
      const { statement, reads } = prepared(text);
      if (reads) return statement.all(...values) as Row[];
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

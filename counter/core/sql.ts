/** SQLite as both hosts provide it: synchronous. */
export interface Sql {
  /** Runs one statement and returns its rows. */
  rows<Row>(statement: string, ...values: readonly (string | number)[]): Row[];
  /** Runs `work` in a transaction; when it throws, all its writes are rolled back. */
  transaction(work: () => void): void;
}

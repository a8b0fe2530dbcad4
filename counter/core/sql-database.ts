/** SQLite as both hosts provide it: synchronous. */
export interface SqlDatabase {
  /** Runs one statement and returns its rows. */
  query<Row>(statement: string, ...values: readonly (string | number)[]): Row[];
  /** Runs `work` in a transaction; when it throws, all its writes are rolled back. */
  transaction(work: () => void): void;
}

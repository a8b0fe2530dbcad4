/** What both hosts' SQLite can do: synchronously, in one thread. */
export interface Sql {
  /** Runs one statement and gives its rows. */
  rows<Row>(statement: string, ...values: readonly (string | number)[]): Row[];
  /** Runs a piece of work whole or not at all. */
  transaction(work: () => void): void;
}

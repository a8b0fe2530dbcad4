import { type CarriedTotal, type CounterImport, type CountRow, carriedDay, visitsPath } from './rows.ts';
import type { SqlDatabase } from './sql-database.ts';

/** Views counted for a network since a minute (since 1970). */
export interface NetworkTally {
  readonly since: number;
  readonly views: number;
}

/** A visitor's key and the minute (since 1970) in which it was seen. */
export interface Sighting {
  readonly key: number;
  readonly minute: number;
}

/** Numbers by day, then by path. */
export type CountsByDay = ReadonlyMap<number, ReadonlyMap<string, number>>;

/** The data that one commit writes. */
export interface CommitBatch {
  readonly counts: CountsByDay;
  /** The keys that were seen, by minute. */
  readonly sightings: ReadonlyMap<number, readonly number[]>;
  readonly tallies: ReadonlyMap<number, NetworkTally>;
}

/** The data that an import writes. */
export type ImportData = Pick<CounterImport, 'rows' | 'carried' | 'additions'>;

const schemaVersion = '1';

const schema = [
  `CREATE TABLE IF NOT EXISTS counts(day INTEGER NOT NULL, path TEXT NOT NULL, n INTEGER NOT NULL CHECK(n>=0),
    PRIMARY KEY(day,path)) WITHOUT ROWID`,
  // The sum over all days for each path: a Durable Object that starts for one hit reads one row instead of all days.
  'CREATE TABLE IF NOT EXISTS totals(path TEXT PRIMARY KEY, n INTEGER NOT NULL CHECK(n>=0)) WITHOUT ROWID',
  // Both tables are append-only: keys are random, and an index on them would rewrite a page for each key.
  'CREATE TABLE IF NOT EXISTS seen(minute INTEGER NOT NULL, key INTEGER NOT NULL)',
  'CREATE TABLE IF NOT EXISTS tallies(since INTEGER NOT NULL, network INTEGER NOT NULL, views INTEGER NOT NULL)',
  'CREATE TABLE IF NOT EXISTS meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID',
];

/** The counter's tables in SQLite; every method that writes is one transaction. */
export class CounterStore {
  readonly #sql: SqlDatabase;

  /** Creates missing tables. Throws when the tables were created by another version of this program. */
  constructor(sql: SqlDatabase) {
    this.#sql = sql;
    sql.transaction(() => {
      for (const table of schema) sql.query(table);
      sql.query("INSERT OR IGNORE INTO meta(name,value) VALUES('version',?)", schemaVersion);
    });
    const found = this.#meta('version');
    if (found !== schemaVersion)
      throw new Error(`The database has version ${found} of the tables, this program knows ${schemaVersion}.`);
  }

  total(path: string): number {
    const [row] = this.#sql.query<{ n: number }>('SELECT n FROM totals WHERE path=?', path);
    return row?.n ?? 0;
  }

  visitsOn(day: number): number {
    const [row] = this.#sql.query<{ n: number }>('SELECT n FROM counts WHERE day=? AND path=?', day, visitsPath);
    return row?.n ?? 0;
  }

  /** The last day before `day` that has any count. */
  lastDayBefore(day: number): number | undefined {
    const [row] = this.#sql.query<{ day: number | null }>(
      'SELECT max(day) AS day FROM counts WHERE day>? AND day<?',
      carriedDay,
      day,
    );
    return row?.day ?? undefined;
  }

  totals(): { path: string; n: number }[] {
    return this.#sql.query('SELECT path,n FROM totals ORDER BY path');
  }

  visitsByDay(): { day: number; n: number }[] {
    return this.#sql.query('SELECT day,n FROM counts WHERE path=? AND day<>? ORDER BY day', visitsPath, carriedDay);
  }

  viewsSince(day: number): { path: string; n: number }[] {
    return this.#sql.query(
      'SELECT path,sum(n) AS n FROM counts WHERE day>=? AND path<>? GROUP BY path ORDER BY path',
      day,
      visitsPath,
    );
  }

  rows(): CountRow[] {
    return this.#sql.query('SELECT day,path,n FROM counts ORDER BY day,path');
  }

  sightings(): Sighting[] {
    return this.#sql.query('SELECT minute,key FROM seen ORDER BY minute');
  }

  tallies(): ({ network: number } & NetworkTally)[] {
    return this.#sql.query(
      'SELECT network,since,max(views) AS views FROM tallies GROUP BY since,network ORDER BY since',
    );
  }

  /** Whether any data derived from a visitor is stored. */
  hasVisitorKeys(): boolean {
    return this.#sql.query('SELECT 1 FROM seen UNION ALL SELECT 1 FROM tallies LIMIT 1').length > 0;
  }

  carried(): CarriedTotal | undefined {
    const text = this.#meta('carried');
    return text === undefined ? undefined : JSON.parse(text);
  }

  additions(): Record<string, string> {
    const rows = this.#sql.query<{ id: string; value: string }>(
      "SELECT substr(name,10) AS id,value FROM meta WHERE name LIKE 'addition:%' ORDER BY name",
    );
    return Object.fromEntries(rows.map(({ id, value }) => [id, value]));
  }

  /** The digest of the addition with this id; undefined when there is none. */
  additionDigest(id: string): string | undefined {
    return this.#meta(`addition:${id}`);
  }

  commit({ counts, sightings, tallies }: CommitBatch): void {
    this.#sql.transaction(() => {
      this.#add(counts);
      for (const [minute, keys] of sightings)
        this.#sql.query('INSERT INTO seen(minute,key) SELECT ?,value FROM json_each(?)', minute, JSON.stringify(keys));
      for (const [since, entries] of Map.groupBy(tallies, ([, tally]) => tally.since))
        this.#sql.query(
          'INSERT INTO tallies(since,network,views) SELECT ?,key,value FROM json_each(?)',
          since,
          `{${entries.map(([network, { views }]) => `"${network}":${views}`).join()}}`,
        );
    });
  }

  /** Deletes keys and tallies from before a minute; those after `latest` (the clock was set back) become `latest`. */
  deleteExpired(before: number, latest: number): void {
    this.#sql.transaction(() => {
      this.#sql.query('DELETE FROM seen WHERE minute<?', before);
      this.#sql.query('UPDATE seen SET minute=? WHERE minute>?', latest, latest);
      this.#sql.query('DELETE FROM tallies WHERE since<?', before);
      this.#sql.query('UPDATE tallies SET since=? WHERE since>?', latest, latest);
    });
  }

  /** Adds the numbers of all days before `day` to the carried-over numbers. */
  rollUp(day: number): void {
    this.#sql.transaction(() => {
      this.#sql.query(
        `INSERT INTO counts(day,path,n) SELECT ?,path,sum(n) FROM counts WHERE day>? AND day<? GROUP BY path
          ON CONFLICT DO UPDATE SET n=n+excluded.n`,
        carriedDay,
        carriedDay,
        day,
      );
      this.#sql.query('DELETE FROM counts WHERE day>? AND day<?', carriedDay, day);
    });
  }

  /** Replaces the number of each row. */
  set({ rows, ...metadata }: ImportData): void {
    this.#sql.transaction(() => {
      for (const { day, path, n } of rows) {
        const [before] = this.#sql.query<{ n: number }>('SELECT n FROM counts WHERE day=? AND path=?', day, path);
        if (n === (before?.n ?? 0)) continue;
        if (n === 0) this.#sql.query('DELETE FROM counts WHERE day=? AND path=?', day, path);
        else this.#sql.query('INSERT OR REPLACE INTO counts(day,path,n) VALUES(?,?,?)', day, path, n);
        this.#sql.query('INSERT INTO totals(path,n) VALUES(?,0) ON CONFLICT DO NOTHING', path);
        this.#sql.query('UPDATE totals SET n=n+? WHERE path=?', n - (before?.n ?? 0), path);
      }
      this.#setMetadata(metadata);
    });
  }

  /** Adds the number of each row. */
  add({ rows, ...metadata }: ImportData): void {
    this.#sql.transaction(() => {
      const days = Map.groupBy(
        rows.filter(({ n }) => n > 0),
        ({ day }) => day,
      );
      this.#add(new Map(Array.from(days, ([day, dayRows]) => [day, new Map(dayRows.map(({ path, n }) => [path, n]))])));
      this.#setMetadata(metadata);
    });
  }

  #setMetadata({ carried, additions }: Omit<ImportData, 'rows'>): void {
    if (carried) this.#setMeta('carried', JSON.stringify(carried));
    for (const [id, digest] of Object.entries(additions)) this.#setMeta(`addition:${id}`, digest);
  }

  /** One statement per day: a statement costs as much as several rows. JSON, so that its text is always the same. */
  #add(counts: CountsByDay): void {
    for (const [day, paths] of counts) {
      const text = JSON.stringify(Object.fromEntries(paths));
      this.#sql.query(
        `INSERT INTO counts(day,path,n) SELECT ?,key,value FROM json_each(?) WHERE true
          ON CONFLICT DO UPDATE SET n=n+excluded.n`,
        day,
        text,
      );
      this.#sql.query(
        `INSERT INTO totals(path,n) SELECT key,value FROM json_each(?) WHERE true
          ON CONFLICT DO UPDATE SET n=n+excluded.n`,
        text,
      );
    }
  }

  #meta(name: string): string | undefined {
    const [row] = this.#sql.query<{ value: string }>('SELECT value FROM meta WHERE name=?', name);
    return row?.value;
  }

  #setMeta(name: string, value: string): void {
    this.#sql.query('INSERT OR REPLACE INTO meta(name,value) VALUES(?,?)', name, value);
  }
}

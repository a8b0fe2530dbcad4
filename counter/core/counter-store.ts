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

  /** The first day that has any count, carried-over ones excepted. */
  firstDay(): number | undefined {
    const [row] = this.#sql.query<{ day: number | null }>('SELECT min(day) AS day FROM counts WHERE day>?', carriedDay);
    return row?.day ?? undefined;
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

  /** At most `limit` rows after a row, in the order of day and path. */
  rowsAfter({ day, path }: Pick<CountRow, 'day' | 'path'>, limit: number): CountRow[] {
    return this.#sql.query(
      'SELECT day,path,n FROM counts WHERE (day,path)>(?,?) ORDER BY day,path LIMIT ?',
      day,
      path,
      limit,
    );
  }

  /** At most `limit` sightings after a row id, in the order in which they were written. */
  sightingsAfter(id: number, limit: number): ({ readonly id: number } & Sighting)[] {
    return this.#sql.query('SELECT rowid AS id,minute,key FROM seen WHERE rowid>? ORDER BY rowid LIMIT ?', id, limit);
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

  /** Deletes at most `limit` keys, and tallies, from before a minute; true if there may be more. */
  deleteBefore(minute: number, limit: number): boolean {
    let deleted = 0;
    this.#sql.transaction(() => {
      for (const [table, column] of [
        ['seen', 'minute'],
        ['tallies', 'since'],
      ]) {
        this.#sql.query(
          `DELETE FROM ${table} WHERE rowid IN (SELECT rowid FROM ${table} WHERE ${column}<? LIMIT ?)`,
          minute,
          limit,
        );
        const [row] = this.#sql.query<{ n: number }>('SELECT changes() AS n');
        deleted = Math.max(deleted, row?.n ?? 0);
      }
    });
    return deleted === limit;
  }

  /** Keys and tallies of minutes after `latest` (the clock was set back) become those of `latest`. */
  limitMinutes(latest: number): void {
    this.#sql.transaction(() => {
      this.#sql.query('UPDATE seen SET minute=? WHERE minute>?', latest, latest);
      this.#sql.query('UPDATE tallies SET since=? WHERE since>?', latest, latest);
    });
  }

  /** Adds the numbers of the oldest day, if it is before `day`, to the carried-over numbers; true if it did. */
  rollUpOldest(day: number): boolean {
    const oldest = this.firstDay();
    if (oldest === undefined || oldest >= day) return false;
    this.#sql.transaction(() => {
      this.#sql.query(
        `INSERT INTO counts(day,path,n) SELECT ?,path,n FROM counts WHERE day=?
          ON CONFLICT DO UPDATE SET n=n+excluded.n`,
        carriedDay,
        oldest,
      );
      this.#sql.query('DELETE FROM counts WHERE day=?', oldest);
    });
    return true;
  }

  /** Replaces the number of each row. */
  set({ rows, ...metadata }: ImportData): void {
    this.#sql.transaction(() => {
      for (const [day, text] of textsByDay(rows)) {
        this.#sql.query('INSERT OR IGNORE INTO totals(path,n) SELECT key,0 FROM json_each(?)', text);
        this.#sql.query(
          `UPDATE totals SET n=totals.n+json.value-coalesce((SELECT n FROM counts WHERE day=? AND path=json.key),0)
            FROM json_each(?) AS json WHERE totals.path=json.key`,
          day,
          text,
        );
        this.#sql.query(
          `INSERT INTO counts(day,path,n) SELECT ?,key,value FROM json_each(?) WHERE true
            ON CONFLICT DO UPDATE SET n=excluded.n`,
          day,
          text,
        );
        this.#sql.query('DELETE FROM counts WHERE day=? AND n=0', day);
      }
      this.#setMetadata(metadata);
    });
  }

  /** Adds the number of each row. */
  add({ rows, ...metadata }: ImportData): void {
    this.#sql.transaction(() => {
      for (const [day, text] of textsByDay(rows.filter(({ n }) => n > 0))) this.#addText(day, text);
      this.#setMetadata(metadata);
    });
  }

  #setMetadata({ carried, additions }: Omit<ImportData, 'rows'>): void {
    if (carried) this.#setMeta('carried', JSON.stringify(carried));
    for (const [id, digest] of Object.entries(additions)) this.#setMeta(`addition:${id}`, digest);
  }

  #add(counts: CountsByDay): void {
    for (const [day, paths] of counts) this.#addText(day, JSON.stringify(Object.fromEntries(paths)));
  }

  /** Adds the numbers of a day, as a JSON object by path. */
  #addText(day: number, text: string): void {
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

  #meta(name: string): string | undefined {
    const [row] = this.#sql.query<{ value: string }>('SELECT value FROM meta WHERE name=?', name);
    return row?.value;
  }

  #setMeta(name: string, value: string): void {
    this.#sql.query('INSERT OR REPLACE INTO meta(name,value) VALUES(?,?)', name, value);
  }
}

/**
 * The numbers of rows by day, each as a JSON object by path: one statement for a day, since a statement costs as much as
 * several rows, and JSON, so that its text is always the same.
 */
function textsByDay(rows: readonly CountRow[]): [day: number, text: string][] {
  return [...Map.groupBy(rows, ({ day }) => day)].map(([day, ofDay]) => [
    day,
    JSON.stringify(Object.fromEntries(ofDay.map(({ path, n }) => [path, n]))),
  ]);
}

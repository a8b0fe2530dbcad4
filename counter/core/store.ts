import { type Carried, carriedDay, type Import, type Row, visitsPath } from './rows.ts';
import type { Sql } from './sql.ts';

/** Views counted for a network since a minute (since 1970). */
export interface Tally {
  readonly since: number;
  readonly views: number;
}

/** A visitor's key and the minute (since 1970) in which it was seen. */
export interface Sight {
  readonly key: number;
  readonly minute: number;
}

/** Numbers by day, then by path. */
export type Counted = ReadonlyMap<number, ReadonlyMap<string, number>>;

/** The data that one commit writes. */
export interface Changes {
  readonly counts: Counted;
  /** The keys that were seen, by minute. */
  readonly sights: ReadonlyMap<number, readonly number[]>;
  readonly tallies: ReadonlyMap<number, Tally>;
}

/** The data that an import writes. */
export type Taken = Pick<Import, 'rows' | 'carried' | 'additions'>;

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
export class Store {
  readonly #sql: Sql;

  /** Creates missing tables. Throws when the tables were created by another version of this program. */
  constructor(sql: Sql) {
    this.#sql = sql;
    sql.transaction(() => {
      for (const table of schema) sql.rows(table);
      sql.rows("INSERT OR IGNORE INTO meta(name,value) VALUES('version',?)", schemaVersion);
    });
    const found = this.#meta('version');
    if (found !== schemaVersion)
      throw new Error(`The database has version ${found} of the tables, this program knows ${schemaVersion}.`);
  }

  total(path: string): number {
    const [row] = this.#sql.rows<{ n: number }>('SELECT n FROM totals WHERE path=?', path);
    return row?.n ?? 0;
  }

  visitsOn(day: number): number {
    const [row] = this.#sql.rows<{ n: number }>('SELECT n FROM counts WHERE day=? AND path=?', day, visitsPath);
    return row?.n ?? 0;
  }

  /** The last day before `day` that has any count. */
  lastDayBefore(day: number): number | undefined {
    const [row] = this.#sql.rows<{ day: number | null }>(
      'SELECT max(day) AS day FROM counts WHERE day>? AND day<?',
      carriedDay,
      day,
    );
    return row?.day ?? undefined;
  }

  totals(): { path: string; n: number }[] {
    return this.#sql.rows('SELECT path,n FROM totals ORDER BY path');
  }

  visitsByDay(): { day: number; n: number }[] {
    return this.#sql.rows('SELECT day,n FROM counts WHERE path=? AND day<>? ORDER BY day', visitsPath, carriedDay);
  }

  viewsSince(day: number): { path: string; n: number }[] {
    return this.#sql.rows(
      'SELECT path,sum(n) AS n FROM counts WHERE day>=? AND path<>? GROUP BY path ORDER BY path',
      day,
      visitsPath,
    );
  }

  rows(): Row[] {
    return this.#sql.rows('SELECT day,path,n FROM counts ORDER BY day,path');
  }

  sights(): Sight[] {
    return this.#sql.rows('SELECT minute,key FROM seen ORDER BY minute');
  }

  tallies(): ({ network: number } & Tally)[] {
    return this.#sql.rows(
      'SELECT network,since,max(views) AS views FROM tallies GROUP BY since,network ORDER BY since',
    );
  }

  /** Whether any data derived from a visitor is stored. */
  holdsKeys(): boolean {
    return this.#sql.rows('SELECT 1 FROM seen UNION ALL SELECT 1 FROM tallies LIMIT 1').length > 0;
  }

  carried(): Carried | undefined {
    const text = this.#meta('carried');
    return text === undefined ? undefined : JSON.parse(text);
  }

  additions(): Record<string, string> {
    const rows = this.#sql.rows<{ id: string; value: string }>(
      "SELECT substr(name,10) AS id,value FROM meta WHERE name LIKE 'addition:%' ORDER BY name",
    );
    return Object.fromEntries(rows.map(({ id, value }) => [id, value]));
  }

  /** The digest of the addition with this id; undefined when there is none. */
  addition(id: string): string | undefined {
    return this.#meta(`addition:${id}`);
  }

  commit({ counts, sights, tallies }: Changes): void {
    this.#sql.transaction(() => {
      this.#add(counts);
      for (const [minute, keys] of sights)
        this.#sql.rows('INSERT INTO seen(minute,key) SELECT ?,value FROM json_each(?)', minute, JSON.stringify(keys));
      for (const [since, entries] of Map.groupBy(tallies, ([, tally]) => tally.since))
        this.#sql.rows(
          'INSERT INTO tallies(since,network,views) SELECT ?,key,value FROM json_each(?)',
          since,
          `{${entries.map(([network, { views }]) => `"${network}":${views}`).join()}}`,
        );
    });
  }

  /** Deletes keys and tallies from before a minute; those after `latest` (the clock was set back) become `latest`. */
  forget(before: number, latest: number): void {
    this.#sql.transaction(() => {
      this.#sql.rows('DELETE FROM seen WHERE minute<?', before);
      this.#sql.rows('UPDATE seen SET minute=? WHERE minute>?', latest, latest);
      this.#sql.rows('DELETE FROM tallies WHERE since<?', before);
      this.#sql.rows('UPDATE tallies SET since=? WHERE since>?', latest, latest);
    });
  }

  /** Adds the numbers of all days before `day` to the carried-over numbers. */
  rollUp(day: number): void {
    this.#sql.transaction(() => {
      this.#sql.rows(
        `INSERT INTO counts(day,path,n) SELECT ?,path,sum(n) FROM counts WHERE day>? AND day<? GROUP BY path
          ON CONFLICT DO UPDATE SET n=n+excluded.n`,
        carriedDay,
        carriedDay,
        day,
      );
      this.#sql.rows('DELETE FROM counts WHERE day>? AND day<?', carriedDay, day);
    });
  }

  /** Replaces the number of each row. */
  set({ rows, ...metadata }: Taken): void {
    this.#sql.transaction(() => {
      for (const { day, path, n } of rows) {
        const [before] = this.#sql.rows<{ n: number }>('SELECT n FROM counts WHERE day=? AND path=?', day, path);
        if (n === (before?.n ?? 0)) continue;
        if (n === 0) this.#sql.rows('DELETE FROM counts WHERE day=? AND path=?', day, path);
        else this.#sql.rows('INSERT OR REPLACE INTO counts(day,path,n) VALUES(?,?,?)', day, path, n);
        this.#sql.rows('INSERT INTO totals(path,n) VALUES(?,0) ON CONFLICT DO NOTHING', path);
        this.#sql.rows('UPDATE totals SET n=n+? WHERE path=?', n - (before?.n ?? 0), path);
      }
      this.#setMetadata(metadata);
    });
  }

  /** Adds the number of each row. */
  add({ rows, ...metadata }: Taken): void {
    this.#sql.transaction(() => {
      const days = Map.groupBy(
        rows.filter(({ n }) => n > 0),
        ({ day }) => day,
      );
      this.#add(new Map(Array.from(days, ([day, dayRows]) => [day, new Map(dayRows.map(({ path, n }) => [path, n]))])));
      this.#setMetadata(metadata);
    });
  }

  #setMetadata({ carried, additions }: Omit<Taken, 'rows'>): void {
    if (carried) this.#setMeta('carried', JSON.stringify(carried));
    for (const [id, digest] of Object.entries(additions)) this.#setMeta(`addition:${id}`, digest);
  }

  /** One statement per day: a statement costs as much as several rows. JSON, so that its text is always the same. */
  #add(counts: Counted): void {
    for (const [day, paths] of counts) {
      const text = JSON.stringify(Object.fromEntries(paths));
      this.#sql.rows(
        `INSERT INTO counts(day,path,n) SELECT ?,key,value FROM json_each(?) WHERE true
          ON CONFLICT DO UPDATE SET n=n+excluded.n`,
        day,
        text,
      );
      this.#sql.rows(
        `INSERT INTO totals(path,n) SELECT key,value FROM json_each(?) WHERE true
          ON CONFLICT DO UPDATE SET n=n+excluded.n`,
        text,
      );
    }
  }

  #meta(name: string): string | undefined {
    const [row] = this.#sql.rows<{ value: string }>('SELECT value FROM meta WHERE name=?', name);
    return row?.value;
  }

  #setMeta(name: string, value: string): void {
    this.#sql.rows('INSERT OR REPLACE INTO meta(name,value) VALUES(?,?)', name, value);
  }
}

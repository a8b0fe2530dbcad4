import { compareBytes } from './compare-bytes.ts';
import { epochDayAt } from './epoch-day.ts';
import { type CarriedTotal, type CounterImport, type CountRow, carriedDay, visitsPath } from './rows.ts';
import type { SqlDatabase } from './sql-database.ts';

/** Views counted for a network since a minute (since 1970). */
export interface NetworkTally {
  readonly since: number;
  readonly views: number;
}

/** The hits of one minute (since 1970): the keys that were seen, and the numbers by path. */
export interface MinuteHits {
  readonly keys: readonly number[];
  readonly counts: ReadonlyMap<string, number>;
}

/** The data that one commit writes. */
export interface CommitBatch {
  /** The hits by minute, the earliest first. */
  readonly minutes: ReadonlyMap<number, MinuteHits>;
  readonly tallies: ReadonlyMap<number, NetworkTally>;
}

/** A row of the hits of a minute. */
interface RecentRow extends MinuteHits {
  readonly id: number;
  readonly minute: number;
  readonly tallies: ReadonlyMap<number, NetworkTally>;
}

/** The data that an import writes. */
export type ImportData = Pick<CounterImport, 'rows' | 'carried' | 'additions'>;

const schemaVersion = '2';

const schema = [
  `CREATE TABLE IF NOT EXISTS counts(day INTEGER NOT NULL, path TEXT NOT NULL, n INTEGER NOT NULL CHECK(n>=0),
    PRIMARY KEY(day,path)) WITHOUT ROWID`,
  // The sum over all days for each path: a Durable Object that starts for one hit reads one row instead of all days.
  'CREATE TABLE IF NOT EXISTS totals(path TEXT PRIMARY KEY, n INTEGER NOT NULL CHECK(n>=0)) WITHOUT ROWID',
  // The hits as they came: [key], {path: n} and [[network, since, views]]. Those up to the id in meta are in counts too.
  `CREATE TABLE IF NOT EXISTS recent(id INTEGER PRIMARY KEY, minute INTEGER NOT NULL, keys TEXT NOT NULL,
    counts TEXT NOT NULL DEFAULT '{}', tallies TEXT NOT NULL DEFAULT '[]')`,
  'CREATE TABLE IF NOT EXISTS meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID',
];

/** From version 1, which had a row for each key. */
const upgrade = [
  'INSERT INTO recent(minute,keys) SELECT minute,json_group_array(key) FROM seen GROUP BY minute',
  `INSERT INTO recent(minute,keys,tallies)
    SELECT since,'[]',json_group_array(json_array(network,since,views)) FROM tallies GROUP BY since`,
  "INSERT INTO meta(name,value) SELECT 'aggregated',coalesce(max(id),0) FROM recent",
  'DROP TABLE seen',
  'DROP TABLE tallies',
  `UPDATE meta SET value='${schemaVersion}' WHERE name='version'`,
];

/** A row takes further hits of its minute up to this length, with which it still fits into a page of the database. */
const maxRowLength = 3000;
/** From so many hits on they are aggregated before the next commit: a start reads no more of them. */
const maxUnaggregated = 10_000;

/** The counter's tables in SQLite; every method that writes is one transaction. */
export class CounterStore {
  readonly #sql: SqlDatabase;
  /** The numbers of committed hits that are not in `counts` and `totals` yet. */
  #unaggregated = new Map<number, Map<string, number>>();
  #unaggregatedHits = 0;
  #lastId: number;
  /** The last row, if it may take more hits. */
  #openRow: RecentRow | undefined;

  /** Creates missing tables. Throws when the tables were created by a later version of this program. */
  constructor(sql: SqlDatabase) {
    this.#sql = sql;
    sql.transaction(() => {
      for (const table of schema) sql.query(table);
      sql.query("INSERT OR IGNORE INTO meta(name,value) VALUES('version',?)", schemaVersion);
      if (this.#meta('version') === '1') for (const statement of upgrade) sql.query(statement);
    });
    const found = this.#meta('version');
    if (found !== schemaVersion)
      throw new Error(`The database has version ${found} of the tables, this program knows ${schemaVersion}.`);
    const aggregated = Number(this.#meta('aggregated') ?? 0);
    const [row] = sql.query<{ id: number | null }>('SELECT max(id) AS id FROM recent');
    this.#lastId = Math.max(aggregated, row?.id ?? 0);
    const hits = sql.query<{ minute: number; path: string; n: number }>(
      `SELECT minute,json.key AS path,sum(json.value) AS n FROM recent,json_each(counts) AS json WHERE recent.id>?
        GROUP BY minute,json.key`,
      aggregated,
    );
    for (const { minute, path, n } of hits) this.#addUnaggregated(minute, path, n);
  }

  total(path: string): number {
    const [row] = this.#sql.query<{ n: number }>('SELECT n FROM totals WHERE path=?', path);
    return [...this.#unaggregated.values()].reduce((sum, paths) => sum + (paths.get(path) ?? 0), row?.n ?? 0);
  }

  visitsOn(day: number): number {
    const [row] = this.#sql.query<{ n: number }>('SELECT n FROM counts WHERE day=? AND path=?', day, visitsPath);
    return (row?.n ?? 0) + (this.#unaggregated.get(day)?.get(visitsPath) ?? 0);
  }

  /** The first day that has any count, carried-over ones excepted. */
  firstDay(): number | undefined {
    const [row] = this.#sql.query<{ day: number | null }>('SELECT min(day) AS day FROM counts WHERE day>?', carriedDay);
    const [first] = [...(row?.day ? [row.day] : []), ...this.#unaggregated.keys()].sort((a, b) => a - b);
    return first;
  }

  /** The last day before `day` that has any aggregated count. */
  lastDayBefore(day: number): number | undefined {
    const [row] = this.#sql.query<{ day: number | null }>(
      'SELECT max(day) AS day FROM counts WHERE day>? AND day<?',
      carriedDay,
      day,
    );
    return row?.day ?? undefined;
  }

  /** The views of each page. */
  views(): Map<string, number> {
    return this.#withUnaggregated(
      this.#sql.query('SELECT path,n FROM totals WHERE path<>? ORDER BY path', visitsPath),
      Number.NEGATIVE_INFINITY,
    );
  }

  /** The views of each page since a day. */
  viewsSince(day: number): Map<string, number> {
    return this.#withUnaggregated(
      this.#sql.query(
        'SELECT path,sum(n) AS n FROM counts WHERE day>=? AND path<>? GROUP BY path ORDER BY path',
        day,
        visitsPath,
      ),
      day,
    );
  }

  visitsByDay(): Map<number, number> {
    const rows = this.#sql.query<{ day: number; n: number }>(
      'SELECT day,n FROM counts WHERE path=? AND day<>? ORDER BY day',
      visitsPath,
      carriedDay,
    );
    const visits = new Map(rows.map(({ day, n }) => [day, n]));
    for (const [day, paths] of this.#unaggregated) addTo(visits, day, paths.get(visitsPath) ?? 0);
    return visits;
  }

  /** At most `limit` rows after a row, in the order of day and path. */
  rowsAfter({ day, path }: Pick<CountRow, 'day' | 'path'>, limit: number): CountRow[] {
    const aggregated = this.#sql.query<CountRow>(
      'SELECT day,path,n FROM counts WHERE (day,path)>(?,?) ORDER BY day,path LIMIT ?',
      day,
      path,
      limit,
    );
    const rows = new Map(aggregated.map((row) => [`${row.day} ${row.path}`, row]));
    for (const [on, paths] of this.#unaggregated)
      for (const [of, n] of paths) {
        const [row, key] = [{ day: on, path: of }, `${on} ${of}`];
        if (byDayAndPath(row, { day, path }) > 0) rows.set(key, { ...row, n: n + (rows.get(key)?.n ?? 0) });
      }
    return [...rows.values()].sort(byDayAndPath).slice(0, limit);
  }

  /** The keys of at most `limit` rows after a row id, in the order in which they were written. */
  keysAfter(id: number, limit: number): { readonly id: number; readonly minute: number; readonly keys: number[] }[] {
    return this.#sql
      .query<{ id: number; minute: number; keys: string }>(
        'SELECT id,minute,keys FROM recent WHERE id>? ORDER BY id LIMIT ?',
        id,
        limit,
      )
      .map(({ keys, ...row }) => ({ ...row, keys: JSON.parse(keys) }));
  }

  tallies(): ({ network: number } & NetworkTally)[] {
    return this.#sql.query(
      `SELECT value->>0 AS network,value->>1 AS since,max(value->>2) AS views FROM recent,json_each(tallies)
        GROUP BY network,since ORDER BY since`,
    );
  }

  /** Whether any data derived from a visitor is stored. */
  hasVisitorKeys(): boolean {
    return this.#sql.query('SELECT 1 FROM recent LIMIT 1').length > 0;
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

  commit({ minutes, tallies }: CommitBatch): void {
    if (this.#unaggregatedHits >= maxUnaggregated) this.aggregate();
    let row = this.#openRow;
    let lastId = this.#lastId;
    const lastMinute = [...minutes.keys()].at(-1);
    this.#sql.transaction(() => {
      for (const [minute, hits] of minutes) {
        const added = { ...hits, tallies: minute === lastMinute ? tallies : new Map() };
        row = row?.minute === minute ? merged(row, added) : { ...added, minute, id: ++lastId };
        if (this.#write(row) > maxRowLength) row = undefined;
      }
    });
    this.#openRow = row;
    this.#lastId = lastId;
    for (const [minute, { counts }] of minutes) for (const [path, n] of counts) this.#addUnaggregated(minute, path, n);
  }

  /** Adds the numbers of all committed hits to those of the days. */
  aggregate(): void {
    if (this.#unaggregated.size === 0) return;
    this.#sql.transaction(() => {
      for (const [day, paths] of this.#unaggregated) this.#addText(day, JSON.stringify(Object.fromEntries(paths)));
      this.#setMeta('aggregated', String(this.#lastId));
    });
    this.#unaggregated = new Map();
    this.#unaggregatedHits = 0;
    this.#openRow = undefined;
  }

  /** Deletes at most `limit` rows of hits from before a minute, aggregated first; true if there may be more. */
  deleteBefore(minute: number, limit: number): boolean {
    if (this.#sql.query('SELECT 1 FROM recent WHERE minute<? LIMIT 1', minute).length === 0) return false;
    this.aggregate();
    this.#sql.query('DELETE FROM recent WHERE id IN (SELECT id FROM recent WHERE minute<? LIMIT ?)', minute, limit);
    const [row] = this.#sql.query<{ n: number }>('SELECT changes() AS n');
    return row?.n === limit;
  }

  /** Hits of minutes after `latest` (the clock was set back) become those of `latest`; they count for their own day. */
  limitMinutes(latest: number): void {
    this.aggregate();
    this.#openRow = undefined;
    this.#sql.query('UPDATE recent SET minute=? WHERE minute>?', latest, latest);
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
    this.aggregate();
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

  /** Writes a row of hits; returns its length. */
  #write({ id, minute, keys, counts, tallies }: RecentRow): number {
    const texts = [
      keys,
      Object.fromEntries(counts),
      [...tallies].map(([network, { since, views }]) => [network, since, views]),
    ].map((value) => JSON.stringify(value));
    this.#sql.query(
      `INSERT INTO recent(id,minute,keys,counts,tallies) VALUES(?,?,?,?,?)
        ON CONFLICT DO UPDATE SET keys=excluded.keys,counts=excluded.counts,tallies=excluded.tallies`,
      id,
      minute,
      ...texts,
    );
    return texts.join('').length;
  }

  #addUnaggregated(minute: number, path: string, n: number): void {
    const day = epochDayAt(minute * 60_000);
    const paths = this.#unaggregated.get(day) ?? new Map<string, number>();
    this.#unaggregated.set(day, addTo(paths, path, n));
    this.#unaggregatedHits += n;
  }

  /** The views by path with those that are not aggregated yet, of a day and the days after it. */
  #withUnaggregated(rows: readonly { path: string; n: number }[], since: number): Map<string, number> {
    const views = new Map(rows.map(({ path, n }) => [path, n]));
    for (const [day, paths] of this.#unaggregated)
      if (day >= since) for (const [path, n] of paths) if (path !== visitsPath) addTo(views, path, n);
    return views;
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

function byDayAndPath(a: Pick<CountRow, 'day' | 'path'>, b: Pick<CountRow, 'day' | 'path'>): number {
  return a.day - b.day || compareBytes(a.path, b.path);
}

function addTo<Key>(numbers: Map<Key, number>, key: Key, n: number): Map<Key, number> {
  return numbers.set(key, (numbers.get(key) ?? 0) + n);
}

function merged(row: RecentRow, { keys, counts, tallies }: Omit<RecentRow, 'id' | 'minute'>): RecentRow {
  const sums = new Map(row.counts);
  for (const [path, n] of counts) addTo(sums, path, n);
  return { ...row, keys: [...row.keys, ...keys], counts: sums, tallies: new Map([...row.tallies, ...tallies]) };
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

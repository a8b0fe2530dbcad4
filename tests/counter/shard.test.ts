import type { DurableObjectState } from '@cloudflare/workers-types';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { seededRandom } from '#bench/fixtures/seeded-random.ts';
import { CounterStore } from '#counter/core/counter-store.ts';
import { networkLimit } from '#counter/core/network-limits.ts';
import { Shard } from '#counter/workers/shard.ts';
import { type MemoryDatabase, memoryDatabase } from './memory-database.ts';

vi.mock('cloudflare:workers', () => ({
  DurableObject: class {
    readonly ctx: unknown;
    constructor(ctx: unknown) {
      this.ctx = ctx;
    }
  },
}));

const minute = 60_000;
const start = Date.UTC(2026, 10, 24, 2);
const visit = { network: '10.0.0.1', userAgent: 'A', path: '/a/' };

beforeEach(() => void vi.useFakeTimers({ now: start, toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

/** The storage of a Durable Object, in memory; it outlives the object, as on Cloudflare. */
function storage() {
  const sql = memoryDatabase();
  const keyValues = new Map<string, unknown>();
  const state = { sql, keyValues, alarm: undefined as number | undefined, alarms: 0 };
  const ctx = {
    waitUntil: () => {},
    storage: {
      sql: {
        exec: (statement: string, ...values: (string | number)[]) => {
          const rows = sql.query(statement, ...values);
          return { toArray: () => rows };
        },
      },
      kv: {
        get: (name: string) => keyValues.get(name),
        put: (name: string, value: unknown) => keyValues.set(name, value),
      },
      transactionSync: (work: () => void) => sql.transaction(work),
      getAlarm: async () => state.alarm ?? null,
      setAlarm: async (time: number) => {
        state.alarm = time;
        state.alarms++;
      },
    },
  };
  return {
    ...state,
    ctx: ctx as unknown as DurableObjectState,
    alarmTime: () => state.alarm,
    alarmsSet: () => state.alarms,
    clearAlarm: () => {
      state.alarm = undefined;
    },
  };
}

const count = (sql: MemoryDatabase, table: string) =>
  sql.query<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)[0]?.n;

test('a hit is stored before the response, and its keys have 24 bits', async () => {
  const { sql, ctx } = storage();
  const shard = new Shard(ctx, {});
  expect(await shard.hit(visit)).toEqual({ total: 1, today: 1, path: '/a/', views: 1, counted: true });
  const stored = new CounterStore(sql);
  expect([stored.total(''), stored.total('/a/')]).toEqual([1, 1]);
  const keys = sql.query<{ value: number }>('SELECT value FROM recent,json_each(keys)');
  expect(keys).toHaveLength(2);
  for (const { value } of keys) expect(value).toBeLessThan(2 ** 24);
});

function rowsWritten(sql: MemoryDatabase): number {
  return sql.query<{ n: number }>('SELECT total_changes() AS n')[0]?.n ?? 0;
}

test('a hit writes one row, a repeat within the minute and a restart none', async () => {
  const { sql, ctx } = storage();
  const shard = new Shard(ctx, {});
  const rowsOf = async (work: () => Promise<unknown>) => {
    const before = rowsWritten(sql);
    await work();
    return rowsWritten(sql) - before;
  };
  expect(await rowsOf(() => shard.hit(visit))).toBe(1);
  expect(await rowsOf(() => shard.hit({ ...visit, path: '/b/' }))).toBe(1);
  expect(await rowsOf(() => shard.hit(visit))).toBe(0);
  expect(await rowsOf(async () => new Shard(ctx, {}))).toBe(0);
});

test.each([
  { perDay: 10_000, minutes: 24 * 60, most: 3 },
  { perDay: 1_000_000, minutes: 60, most: 1.5 },
])(
  'of $perDay first hits a day each writes at most $most rows, alarms and deleted rows included',
  async ({ perDay, minutes, most }) => {
    const { sql, ctx, alarmTime, clearAlarm, alarmsSet } = storage();
    const shard = new Shard(ctx, {});
    const random = seededRandom(1);
    const hits = Math.floor((perDay * minutes) / (24 * 60));
    const before = rowsWritten(sql);
    let counted = 0;
    for (let n = 0; n < hits; n++) {
      vi.setSystemTime(start + Math.floor((n / hits) * minutes * minute));
      if ((alarmTime() ?? Number.POSITIVE_INFINITY) <= Date.now()) {
        clearAlarm();
        await shard.alarm();
      }
      const network = `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`;
      const path = `/${Math.floor(random() * 1000)}/`;
      if ((await shard.hit({ network, userAgent: 'A', path })).counted) counted++;
    }
    // Some share a key of 24 bits with another.
    expect(counted).toBeGreaterThan(0.98 * hits);
    expect((rowsWritten(sql) - before + alarmsSet()) / counted).toBeLessThanOrEqual(most);
  },
);

test('a database of the first version is upgraded: its visitors stay known, and its numbers stay', async () => {
  const { sql, ctx } = storage();
  const minuteNow = Math.floor(start / minute);
  const shard = new Shard(ctx, {});
  for (let n = 0; n < 40; n++) await shard.hit({ ...visit, userAgent: `A${n}` });
  new CounterStore(sql).aggregate();
  const [keys, tallies] = [
    sql.query<{ value: number }>('SELECT value FROM recent,json_each(keys)'),
    sql.query<{ value: string }>('SELECT value FROM recent,json_each(tallies)'),
  ];
  for (const statement of [
    'CREATE TABLE seen(minute INTEGER NOT NULL, key INTEGER NOT NULL)',
    'CREATE TABLE tallies(since INTEGER NOT NULL, network INTEGER NOT NULL, views INTEGER NOT NULL)',
    'DROP TABLE recent',
    "UPDATE meta SET value='1' WHERE name='version'",
    "DELETE FROM meta WHERE name='aggregated'",
  ])
    sql.query(statement);
  for (const { value } of keys) sql.query('INSERT INTO seen VALUES(?,?)', minuteNow, value);
  for (const { value } of tallies) {
    const [network, since, views] = JSON.parse(value);
    sql.query('INSERT INTO tallies VALUES(?,?,?)', since, network, views);
  }

  const upgraded = new Shard(ctx, {});
  expect(await upgraded.hit({ ...visit, userAgent: 'A7' })).toMatchObject({ counted: false, views: 40, total: 40 });
  let counted = 0;
  for (let n = 40; n < 200; n++) if ((await upgraded.hit({ ...visit, userAgent: `A${n}` })).counted) counted++;
  expect(counted).toBe(networkLimit - 40);
  expect(sql.query("SELECT name FROM sqlite_master WHERE name IN ('seen','tallies')")).toEqual([]);
});

test('the salts are in the key-value storage and in no table', async () => {
  const { sql, keyValues, ctx } = storage();
  await new Shard(ctx, {}).hit(visit);
  const secret = (keyValues.get('salts') as { secret: string }[])[0]?.secret ?? '';
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(JSON.stringify(sql.query('SELECT * FROM meta'))).not.toContain(secret);
});

test('a restarted object still knows its visitors', async () => {
  const { ctx } = storage();
  await new Shard(ctx, {}).hit(visit);
  vi.setSystemTime(start + 10 * minute);
  expect((await new Shard(ctx, {}).hit(visit)).counted).toBe(false);
});

test('an idle object deletes all keys within an hour and then sets no further alarm', async () => {
  const { sql, ctx, alarmTime, clearAlarm } = storage();
  const shard = new Shard(ctx, {});
  await shard.hit(visit);
  vi.setSystemTime(start + 19 * minute);
  await shard.hit({ ...visit, network: '10.0.0.2' });
  const last = Date.now();
  for (let time = alarmTime(); time !== undefined; time = alarmTime()) {
    vi.setSystemTime(time);
    clearAlarm();
    await shard.alarm();
  }
  expect(Date.now() - last).toBeLessThanOrEqual(60 * minute);
  expect(count(sql, 'recent')).toBe(0);
  expect((await shard.figures(['/a/'])).pages).toEqual({ '/a/': 2 });
});

test('a restart leaves the alarm as it is: no key is stored for more than an hour', async () => {
  const { ctx, alarmTime } = storage();
  await new Shard(ctx, {}).hit(visit);
  const first = alarmTime();
  for (const minutes of [10, 20]) {
    vi.setSystemTime(start + minutes * minute);
    await new Shard(ctx, {}).hit({ ...visit, network: `10.0.1.${minutes}` });
  }
  expect(alarmTime()).toBe(first);
  expect(first).toBeLessThanOrEqual(start + 29 * minute);
});

test('hits that could not be written are refused, stay pending and are written once with the next hit', async () => {
  const { sql, ctx } = storage();
  const shard = new Shard(ctx, {});
  await shard.hit(visit);
  sql.broken = true;
  await expect(shard.hit({ ...visit, path: '/b/' })).rejects.toThrow();
  await expect(shard.hit({ ...visit, network: '10.0.0.2' })).rejects.toThrow();
  expect(await shard.health()).toMatchObject({ ok: false, dirty: 2 });
  expect(await shard.figures(['/a/', '/b/'])).toEqual({ total: 1, today: 1, pages: { '/a/': 1, '/b/': 0 } });
  expect((await shard.hit(visit)).counted).toBe(false);
  sql.broken = false;
  expect((await shard.hit({ ...visit, path: '/b/' })).counted).toBe(false);
  expect(await shard.figures(['/a/', '/b/'])).toEqual({ total: 2, today: 2, pages: { '/a/': 2, '/b/': 1 } });
  expect(await shard.health()).toMatchObject({ ok: true, dirty: 0 });
});

test('an object restarted after years rolls up old days', async () => {
  const { ctx } = storage();
  await new Shard(ctx, {}).hit(visit);
  vi.setSystemTime(start + 2 * 24 * 60 * minute);
  await new Shard(ctx, {}).hit(visit);
  vi.setSystemTime(start + 900 * 24 * 60 * minute);
  await new Shard(ctx, {}).hit(visit);
  vi.setSystemTime(start + 901 * 24 * 60 * minute);
  const shard = new Shard(ctx, {});
  await shard.hit(visit);
  await shard.alarm();
  expect((await shard.export()).rows.filter(({ day, path }) => day === 'carried' && path === '')).toMatchObject([
    { n: 2 },
  ]);
  expect(await shard.figures(['/a/'])).toEqual({ total: 4, today: 1, pages: { '/a/': 4 } });
});

import type { DurableObjectState } from '@cloudflare/workers-types';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
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
  const state = { sql, keyValues, alarm: undefined as number | undefined };
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
      setAlarm: async (time: number) => {
        state.alarm = time;
      },
    },
  };
  return {
    ...state,
    ctx: ctx as unknown as DurableObjectState,
    alarmTime: () => state.alarm,
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
  expect(sql.query('SELECT path,n FROM totals ORDER BY path')).toEqual([
    { path: '', n: 1 },
    { path: '/a/', n: 1 },
  ]);
  const keys = sql.query<{ key: number }>('SELECT key FROM seen UNION ALL SELECT network FROM tallies');
  expect(keys).toHaveLength(2);
  for (const { key } of keys) expect(key).toBeLessThan(2 ** 24);
});

test('a visitor’s first hit writes 6 rows, the next page 3, a repeat within the minute 0, and a restart 0', async () => {
  const { sql, ctx } = storage();
  const shard = new Shard(ctx, {});
  const rowsWritten = async (work: () => Promise<unknown>) => {
    const totalChanges = () => sql.query<{ n: number }>('SELECT total_changes() AS n')[0]?.n ?? 0;
    const before = totalChanges();
    await work();
    return totalChanges() - before;
  };
  expect(await rowsWritten(() => shard.hit(visit))).toBe(6);
  expect(await rowsWritten(() => shard.hit({ ...visit, path: '/b/' }))).toBe(3);
  expect(await rowsWritten(() => shard.hit(visit))).toBe(0);
  expect(await rowsWritten(async () => new Shard(ctx, {}))).toBe(0);
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
  expect([count(sql, 'seen'), count(sql, 'tallies')]).toEqual([0, 0]);
  expect((await shard.figures(['/a/'])).pages).toEqual({ '/a/': 2 });
});

test('a restart postpones the alarm, and still no key is stored for more than an hour', async () => {
  const { sql, ctx, alarmTime } = storage();
  await new Shard(ctx, {}).hit(visit);
  for (let time = start; time < start + 60 * minute; time += 15 * minute) {
    vi.setSystemTime(time);
    await new Shard(ctx, {}).hit({ ...visit, network: `10.0.1.${(time - start) / minute}` });
  }
  expect(alarmTime()).toBe(start + 65 * minute);
  const [oldest] = sql.query<{ minute: number }>('SELECT min(minute) AS minute FROM seen');
  expect((oldest?.minute ?? 0) * minute).toBeGreaterThanOrEqual(start + 15 * minute);
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
  const { sql, ctx } = storage();
  await new Shard(ctx, {}).hit(visit);
  vi.setSystemTime(start + 2 * 24 * 60 * minute);
  await new Shard(ctx, {}).hit(visit);
  vi.setSystemTime(start + 900 * 24 * 60 * minute);
  await new Shard(ctx, {}).hit(visit);
  vi.setSystemTime(start + 901 * 24 * 60 * minute);
  const shard = new Shard(ctx, {});
  await shard.hit(visit);
  expect(sql.query("SELECT n FROM counts WHERE day=0 AND path=''")).toEqual([{ n: 2 }]);
  expect(await shard.figures(['/a/'])).toEqual({ total: 4, today: 1, pages: { '/a/': 4 } });
});

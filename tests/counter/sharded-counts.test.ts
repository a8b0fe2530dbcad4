import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Counts } from '#counter/core/counts.ts';
import { parseImport } from '#counter/core/rows.ts';
import { ShardedCounts } from '#counter/core/sharded-counts.ts';
import { shardOf, sumHealth } from '#counter/core/shards.ts';
import { memoryCounts } from './memory-counts.ts';

const start = Date.UTC(2026, 10, 24, 2);

function sharded(shards: number, clock: () => number): { counts: ShardedCounts; each: Counts[] } {
  const each = Array.from({ length: shards }, () => memoryCounts(clock));
  return { counts: new ShardedCounts(each, clock), each };
}

test('a network belongs to one shard, and networks are spread evenly', () => {
  const networks = Array.from({ length: 3000 }, (_, index) => `10.0.${index >> 8}.${index & 255}`);
  for (const network of networks) expect(shardOf(network, 1)).toBe(0);
  const sizes = [0, 1, 2].map((shard) => networks.filter((network) => shardOf(network, 3) === shard).length);
  for (const size of sizes) expect(Math.abs(size - 1000)).toBeLessThan(150);
  expect(networks.map((network) => shardOf(network, 3))).toEqual(networks.map((network) => shardOf(network, 3)));
});

const step = fc.record({
  network: fc.integer({ min: 1, max: 12 }).map((n) => `10.0.0.${n}`),
  userAgent: fc.constantFrom('A', 'B'),
  path: fc.constantFrom('/', '/a/', '/b/'),
  minutes: fc.constantFrom(0, 0, 1, 20, 31, 1440),
});

test('several counters together say what one would', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 4 }), async (steps, shards) => {
      let now = start;
      const one = memoryCounts(() => now);
      const { counts } = sharded(shards, () => now);
      for (const { minutes, ...visit } of steps) {
        now += minutes * 60_000;
        const [expected, found] = [await one.hit(visit), await counts.hit(visit)];
        expect(found.counted).toBe(expected.counted);
        expect(await counts.shown(visit.path)).toEqual(await one.shown(visit.path));
      }
      expect(await counts.figures(['/b/', '/'])).toEqual(await one.figures(['/b/', '/']));
      // As text: the order is the same too.
      expect(JSON.stringify(await counts.all())).toBe(JSON.stringify(await one.all()));
      expect(JSON.stringify(await counts.export())).toBe(JSON.stringify(await one.export()));
    }),
    { numRuns: 60 },
  );
});

test('`set` leaves what was set and nothing beside it; `add` adds once', async () => {
  const { counts, each } = sharded(3, () => start);
  for (let index = 0; index < 30; index++)
    await counts.hit({ network: `10.0.0.${index}`, userAgent: 'A', path: index % 2 ? '/a/' : '/b/' });
  const before = await counts.export();
  const set = (rows: unknown) => counts.import(parseImport(JSON.stringify({ mode: 'set', rows })));
  const add = { mode: 'add', id: 'x', rows: [{ day: 'carried', path: '', n: 9 }] };

  await set(before.rows.map((row) => ({ ...row, n: 4 })));
  expect((await counts.export()).rows).toEqual(before.rows.map((row) => ({ ...row, n: 4 })));
  expect((await counts.figures(['/a/'])).pages).toEqual({ '/a/': 4 });
  expect((await each[2]?.export())?.rows).toEqual([]);

  expect(await counts.import(parseImport(JSON.stringify(add)))).toEqual({ applied: true, rows: 1 });
  expect(await counts.import(parseImport(JSON.stringify(add)))).toEqual({ applied: false, rows: 1 });
  expect((await counts.figures([])).total).toBe(13);
});

test('a hit takes the other shards’ numbers from memory for ten seconds, and its own at once', async () => {
  let now = start;
  const { counts } = sharded(2, () => now);
  const of = (shard: number) =>
    Array.from({ length: 40 }, (_, index) => `10.0.1.${index}`).filter((network) => shardOf(network, 2) === shard);
  const [left, right] = [of(0), of(1)];
  const hit = async (network = '') => (await counts.hit({ network, userAgent: 'A', path: '/a/' })).views;
  expect(await hit(left[0])).toBe(1);
  await hit(right[0]);
  expect(await hit(left[1])).toBe(2);
  expect((await counts.shown('/a/')).views).toBe(3);
  now += 10_000;
  expect(await hit(left[2])).toBe(4);
});

test('health is that of the weakest', () => {
  const well = { ok: true, dirty: 1, lastCommitMs: 2 };
  expect(sumHealth([well, { ok: false, dirty: 3, lastCommitMs: 1 }])).toEqual({ ok: false, dirty: 4, lastCommitMs: 2 });
  expect(sumHealth([well])).toEqual(well);
});

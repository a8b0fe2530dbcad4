import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseImport } from '#counter/core/rows.ts';
import { ShardedCounter } from '#counter/core/sharded-counter.ts';
import { shardOfNetwork, sumHealth } from '#counter/core/shards.ts';
import type { VisitCounter } from '#counter/core/visit-counter.ts';
import { memoryVisitCounter } from './memory-visit-counter.ts';

const start = Date.UTC(2026, 10, 24, 2);

function sharded(count: number, clock: () => number): { counter: ShardedCounter; shards: VisitCounter[] } {
  const shards = Array.from({ length: count }, () => memoryVisitCounter(clock));
  return { counter: new ShardedCounter(shards, clock), shards };
}

test('a network belongs to one shard, and networks are spread evenly', () => {
  const networks = Array.from({ length: 3000 }, (_, index) => `10.0.${index >> 8}.${index & 255}`);
  for (const network of networks) expect(shardOfNetwork(network, 1)).toBe(0);
  const sizes = [0, 1, 2].map((shard) => networks.filter((network) => shardOfNetwork(network, 3) === shard).length);
  for (const size of sizes) expect(Math.abs(size - 1000)).toBeLessThan(150);
  expect(networks.map((network) => shardOfNetwork(network, 3))).toEqual(
    networks.map((network) => shardOfNetwork(network, 3)),
  );
});

const step = fc.record({
  network: fc.integer({ min: 1, max: 12 }).map((n) => `10.0.0.${n}`),
  userAgent: fc.constantFrom('A', 'B'),
  path: fc.constantFrom('/', '/a/', '/b/'),
  minutes: fc.constantFrom(0, 0, 1, 20, 31, 1440),
});

test('several shards together give the numbers of a single counter', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 4 }), async (steps, shards) => {
      let now = start;
      const single = memoryVisitCounter(() => now);
      const { counter } = sharded(shards, () => now);
      for (const { minutes, ...visit } of steps) {
        now += minutes * 60_000;
        const [expected, actual] = [await single.hit(visit), await counter.hit(visit)];
        expect(actual.counted).toBe(expected.counted);
        expect(await counter.pageFigures(visit.path)).toEqual(await single.pageFigures(visit.path));
      }
      expect(await counter.figures(['/b/', '/'])).toEqual(await single.figures(['/b/', '/']));
      // Compared as JSON, since the order must be the same too.
      expect(JSON.stringify(await counter.all())).toBe(JSON.stringify(await single.all()));
      expect(JSON.stringify(await counter.export())).toBe(JSON.stringify(await single.export()));
    }),
    { numRuns: 60 },
  );
});

test('`set` replaces the numbers in all shards; `add` adds once', async () => {
  const { counter, shards } = sharded(3, () => start);
  for (let index = 0; index < 30; index++)
    await counter.hit({ network: `10.0.0.${index}`, userAgent: 'A', path: index % 2 ? '/a/' : '/b/' });
  const before = await counter.export();
  const set = (rows: unknown) => counter.import(parseImport(JSON.stringify({ mode: 'set', rows })));
  const add = { mode: 'add', id: 'x', rows: [{ day: 'carried', path: '', n: 9 }] };

  await set(before.rows.map((row) => ({ ...row, n: 4 })));
  expect((await counter.export()).rows).toEqual(before.rows.map((row) => ({ ...row, n: 4 })));
  expect((await counter.figures(['/a/'])).pages).toEqual({ '/a/': 4 });
  expect((await shards[2]?.export())?.rows).toEqual([]);

  expect(await counter.import(parseImport(JSON.stringify(add)))).toEqual({ applied: true, rows: 1 });
  expect(await counter.import(parseImport(JSON.stringify(add)))).toEqual({ applied: false, rows: 1 });
  expect((await counter.figures([])).total).toBe(13);
});

test('a hit uses numbers of the other shards that are up to ten seconds old, and current ones of its own', async () => {
  let now = start;
  const { counter } = sharded(2, () => now);
  const networksOf = (shard: number) =>
    Array.from({ length: 40 }, (_, index) => `10.0.1.${index}`).filter(
      (network) => shardOfNetwork(network, 2) === shard,
    );
  const [first, second] = [networksOf(0), networksOf(1)];
  const hit = async (network = '') => (await counter.hit({ network, userAgent: 'A', path: '/a/' })).views;
  expect(await hit(first[0])).toBe(1);
  await hit(second[0]);
  expect(await hit(first[1])).toBe(2);
  expect((await counter.pageFigures('/a/')).views).toBe(3);
  now += 10_000;
  expect(await hit(first[2])).toBe(4);
});

test('the counter is healthy only if every shard is', () => {
  const healthy = { ok: true, full: false, dirty: 1, lastCommitMs: 2 };
  expect(sumHealth([healthy, { ok: false, full: true, dirty: 3, lastCommitMs: 1 }])).toEqual({
    ok: false,
    full: true,
    dirty: 4,
    lastCommitMs: 2,
  });
  expect(sumHealth([healthy])).toEqual(healthy);
});

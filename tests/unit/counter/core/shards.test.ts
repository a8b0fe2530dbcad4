import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Export } from '#counter/core/rows.ts';
import { shardOf, sumAll, sumExports, sumFigures } from '#counter/core/shards.ts';
import { memoryCounter } from '#tests/memory-counter.ts';

const now = Date.parse('2026-11-24T12:00:00+07:00');
const minute = 60_000;
const pages = ['/', '/a/', '/b/'];

const visits = fc.array(
  fc.record({
    network: fc.ipV4(),
    userAgent: fc.constantFrom('Firefox', 'Safari', 'Chrome'),
    path: fc.constantFrom(...pages),
    at: fc.nat(3 * 24 * 60).map((minutes) => now + minutes * minute),
  }),
  { maxLength: 60 },
);

function byPlace({ rows, ...rest }: Export) {
  return { ...rest, rows: new Map(rows.map(({ day, path, n }) => [`${day} ${path}`, n])) };
}

test('several counters that share the visitors say together what one would have said', () => {
  fc.assert(
    fc.property(visits, fc.integer({ min: 1, max: 5 }), (all, count) => {
      const sorted = all.toSorted((a, b) => a.at - b.at);
      // A visitor is drawn often enough to come back.
      const some = sorted.map((visit, index) => ({ ...visit, network: sorted[index % 7]?.network ?? visit.network }));
      const one = memoryCounter().start(now);
      const many = Array.from({ length: count }, () => memoryCounter().start(now));
      one.import({
        mode: 'add',
        id: 'old-site',
        rows: [{ day: 0, path: '', n: 1000 }],
        carried: { visits: 1000, taken: '2026-11-20' },
        additions: {},
      });
      many[0]?.import({
        mode: 'add',
        id: 'old-site',
        rows: [{ day: 0, path: '', n: 1000 }],
        carried: { visits: 1000, taken: '2026-11-20' },
        additions: {},
      });
      for (const { at, ...visit } of some) {
        const shard = many[shardOf(visit.network, count)];
        expect(shard?.hit(visit, at)).toBe(one.hit(visit, at));
      }
      for (const counter of [one, ...many]) counter.commit();

      const then = now + 3 * 24 * 60 * minute;
      expect(sumFigures(many.map((each) => each.figures(pages, then)))).toEqual(one.figures(pages, then));
      expect(sumAll(many.map((each) => each.all(then)))).toEqual(one.all(then));
      expect(byPlace(sumExports(many.map((each) => each.export(then))))).toEqual(byPlace(one.export(then)));
    }),
  );
});

test('a network always belongs to the same counter, and each counter gets its share', () => {
  const shares = [0, 0, 0, 0];
  for (let n = 0; n < 4000; n++) {
    const shard = shardOf(`203.0.${n >> 8}.${n & 255}`, 4);
    expect(shardOf(`203.0.${n >> 8}.${n & 255}`, 4)).toBe(shard);
    shares[shard] = (shares[shard] ?? 0) + 1;
  }
  for (const share of shares) expect(share).toBeGreaterThan(800);
});

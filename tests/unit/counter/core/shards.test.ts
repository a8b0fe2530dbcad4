import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CounterExport } from '#counter/core/rows.ts';
import { shardOfNetwork, sumAllCounts, sumExports, sumSiteCounts } from '#counter/core/shards.ts';
import { restartableCounter } from '../../../restartable-counter.ts';

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

function rowsByKey({ rows, ...rest }: CounterExport) {
  return { ...rest, rows: new Map(rows.map(({ day, path, n }) => [`${day} ${path}`, n])) };
}

test('several shards together give the numbers of a single counter', () => {
  fc.assert(
    fc.property(visits, fc.integer({ min: 1, max: 5 }), (all, count) => {
      const sorted = all.toSorted((a, b) => a.at - b.at);
      // Few enough networks that visitors return.
      const hits = sorted.map((visit, index) => ({ ...visit, network: sorted[index % 7]?.network ?? visit.network }));
      const single = restartableCounter().start(now);
      const shards = Array.from({ length: count }, () => restartableCounter().start(now));
      single.import({
        mode: 'add',
        id: 'old-site',
        rows: [{ day: 0, path: '', n: 1000 }],
        carried: { visits: 1000, taken: '2026-11-20' },
        additions: {},
      });
      shards[0]?.import({
        mode: 'add',
        id: 'old-site',
        rows: [{ day: 0, path: '', n: 1000 }],
        carried: { visits: 1000, taken: '2026-11-20' },
        additions: {},
      });
      for (const { at, ...visit } of hits) {
        const shard = shards[shardOfNetwork(visit.network, count)];
        expect(shard?.hit(visit, at)).toBe(single.hit(visit, at));
      }
      for (const counter of [single, ...shards]) counter.commit();

      const later = now + 3 * 24 * 60 * minute;
      expect(sumSiteCounts(shards.map((shard) => shard.figures(pages, later)))).toEqual(single.figures(pages, later));
      expect(sumAllCounts(shards.map((shard) => shard.all(later)))).toEqual(single.all(later));
      expect(rowsByKey(sumExports(shards.map((shard) => shard.export(later))))).toEqual(
        rowsByKey(single.export(later)),
      );
    }),
  );
});

test('a network always belongs to the same shard, and networks are spread over all shards', () => {
  const shares = [0, 0, 0, 0];
  for (let n = 0; n < 4000; n++) {
    const shard = shardOfNetwork(`203.0.${n >> 8}.${n & 255}`, 4);
    expect(shardOfNetwork(`203.0.${n >> 8}.${n & 255}`, 4)).toBe(shard);
    shares[shard] = (shares[shard] ?? 0) + 1;
  }
  for (const share of shares) expect(share).toBeGreaterThan(800);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Counter } from '#counter/core/counter.ts';
import { memoryCounter } from '#tests/memory-counter.ts';

const minute = 60_000;
const start = Date.parse('2026-11-24T23:30:00+07:00');
const pages = ['/', '/a/', '/b/'];

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('hit'), visitor: fc.nat(3), page: fc.constantFrom(...pages) } as const),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('commit') } as const) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('failed commit') } as const) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart') } as const) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('tidy') } as const) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('wait'),
      minutes: fc.constantFrom(1, 29, 31, 24 * 60, -24 * 60),
    } as const),
  },
);

function add(sums: Map<string, number>, path: string): void {
  sums.set(path, (sums.get(path) ?? 0) + 1);
}

test('whatever happens in whatever order: what is kept is what was acknowledged, and no more is shown', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const memory = memoryCounter();
      let now = start;
      let counter: Counter = memory.start(now);
      const acknowledged = new Map<string, number>();
      let waiting: string[] = [];
      const shown = new Map<string, number>();

      for (const each of steps) {
        if (each.kind === 'hit') {
          const { visitor, page } = each;
          if (counter.hit({ network: `203.0.113.${visitor >> 1}`, userAgent: `Firefox/${visitor}`, path: page }, now))
            waiting.push(page);
        } else if (each.kind === 'commit') {
          counter.commit();
          for (const page of waiting) add(acknowledged, page);
          waiting = [];
        } else if (each.kind === 'failed commit') {
          memory.broken = true;
          if (counter.dirty) expect(() => counter.commit()).toThrow();
          memory.broken = false;
        } else if (each.kind === 'restart') {
          counter = memory.start(now);
          waiting = [];
        } else if (each.kind === 'tidy') counter.tidy(now);
        else now += each.minutes * minute;

        const figures = counter.figures(pages, now);
        for (const page of pages) {
          expect(figures.pages[page]).toBe(acknowledged.get(page) ?? 0);
          expect(memory.store.total(page)).toBe(acknowledged.get(page) ?? 0);
        }
        expect(figures.total).toBeGreaterThanOrEqual(shown.get('total') ?? 0);
        shown.set('total', figures.total);
        const sums = new Map<string, number>();
        for (const { path, n } of memory.store.rows()) sums.set(path, (sums.get(path) ?? 0) + n);
        expect(new Map(memory.store.totals().map(({ path, n }) => [path, n]))).toEqual(sums);
        expect(figures.total).toBe(sums.get('') ?? 0);
      }
    }),
  );
});

test('nobody is recounted within the window by a failure, a restart or the end of a day', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const memory = memoryCounter();
      let now = start;
      let counter = memory.start(now);
      const lastSeen = new Map<string, number>();
      const committed = new Map<string, number>();

      for (const each of steps) {
        if (each.kind === 'hit') {
          const { visitor, page } = each;
          const place = `${visitor} ${page}`;
          const counted = counter.hit({ network: '203.0.113.7', userAgent: `Firefox/${visitor}`, path: page }, now);
          const before = lastSeen.get(place);
          if (before !== undefined && now - before < 30 * minute) expect(counted).toBe(false);
          if (before === undefined || now - before > 31 * minute) expect(counted).toBe(true);
          lastSeen.set(place, now);
        } else if (each.kind === 'commit') {
          counter.commit();
          for (const [place, at] of lastSeen) committed.set(place, at);
        } else if (each.kind === 'failed commit') {
          memory.broken = true;
          if (counter.dirty) expect(() => counter.commit()).toThrow();
          memory.broken = false;
        } else if (each.kind === 'restart') {
          counter = memory.start(now);
          lastSeen.clear();
          for (const [place, at] of committed) lastSeen.set(place, at);
        } else if (each.kind === 'tidy') counter.tidy(now);
        else now += Math.abs(each.minutes) * minute;
      }
    }),
  );
});

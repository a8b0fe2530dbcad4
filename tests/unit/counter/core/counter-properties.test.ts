import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Counter } from '#counter/core/counter.ts';
import { CounterStore } from '#counter/core/counter-store.ts';
import { pruneAll, restartableCounter } from '../../../restartable-counter.ts';

const minute = 60_000;
const start = Date.parse('2026-11-24T23:30:00+07:00');
const pages = ['/', '/a/', '/b/'];

const eventArbitrary = fc.oneof(
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

function increment(sums: Map<string, number>, path: string): void {
  sums.set(path, (sums.get(path) ?? 0) + 1);
}

test('in any order of events, stored and returned numbers equal the acknowledged hits', () => {
  fc.assert(
    fc.property(fc.array(eventArbitrary, { maxLength: 60 }), (events) => {
      const memory = restartableCounter();
      let now = start;
      let counter: Counter = memory.start(now);
      const acknowledged = new Map<string, number>();
      let pending: string[] = [];
      const previous = new Map<string, number>();

      for (const event of events) {
        if (event.kind === 'hit') {
          const { visitor, page } = event;
          if (counter.hit({ network: `203.0.113.${visitor >> 1}`, userAgent: `Firefox/${visitor}`, path: page }, now))
            pending.push(page);
        } else if (event.kind === 'commit') {
          counter.commit();
          for (const page of pending) increment(acknowledged, page);
          pending = [];
        } else if (event.kind === 'failed commit') {
          memory.failsTransactions = true;
          if (counter.dirty) expect(() => counter.commit()).toThrow();
          memory.failsTransactions = false;
        } else if (event.kind === 'restart') {
          counter = memory.start(now);
          pending = [];
        } else if (event.kind === 'tidy') pruneAll(counter, now);
        else now += event.minutes * minute;

        const figures = counter.figures(pages, now);
        const stored = new CounterStore(memory.sql);
        for (const page of pages) {
          expect(figures.pages[page]).toBe(acknowledged.get(page) ?? 0);
          expect(stored.total(page)).toBe(acknowledged.get(page) ?? 0);
          expect(stored.views().get(page) ?? 0).toBe(acknowledged.get(page) ?? 0);
        }
        expect(figures.total).toBe(stored.total(''));
        expect(figures.total).toBeGreaterThanOrEqual(previous.get('total') ?? 0);
        previous.set('total', figures.total);
      }
      const sums = new Map<string, number>();
      for (const { path, n } of counter.export(now).rows) sums.set(path, (sums.get(path) ?? 0) + n);
      for (const page of ['', ...pages]) expect(memory.store.total(page)).toBe(sums.get(page) ?? 0);
    }),
  );
});

test('a failed commit, a restart or midnight does not count a visitor twice within the window', () => {
  fc.assert(
    fc.property(fc.array(eventArbitrary, { maxLength: 60 }), (events) => {
      const memory = restartableCounter();
      let now = start;
      let counter = memory.start(now);
      const lastSeen = new Map<string, number>();
      const committed = new Map<string, number>();

      for (const event of events) {
        if (event.kind === 'hit') {
          const { visitor, page } = event;
          const key = `${visitor} ${page}`;
          const counted = counter.hit({ network: '203.0.113.7', userAgent: `Firefox/${visitor}`, path: page }, now);
          const before = lastSeen.get(key);
          if (before !== undefined && now - before < 30 * minute) expect(counted).toBe(false);
          if (before === undefined || now - before > 31 * minute) expect(counted).toBe(true);
          lastSeen.set(key, now);
        } else if (event.kind === 'commit') {
          counter.commit();
          for (const [key, at] of lastSeen) committed.set(key, at);
        } else if (event.kind === 'failed commit') {
          memory.failsTransactions = true;
          if (counter.dirty) expect(() => counter.commit()).toThrow();
          memory.failsTransactions = false;
        } else if (event.kind === 'restart') {
          counter = memory.start(now);
          lastSeen.clear();
          for (const [key, at] of committed) lastSeen.set(key, at);
        } else if (event.kind === 'tidy') pruneAll(counter, now);
        else now += Math.abs(event.minutes) * minute;
      }
    }),
  );
});

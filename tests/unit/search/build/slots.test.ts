import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomNumbers } from '#bench/fixtures/random-numbers.ts';
import { capacity, slotsFor } from '#search/build/slots.ts';

const moment = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

function ascending(numbers: readonly number[]): number[] {
  return numbers.toSorted((a, b) => a - b);
}

/** Which entries have another slot once there is one more, and how far each was moved. */
function moved(moments: readonly number[], more: number, slots: number): { place: number; far: number }[] {
  const before = slotsFor(moments, slots);
  const added = moments.filter((each) => each <= more).length;
  const after = slotsFor(moments.toSpliced(added, 0, more), slots).toSpliced(added, 1);
  return before
    .map((slot, place) => ({ place, far: Math.abs(slot - (after[place] ?? Number.NaN)) }))
    .filter(({ far }) => far !== 0);
}

test('every moment of a year has a slot of its own, in their order', () => {
  fc.assert(
    fc.property(fc.array(moment, { maxLength: 200 }), (moments) => {
      const slots = capacity(moments.length);
      const placed = slotsFor(ascending(moments), slots);
      expect(placed).toEqual(ascending([...new Set(placed)]));
      expect(placed.length).toBe(moments.length);
      for (const slot of placed) expect(slot >= 0 && slot < slots).toBe(true);
    }),
  );
});

test('one more moves only a run of those beside it, each by one slot', () => {
  fc.assert(
    fc.property(fc.array(moment, { maxLength: 200 }), moment, (moments, more) => {
      const others = moved(ascending(moments), more, capacity(moments.length + 1));
      const places = others.map(({ place }) => place);
      expect(others.every(({ far }) => far === 1)).toBe(true);
      expect(Math.max(0, ...places) - Math.min(...places, Number.POSITIVE_INFINITY)).toBeLessThan(
        Math.max(1, places.length),
      );
    }),
  );
});

test('in a year as full as it may be one more moves few', () => {
  const random = randomNumbers(3);
  const moments = ascending(Array.from({ length: 383 }, random));
  const slots = capacity(moments.length + 1);
  expect(moments.length / slots).toBeGreaterThan(0.59);
  const counts = Array.from({ length: 200 }, () => moved(moments, random(), slots).length);
  expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeLessThan(3);
});

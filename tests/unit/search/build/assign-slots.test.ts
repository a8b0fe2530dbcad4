import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '#bench/fixtures/seeded-random.ts';
import { assignSlots, slotCountForYear } from '#search/build/assign-slots.ts';

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

function ascending(numbers: readonly number[]): number[] {
  return numbers.toSorted((a, b) => a - b);
}

/** The entries whose slot changes when one is added, and the distance each of them moves. */
function moved(shares: readonly number[], added: number, slots: number): { index: number; distance: number }[] {
  const before = assignSlots(shares, slots);
  const position = shares.filter((share) => share <= added).length;
  const after = assignSlots(shares.toSpliced(position, 0, added), slots).toSpliced(position, 1);
  return before
    .map((slot, index) => ({ index, distance: Math.abs(slot - (after[index] ?? Number.NaN)) }))
    .filter(({ distance }) => distance !== 0);
}

test('every entry of a year has a slot of its own, in order', () => {
  fc.assert(
    fc.property(fc.array(share, { maxLength: 200 }), (shares) => {
      const slots = slotCountForYear(shares.length);
      const assigned = assignSlots(ascending(shares), slots);
      expect(assigned).toEqual(ascending([...new Set(assigned)]));
      expect(assigned.length).toBe(shares.length);
      for (const slot of assigned) expect(slot >= 0 && slot < slots).toBe(true);
    }),
  );
});

test('an added entry moves only a run of neighbours, each by one slot', () => {
  fc.assert(
    fc.property(fc.array(share, { maxLength: 200 }), share, (shares, added) => {
      const neighbours = moved(ascending(shares), added, slotCountForYear(shares.length + 1));
      const indexes = neighbours.map(({ index }) => index);
      expect(neighbours.every(({ distance }) => distance === 1)).toBe(true);
      expect(Math.max(0, ...indexes) - Math.min(...indexes, Number.POSITIVE_INFINITY)).toBeLessThan(
        Math.max(1, indexes.length),
      );
    }),
  );
});

test('in a year at the highest load an added entry moves few others', () => {
  const random = seededRandom(3);
  const shares = ascending(Array.from({ length: 383 }, random));
  const slots = slotCountForYear(shares.length + 1);
  expect(shares.length / slots).toBeGreaterThan(0.59);
  const counts = Array.from({ length: 200 }, () => moved(shares, random(), slots).length);
  expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeLessThan(3);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrastRatio, lowestContrast, withContrast } from '#news/color-contrast.ts';

const anyColor = fc.integer({ min: 0, max: 0xff_ff_ff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

test.each([
  ['#000000', '#ffffff', 21],
  ['#767676', '#ffffff', 4.54],
  ['#ffffff', '#777777', 4.48],
  ['#ff0000', '#ffffff', 4],
  ['#0000ff', '#ffffff', 8.59],
])('the contrast of %s and %s is %d', (one, other, ratio) => {
  expect(contrastRatio(one, other)).toBeCloseTo(ratio, 2);
});

test('a colour with enough contrast stays as it is', () => {
  fc.assert(
    fc.property(anyColor, (color) => {
      const ratio = contrastRatio(color, '#ffffff');
      expect(withContrast(color, ['#ffffff'], ratio - 0.01, 'darker')).toBe(color);
    }),
  );
});

test('any other is made darker on light backgrounds and lighter on dark ones until it has it', () => {
  fc.assert(
    fc.property(anyColor, (color) => {
      for (const [direction, backgrounds] of [
        ['darker', ['#fffdf8', '#f5f1e8']],
        ['lighter', ['#0e1520', '#151f2d']],
      ] as const)
        expect(lowestContrast(withContrast(color, backgrounds, 7, direction), backgrounds)).toBeGreaterThanOrEqual(7);
    }),
  );
});

test('the other tone has the same hue: what was most and least of red, green and blue stays so', () => {
  const parts = (color: string) => [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
  fc.assert(
    fc.property(anyColor, (color) => {
      const before = parts(color);
      const range = Math.max(...before) - Math.min(...before);
      const after = parts(withContrast(color, ['#0e1520'], 7, 'lighter'));
      fc.pre(range > 40 && Math.max(...after) - Math.min(...after) > 10);
      // The middle one stands at the same share of the range (HSL), but for rounding.
      const share = (values: readonly number[]) => {
        const [low = 0, middle = 0, high = 0] = values.toSorted((a, b) => a - b);
        return (middle - low) / (high - low);
      };
      expect(after.indexOf(Math.max(...after))).toBe(before.indexOf(Math.max(...before)));
      expect(Math.abs(share(after) - share(before))).toBeLessThan(0.1);
    }),
  );
});

import { expect, test } from 'vitest';
import { axisMaximum } from '#layouts/components/bar-chart.ts';

test.each([
  [0, 2],
  [1, 2],
  [7, 10],
  [95, 100],
  [190, 200],
  [4420, 5000],
  [5001, 10_000],
])('the axis of a chart ends at a round number: %s → %s', (highest, top) => {
  expect(axisMaximum(highest)).toBe(top);
});

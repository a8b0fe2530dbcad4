import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { contestantNames } from '#bench/build/contestants.ts';
import { growthChart } from '#bench/report/growth-chart.ts';
import { exampleSizeResults } from './example-results.ts';

const chart = growthChart([1000, 10_000, 100_000].map(exampleSizeResults));

test('the chart is well-formed XML, with both measures, all sizes each contestant and each kind of edit once', async () => {
  const { errors } = await validateXML({ xml: { fileName: 'bench.svg', contents: chart }, normalization: 'format' });
  expect(errors).toEqual([]);
  for (const title of ['Time (s)', 'Peak memory (MB)']) expect(chart).toContain(`>${title}</text>`);
  for (const name of Object.values(contestantNames)) expect(chart.split(`>${name}<`)).toHaveLength(2);
  for (const name of ['ours, core', 'ours, everything']) expect(chart.split(`>${name}, an edit<`)).toHaveLength(2);
  for (const articles of ['1,000', '10,000', '100,000']) expect(chart).toContain(`middle">${articles}<`);
});

test('the chart has colors for dark mode', () => {
  expect(chart).toMatch(/@media\(prefers-color-scheme:dark\)\{text\{fill:#eee\}/);
});

test('both axes are logarithmic: linear growth is a straight line', () => {
  const [, d = ''] = /<g .*?class="line own".*? d="M([\d. L]+)"/s.exec(chart) ?? [];
  const [first = [], second = [], third = []] = d.split('L').map((point) => point.split(' ').map(Number));
  for (const axis of [0, 1])
    expect(Number(third[axis]) - Number(second[axis])).toBe(Number(second[axis]) - Number(first[axis]));
  expect(first[0]).toBeLessThan(Number(third[0]));
  expect(first[1]).toBeGreaterThan(Number(third[1]));
});

test('without measurements the chart is empty but valid', () => {
  expect(growthChart([])).toContain('<svg');
});

test('the time of edits stands beside that of full builds, and the memory of full builds alone', () => {
  const [, time = '', memory = ''] = chart.split('<g transform');
  expect(time.match(/class="line own"/g)).toHaveLength(4);
  expect(memory.match(/class="line own"/g)).toHaveLength(2);
});

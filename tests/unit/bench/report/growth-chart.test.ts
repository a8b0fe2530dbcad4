import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { contestantNames } from '#bench/build/contestants.ts';
import { growthChart } from '#bench/report/growth-chart.ts';
import { exampleSizeResults } from './example-results.ts';

const sizes = [exampleSizeResults(1000), exampleSizeResults(10_000)];
const isStarter = ({ contestant }: { readonly contestant: string }) => contestant === contestantNames.eleventy;
const huge = exampleSizeResults(100_000);
const withHuge = [...sizes, { ...huge, measured: huge.measured.filter((measurement) => !isStarter(measurement)) }];

test('the chart is well-formed XML with all contestants, all sizes and both titles', async () => {
  for (const chart of [growthChart(sizes), growthChart(withHuge)]) {
    const { errors } = await validateXML({ xml: { fileName: 'bench.svg', contents: chart }, normalization: 'format' });
    expect(errors).toEqual([]);
    for (const title of ['Time (s)', 'Peak memory (MB)']) expect(chart).toContain(`>${title}</text>`);
    for (const name of Object.values(contestantNames)) expect(chart.split(`>${name}`)).toHaveLength(3);
    for (const articles of ['1,000', '10,000']) expect(chart.split(`middle">${articles}<`)).toHaveLength(3);
  }
  expect(growthChart(withHuge)).toContain('middle">100,000<');
  expect(growthChart(sizes)).not.toContain('middle">100,000<');
});

test('the chart has colors for dark mode', () => {
  expect(growthChart(sizes)).toMatch(/@media\(prefers-color-scheme:dark\)\{text\{fill:#eee\}/);
});

test('a line that ends early is labelled with its last size', () => {
  expect(growthChart(withHuge)).toContain('Eleventy starter (to 10,000)');
  expect(growthChart(sizes)).not.toContain('(to');
});

test('labels of a panel do not overlap', () => {
  for (const panel of growthChart(withHuge).split('<g ').slice(1)) {
    const labels = Array.from(panel.matchAll(/<text class="(?:own|other|even)" x="\d+" y="([\d.]+)"/g), ([, y]) =>
      Number(y),
    );
    labels.sort((a, b) => a - b);
    expect(labels).toHaveLength(6);
    const gaps = labels.slice(1).map((y, index) => y - (labels[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(15.9);
  }
});

test('both axes are logarithmic: linear growth is a straight line', () => {
  const [, panel = ''] = growthChart(withHuge).split('<g ');
  const [points = []] = Array.from(panel.matchAll(/class="line own".*?d="M([^"]+)"/g), ([, path = '']) => [
    ...path.matchAll(/([\d.]+) ([\d.]+)/g),
  ]);
  const [first, second, third] = points.map(([, x, y]) => [Number(x), Number(y)] as const);
  expect((third?.[0] ?? 0) - (second?.[0] ?? 0)).toBeCloseTo((second?.[0] ?? 0) - (first?.[0] ?? 0), 0);
  expect((third?.[1] ?? 0) - (second?.[1] ?? 0)).toBeCloseTo((second?.[1] ?? 0) - (first?.[1] ?? 0), 0);
});

test('without measurements the chart is empty but valid', () => {
  expect(growthChart([])).toContain('<svg');
});

import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { benchGoals } from '#bench/report/bench-goals.ts';
import { benchReport } from '#bench/report/bench-report.ts';
import { markdownTable } from '#bench/report/markdown-table.ts';
import { exampleMeasurement, exampleResults, exampleSizeResults } from './example-results.ts';

const markdown = new MarkdownIt();
const rows = (html: string) => html.match(/<tr>/g)?.length ?? 0;

test('a Markdown table escapes the content of its cells', () => {
  const html = markdown.render(
    markdownTable(
      ['', 'a|b'],
      [
        ['x', '1'],
        ['y', ''],
      ],
    ),
  );
  expect(rows(html)).toBe(3);
  expect(html).toContain('>a|b</th>');
});

test('the report contains every goal, and all contestants at each size with ratios of time and CPU', () => {
  const report = benchReport(exampleResults);
  const html = markdown.render(report);
  for (const { what } of benchGoals(exampleResults)) expect(report).toContain(what);
  for (const words of ['1,000 articles', '10,000 articles', '2026-11-23, 2 cores, Node 24.0.0, Hugo 0.111.3'])
    expect(report).toContain(words);
  const core = /<td>ours, core<\/td>.*?<\/tr>/s.exec(html)?.[0] ?? '';
  expect(core.match(/>1\.00</g)).toHaveLength(2);
  expect(report).toMatch(/\| floor \| 1\.00 \| 1\.00 \| 100 \| 12 \| 3\.4 MB \| {2}\| 0\.50 \| 0\.50 \|/);
  expect(report).toMatch(/\| ours, core, one article edited \| .* \| 2 \| 0\.05 \|/);
});

test('the report contains the cost of Eleventy, whose parts add up to the total', () => {
  const [, section = ''] = /## What Eleventy itself costs\n(.*?)\n## /s.exec(benchReport(exampleResults)) ?? [];
  const shares = [...section.matchAll(/^\|.*\| (\d+\.\d) % \|$/gm)].map(([, share]) => Number(share));
  const total = shares.pop();
  expect(shares.length).toBeGreaterThan(3);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(total ?? 0);
  expect(section).toContain(`takes ${total?.toFixed(1)} % of the CPU`);
});

test('the report gives the number of rounds, also of an interrupted run', () => {
  const interrupted = {
    ...exampleSizeResults(1000),
    measured: [exampleMeasurement('floor', [1, 2]), exampleMeasurement('Hugo', [1])],
  };
  expect(benchReport({ ...exampleResults, sizes: [interrupted] })).toContain('medians of 1 to 2 rounds in turns');
  expect(benchReport(exampleResults)).toContain('medians of 3 rounds in turns');
  const once = { ...exampleSizeResults(1000), measured: [exampleMeasurement('floor', [1])] };
  expect(benchReport({ ...exampleResults, sizes: [once] })).toContain('; one round in turns');
});

test('the report mentions a high load during a run', () => {
  const [quiet, busy] = [1.8, 11.6].map((load) =>
    benchReport({ ...exampleResults, sizes: [{ ...exampleSizeResults(1000), load }] }),
  );
  expect(busy).toContain('a busy machine: 12 processes wanted its 2 cores');
  expect(quiet).not.toContain('busy machine');
});

test('the report marks a contestant that failed', () => {
  const failed = {
    ...exampleSizeResults(1000),
    measured: [exampleMeasurement('floor', [1]), exampleMeasurement('Hugo', [])],
  };
  expect(benchReport({ ...exampleResults, sizes: [failed] })).toContain('| Hugo | did not finish |');
});

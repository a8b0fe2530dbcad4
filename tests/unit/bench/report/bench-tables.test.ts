import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { benchGoals } from '#bench/report/bench-goals.ts';
import { benchTables } from '#bench/report/bench-tables.ts';
import { markdownTable } from '#bench/report/markdown-table.ts';
import { replaceTables } from '#bench/report/replace-tables.ts';
import { readBenchResults } from '#bench/report/save-bench-results.ts';
import { projectRoot } from '#site/settings.ts';
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

test('the tables contain every goal, and all contestants at each size with ratios of time and CPU', () => {
  const tables = benchTables(exampleResults);
  for (const { what } of benchGoals(exampleResults)) expect(tables['goals']).toContain(what);
  for (const size of ['1000 articles', '10000 articles']) {
    const core = /<td>ours, core<\/td>.*?<\/tr>/s.exec(markdown.render(tables[size] ?? ''))?.[0] ?? '';
    expect(core.match(/>1\.00</g)).toHaveLength(2);
  }
  const thousand = tables['1000 articles'];
  expect(thousand).toMatch(/\| floor \| 1\.00 \| 1\.00 \| 100 \| 12 \| 3\.4 MB \| {2}\| 0\.50 \| 0\.50 \|/);
  expect(thousand).toMatch(/\| ours, core, one article edited \| .* \| 2 \| 0\.05 \|/);
});

test('each run has its day, versions, load and number of rounds, also an interrupted one', () => {
  const interrupted = {
    ...exampleSizeResults(1000),
    load: 11.62,
    measured: [exampleMeasurement('floor', [1, 2]), exampleMeasurement('Hugo', [1])],
  };
  const { runs } = benchTables({ ...exampleResults, sizes: [interrupted, exampleSizeResults(10_000)] });
  expect(runs).toContain('| 1,000 | 2026-11-23 | 24.0.0 | 0.111.3 | 2 | 11.6 | 1 to 2 | – |');
  expect(runs).toContain('| 10,000 | 2026-11-23 | 24.0.0 | 0.111.3 | 2 | – | 3 | – |');
});

test('a contestant that failed is marked', () => {
  const failed = {
    ...exampleSizeResults(1000),
    measured: [exampleMeasurement('floor', [1]), exampleMeasurement('Hugo', [])],
  };
  expect(benchTables({ ...exampleResults, sizes: [failed] })['1000 articles']).toContain('| Hugo | did not finish |');
});

test('docs/bench.md contains the tables of docs/bench.json', () => {
  const document = readFileSync(join(projectRoot, 'docs', 'bench.md'), 'utf8');
  expect(replaceTables(document, benchTables(readBenchResults()))).toBe(document);
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { projectRoot, SettingsError } from '#site/settings.ts';
import { fixtureEntries } from '#tests/fixture-entries.ts';
import { foreignNameEntries } from '#tests/foreign-name-entries.ts';
import { searchQueries } from '#tests/search-queries.ts';
import { generatedEntries } from './fixtures/generated-entries.ts';
import { percentile } from './report/percentile.ts';
import { articleEntries } from './search/article-entries.ts';
import { changedIndexFileCounts } from './search/changed-index-file-counts.ts';
import { derivedQueries } from './search/derived-queries.ts';
import { editScenarios } from './search/edit-scenarios.ts';
import { firstHitsTable, measureFirstHits } from './search/measure-first-hits.ts';
import { measureFirstQuery } from './search/measure-first-query.ts';
import { servePagefind } from './search/pagefind-search.ts';
import { readQueryFile } from './search/query-file.ts';
import { type IndexingResult, runIndexing } from './search/run-indexing.ts';
import { searchScriptBytes } from './search/search-script-bytes.ts';
import { seededQueries } from './search/seeded-queries.ts';

// Compares search with Pagefind over the same entries. Prints how often the right page comes first, by the kind of query:
// over the fixtures, with the queries of the tests and with queries derived from titles, or only over a folder of
// Markdown: npm run bench:search -- [--articles FOLDER [--queries FILE]]. Then the cost over generated articles.
const { values: options } = parseArgs({ options: { articles: { type: 'string' }, queries: { type: 'string' } } });
const derivedPerKind = 60;
const rounds = 3;
/** The number of results on a page. */
const resultCount = 10;
const queryCount = 240;
/** Pagefind runs only every sixth query, because it is slow over 10,000 articles. */
const pagefindEvery = 6;
/** The goal for the number of changed files, for each later version of the content. */
const changedFilesGoals = ['1', '', 'about 30', 'about 30', 'about 30'];

function readArticles(): number {
  const articles = Number(process.env['BENCH_ARTICLES'] || 10_000);
  if (Number.isInteger(articles) && articles >= 100) return articles;
  throw new SettingsError(`BENCH_ARTICLES=${process.env['BENCH_ARTICLES']}: viết một số nguyên từ 100.`);
}

function gzipped(bytes: Uint8Array | undefined): number {
  return bytes === undefined ? 0 : gzipSync(bytes, { level: 9 }).length;
}

function medianOf(indexings: readonly IndexingResult[], quantity: 'seconds' | 'cpu' | 'megabytes'): number {
  return percentile(
    indexings.map((indexing) => indexing[quantity]),
    0.5,
  );
}

function totalBytes({ files }: IndexingResult): number {
  return [...files.values()].reduce((sum, { length }) => sum + length, 0);
}

if (options.articles) {
  const written = articleEntries(options.articles);
  const queries = options.queries ? readQueryFile(options.queries) : derivedQueries(written, derivedPerKind);
  const rows = await measureFirstHits(written, [], queries);
  console.log(firstHitsTable(rows).join('\n'));
  for (const { kind, missed } of rows) for (const typed of missed) console.error(`not first: ${kind}: ${typed}`);
  process.exit();
}
const fixture = await fixtureEntries();
const known = [...fixture.entries, ...foreignNameEntries];
const readerQueries = searchQueries.map(({ group, text, expectedAddress }) => ({
  kind: group,
  typed: text,
  expected: [expectedAddress],
}));
const hitTables = [
  firstHitsTable(await measureFirstHits(known, fixture.abbreviations, readerQueries)),
  firstHitsTable(await measureFirstHits(known, fixture.abbreviations, derivedQueries(known, derivedPerKind))),
];
const articles = readArticles();
const folder = mkdtempSync(join(tmpdir(), 'search-bench-'));
const entries = generatedEntries(articles);
const entriesFile = join(folder, 'entries');
writeFileSync(entriesFile, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
const measureIndexing = (program: 'own' | 'pagefind', round: number) => {
  const indexing = runIndexing(program, entriesFile, join(folder, `${program}-${round}`));
  console.error(
    `round ${round + 1}, ${program}: ${indexing.seconds.toFixed(1)} s, ${indexing.cpu.toFixed(1)} s of CPU, ${indexing.megabytes.toFixed(0)} MB`,
  );
  return indexing;
};
const own: IndexingResult[] = [];
const theirs: IndexingResult[] = [];
try {
  for (let round = 0; round < rounds; round++) {
    own.push(measureIndexing('own', round));
    theirs.push(measureIndexing('pagefind', round));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const [ours, pagefinds] = [own[0], theirs[0]];
if (!ours || !pagefinds) throw new Error('Nothing was indexed.');

const scriptBytes = await searchScriptBytes();
const theirScripts = ['pagefind.js', 'pagefind-worker.js'].map((name) => gzipped(pagefinds.files.get(name)));
const theirScriptBytes = theirScripts.reduce((sum, bytes) => sum + bytes, 0);

const ourFiles = new Map(Array.from(ours.files, ([path, bytes]) => [`/${path}`, bytes]));
const pagefind = await servePagefind(pagefinds.files);
const [ourBytes, ourCpu, theirBytes]: [number[], number[], number[]] = [[], [], []];
for (const [index, typed] of seededQueries(entries, queryCount).entries()) {
  const { bytes, cpu } = await measureFirstQuery(ourFiles, typed, resultCount);
  ourBytes.push(bytes + scriptBytes);
  ourCpu.push(cpu);
  if (index % pagefindEvery === 0)
    theirBytes.push((await pagefind.newClient()(typed, resultCount)).bytes + theirScriptBytes);
}
await pagefind.close();
console.error(`${queryCount} queries answered`);
const versions = editScenarios(entries);
const changed = changedIndexFileCounts(
  entries,
  versions.map(([, entries]) => entries),
);

const { version } = JSON.parse(Buffer.from(pagefinds.files.get('pagefind-entry.json') ?? []).toString());
const row = (name: string, ours: number, theirs: number, format: (value: number) => string, goal = '') =>
  `| ${name} | ${format(ours)} | ${format(theirs)} | ${(ours / theirs).toFixed(2)} | ${goal} |`;
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const megabytes = (value: number) => `${value.toFixed(0)} MB`;
const lines = [
  ...hitTables.flatMap((table) => [...table, '']),
  `${articles} generated articles, ${queryCount} queries of 1–4 syllables, medians of ${rounds} indexings in turns, Node ${process.versions.node}, Pagefind ${version}.`,
  '',
  '| | ours | Pagefind | ours ÷ Pagefind | aim for ours |',
  '|---|---|---|---|---|',
  row(
    'fetched for a first query, scripts included, median',
    percentile(ourBytes, 0.5),
    percentile(theirBytes, 0.5),
    kilobytes,
    '≤ 70 kB',
  ),
  row('the same, p99', percentile(ourBytes, 0.99), percentile(theirBytes, 0.99), kilobytes, '≤ 130 kB'),
  row('of it script and Worker, gzipped', scriptBytes, theirScriptBytes, kilobytes),
  `| CPU of a first query in Node, p95 | ${percentile(ourCpu, 0.95).toFixed(0)} ms | | | ≤ 100 ms |`,
  row('indexing', medianOf(own, 'seconds'), medianOf(theirs, 'seconds'), (value) => `${value.toFixed(1)} s`, '≤ 10 s'),
  row('CPU of indexing', medianOf(own, 'cpu'), medianOf(theirs, 'cpu'), (value) => `${value.toFixed(1)} s`),
  row(
    'most memory while indexing, entries included',
    medianOf(own, 'megabytes'),
    medianOf(theirs, 'megabytes'),
    megabytes,
    '≤ 400 MB',
  ),
  row('all files', totalBytes(ours) / 1e6, totalBytes(pagefinds) / 1e6, (value) => `${value.toFixed(1)} MB`),
  row('how many', ours.files.size, pagefinds.files.size, String),
  ...versions.map(
    ([edit], index) => `| files changed by ${edit} | ${changed[index]} | | | ${changedFilesGoals[index]} |`,
  ),
];
mkdirSync(join(projectRoot, '.cache'), { recursive: true });
writeFileSync(join(projectRoot, '.cache', 'bench-search.md'), `${lines.join('\n')}\n`);
console.log(lines.join('\n'));

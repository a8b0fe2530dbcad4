import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '#site/settings.ts';
import { isoDay } from '#vietnamese/date.ts';
import { measureFirstVisit } from './browser/measure-first-visit.ts';
import { pageKinds } from './browser/page-kinds.ts';
import { contestantNames, prepareContestants } from './build/contestants.ts';
import { fetchHugo } from './build/fetch-hugo.ts';
import { findHugo, type HugoProgram } from './build/hugo-program.ts';
import { measureChecks } from './build/measure-checks.ts';
import { measurePageWeights } from './build/measure-page-weights.ts';
import { measureSaves } from './build/measure-saves.ts';
import { measureSize } from './build/measure-size.ts';
import { fixtureNewsroom } from './fixtures/run-script.ts';
import { unionArticleKind, unionHomeKind } from './report/bench-goals.ts';
import { type BenchResults, mergeResults, type SizeResults } from './report/bench-results.ts';
import { benchTables } from './report/bench-tables.ts';
import { saveBenchResults } from './report/save-bench-results.ts';
import { measureSearchCost } from './search/measure-search-cost.ts';

// Builds sites of generated articles with this project and others, alternating; writes the results to docs/bench.*
const { values: options } = parseArgs({
  options: {
    ...{ quick: { type: 'boolean' }, huge: { type: 'boolean' }, report: { type: 'boolean' } },
    ...{ 'hugo-suite': { type: 'string' }, 'base-blog': { type: 'string' } },
  },
});
const { quick, huge } = options;
const sizes = quick ? [300] : [1000, 10_000, ...(huge ? [100_000] : [])];
const rounds = quick ? 1 : 3;
/** The number of articles at which search, the check and rebuilds after a save are measured. */
const typicalSize = quick ? 300 : 10_000;
const newFiles = quick ? 300 : 2000;
/** The starter's time grows with the square of the articles: with more than this it would take hours. */
const starterLimit = 10_000;
const savedArticles = [3, 1, 4];
/** Where a site made with eleventy-base-blog has the union's first article. */
const baseBlogAddress = '/blog/bai-dau/';

function logProgress(line: string): void {
  console.error(line);
}

/** The results for a number of articles, more complete after each round; of the typical number also the checks. */
async function* measureArticles(
  folder: string,
  articles: number,
  hugo: HugoProgram | undefined,
): AsyncGenerator<Partial<BenchResults>> {
  const all = await prepareContestants(folder, articles, hugo);
  const participants = all.filter(({ name }) => articles <= starterLimit || name !== contestantNames.eleventy);
  const environment = { day: isoDay(new Date()), node: process.versions.node, cores: availableParallelism() };
  const run = { articles, ...environment, ...(hugo && { hugo: hugo.version }), measured: [] };
  let latest: SizeResults = run;
  for await (const builds of measureSize(participants, articles, rounds, logProgress)) {
    latest = { ...run, load: loadavg()[2] ?? 0, measured: builds };
    yield { sizes: [latest] };
  }
  const complete = all.find(({ name }) => name === contestantNames.whole)?.own;
  if (articles !== typicalSize || !complete) return;
  const checks = await measureChecks(folder, newFiles, complete, articles);
  for (const { files, seconds } of [checks.new, checks.known]) logSeconds(`check of ${files} files`, seconds);
  yield { checks };
  const saves = await measureSaves(complete, savedArticles);
  logSeconds(`${articles}, saved under npm start`, saves);
  yield { sizes: [{ ...latest, saves }] };
}

function logSeconds(what: string, seconds: readonly number[]): void {
  logProgress(`${what}: ${seconds.map((value) => value.toFixed(2)).join(' ')} s`);
}

/** The weight of every kind of page, and a first visit to the union's first article, of the sites it builds in `work`. */
async function measurePages(work: string): Promise<Partial<BenchResults>> {
  const newsroom = await measurePageWeights(work, 'newsroom', fixtureNewsroom);
  const union = await measurePageWeights(work, 'union', join(projectRoot, 'content'));
  const unionKinds: Readonly<Record<string, string>> = { article: unionArticleKind, home: unionHomeKind };
  const unionWeights = union.flatMap((weight) => {
    const kind = unionKinds[weight.kind];
    return kind ? [{ ...weight, kind }] : [];
  });
  const other = options['base-blog'];
  const visit = await measureFirstVisit(
    work,
    { folder: join(work, 'union'), address: pageKinds.article },
    other === undefined ? undefined : { folder: other, address: baseBlogAddress },
  );
  if (visit) logProgress(`first visit: ${JSON.stringify(visit)}`);
  return { weights: [...newsroom, ...unionWeights], ...(visit && { visit }) };
}

/** Measures everything and yields each result at once, so that a later failure loses none. */
async function* measure(): AsyncGenerator<Partial<BenchResults>> {
  const hugo = options['hugo-suite'] === undefined ? findHugo() : fetchHugo(options['hugo-suite']);
  logProgress(hugo ? `Hugo ${hugo.version}` : 'without Hugo');
  // Inside the repository, because the sites of the other programs import its node_modules.
  const work = join(projectRoot, '.cache', 'bench');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  try {
    yield await measurePages(work);
    yield { search: await measureSearchCost(typicalSize) };
    for (const articles of sizes) {
      const folder = join(work, String(articles));
      mkdirSync(folder);
      yield* measureArticles(folder, articles, hugo);
      rmSync(folder, { recursive: true });
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

let results: BenchResults = { sizes: [], weights: [] };
if (options.report) saveBenchResults();
else
  for await (const newer of measure()) {
    results = mergeResults(results, newer);
    if (!quick) saveBenchResults(newer);
  }
if (quick) for (const [name, table] of Object.entries(benchTables(results))) console.log(`${name}\n\n${table}`);
else console.log('docs/bench.md, docs/bench.svg, docs/bench.json');

import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { root } from '#site/settings.ts';
import { isoDay } from '#vietnamese/date.ts';
import { contestantNames, contestants, hugoVersion } from './build/contestants.ts';
import { kindWeights } from './build/kind-weights.ts';
import { measureSaves } from './build/measure-saves.ts';
import { measureSize } from './build/measure-size.ts';
import { fixtureNewsroom } from './fixtures/run-build.ts';
import { benchReport } from './report/bench-report.ts';
import { firstArticle } from './report/goals.ts';
import { keepResults } from './report/kept-results.ts';
import { type BenchResults, type KindWeight, type SizeResults, withNewer } from './report/results.ts';
import { searchCost } from './search/search-cost.ts';

// Builds sites of generated articles with ours and with others, in turns, and writes what that took into docs/bench.*
// `--report` alone measures nothing: it writes the report anew of what is known.
const [quick, huge, known] = ['--quick', '--huge', '--report'].map((word) => process.argv.includes(word));
const sizes = quick ? [300] : [1000, 10_000, ...(huge ? [100_000] : [])];
const rounds = quick ? 1 : 3;
/** The size that readers' and editors' waiting is measured at. */
const usual = quick ? 300 : 10_000;
/** By the square of the articles, the starter would take hours. */
const mostForStarter = 10_000;
const savedArticles = [3, 1, 4];

function tell(line: string): void {
  console.error(line);
}

/** What is known of a size, more after each turn. */
async function* measured(folder: string, articles: number): AsyncGenerator<SizeResults> {
  const all = await contestants(folder, articles);
  const everyone = all.filter(({ name }) => articles <= mostForStarter || name !== contestantNames.eleventy);
  const hugo = hugoVersion();
  const machine = { day: isoDay(new Date()), node: process.versions.node, cores: availableParallelism() };
  const run = { articles, ...machine, ...(hugo && { hugo }), measured: [] };
  let latest: SizeResults = run;
  for await (const builds of measureSize(everyone, articles, rounds, tell)) {
    latest = { ...run, load: loadavg()[2] ?? 0, measured: builds };
    yield latest;
  }
  const whole = all.find(({ name }) => name === contestantNames.whole)?.own;
  if (articles !== usual || !whole) return;
  const saves = await measureSaves(whole, savedArticles);
  tell(`${articles}, saved under npm start: ${saves.map((seconds) => seconds.toFixed(2)).join(' ')} s`);
  yield { ...latest, saves };
}

async function weights(work: string): Promise<KindWeight[]> {
  const newsroom = await kindWeights(work, 'newsroom', fixtureNewsroom);
  const union = await kindWeights(work, 'union', join(root, 'content'));
  const article = union.filter(({ kind }) => kind === 'article');
  return [...newsroom, ...article.map((each) => ({ ...each, kind: firstArticle }))];
}

/** Measures everything and gives it bit by bit, so that a later failure loses nothing. */
async function* measure(): AsyncGenerator<Partial<BenchResults>> {
  // Beside the repository's own modules, which the other programs' sites load.
  const work = join(root, '.cache', 'bench');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  try {
    yield { weights: await weights(work), search: await searchCost(usual) };
    for (const articles of sizes) {
      const folder = join(work, String(articles));
      mkdirSync(folder);
      for await (const size of measured(folder, articles)) yield { sizes: [size] };
      rmSync(folder, { recursive: true });
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

let seen: BenchResults = { sizes: [], weights: [] };
if (known) keepResults();
else
  for await (const newer of measure()) {
    seen = withNewer(seen, newer);
    if (!quick) keepResults(newer);
  }
console.log(quick ? benchReport(seen) : 'docs/bench.md, docs/bench.svg, docs/bench.json');

import { contestantNames as names } from '../build/contestants.ts';
import { benchGoals } from './bench-goals.ts';
import {
  type BenchResults,
  type BuildMeasurement,
  findMeasurement,
  medianOf,
  ratioOf,
  type SizeResults,
} from './bench-results.ts';
import { eleventyCost } from './eleventy-cost.ts';
import { markdownTable } from './markdown-table.ts';
import { percentile } from './percentile.ts';

const stepNames = { full: 'full', edit: 'one article edited', add: 'one article added' };

/** docs/bench.md */
export function benchReport(results: BenchResults): string {
  return `# How fast it builds

Written by \`npm run bench\` (\`-- --huge\` for 100,000 articles, \`-- --quick\` for a look at 300 that writes nothing), and of
Lighthouse by \`npm run lighthouse\`; the figures are kept in \`bench.json\`, by size, from the newest run of each. Seconds are those of one machine, which others use
too: only the ratios say something, and those of one size are from one run, its contestants in turns.

## Aims

${goalsTable(results)}
## Full builds

![Time and peak memory over the number of articles](bench.svg)

${results.sizes.map(sizeSection).join('\n')}
## What Eleventy itself costs

${eleventyCost()}
## Pages

HTML with its style, in Brotli 10, before pictures: the pages of the tests' fictitious newsroom, and the union's own first
article. The first paint waits for no request, and no page asks another host for anything, where the last columns say 0.

${pagesTable(results)}
## The first search of a reader

${searchText(results)}
## What is compared

- **The same articles**, made by a seed: about 400 words of Markdown with a heading, a list and a link, over twelve years, in
  8 categories, by 6 authors, with up to 3 of 40 tags.
- **The same pages**: articles; lists by category, tag and author at 20 a page; a list a month; the home page; a sitemap; Atom of
  the newest 30, whole and by category. Ours alone numbers lists from the oldest, so that old pages stay still, which makes
  some pages more, and brings its scripts, fonts and redirect files; Hugo writes a redirect at each list's \`page 1\`.
- **The same frame**: policy, style and scripts, masthead, sidebar and footer are handed to all as text and inlined in each page. The
  markup of what differs from page to page is as near as each program makes it.
- **What ours does besides**, in the core too: it checks all content before it builds; each article tells of related ones, found by its
  words; titles do not break inside a word of two syllables.
- **The floor** (\`bench/build/floor/\`) reads, renders with markdown-it, fills template strings and writes; it checks nothing.
- **Hugo** (\`bench/build/hugo/\`) as Debian packages it; parts that are the same everywhere are cached (\`partialCached\`).
- **The Eleventy starter** (\`bench/build/eleventy/\`) does what Eleventy's own blog starter does: Markdown files are templates, layouts are
  Nunjucks, lists are collections, neighbours are found by its filters; without that starter's HTML transforms.
- **Ours, core** is \`CORE_ONLY=1\`; **ours, everything** is the whole site: search, statistics, all forms and the history of feeds,
  archive, a few pictures. Both run \`scripts/build.ts\`, without the half second of npm.
- A **full** build begins with no output and no memory of earlier builds; an edit or an addition is a new process over what the build before left.
  Pictures once made are kept elsewhere and not made again. *Changed* counts files that were written, new or gone.
- CPU is user and system time; peak memory is looked up every 50 ms, all processes together.
`;
}

function goalsTable(results: BenchResults): string {
  return markdownTable(
    ['', 'measured', 'aim', ''],
    benchGoals(results).map(({ what, aim, measured, met }) => [
      what,
      measured ?? '–',
      aim,
      met === undefined ? 'not measured' : met ? 'met' : 'not met',
    ]),
  );
}

function sizeSection(size: SizeResults): string {
  const { articles, day, node, cores, load, hugo, saves, measured } = size;
  const core = findMeasurement(size, names.core);
  const rows = measured.map((measurement) => [
    `${measurement.contestant}${measurement.step === 'full' ? '' : `, ${stepNames[measurement.step]}`}`,
    ...figureCells(measurement),
    formatRatio(ratioOf(measurement, core, 'seconds')),
    formatRatio(ratioOf(measurement, core, 'cpu')),
  ]);
  const head = ['', 's', 'CPU s', 'MB', 'files', 'bytes', 'changed', 's ÷ ours, core', 'CPU ÷ ours, core'];
  const savesText = saves
    ? `\nFrom a saved article to its new page under \`npm start\`: ${percentile(saves, 0.5).toFixed(2)} s, median of ${saves.length}.\n`
    : '';
  // Other processes were running too, so CPU time is more reliable than elapsed time.
  const loadText =
    load !== undefined && load > cores + 1
      ? `; a busy machine: ${load.toFixed(0)} processes wanted its ${cores} cores`
      : '';
  const counts = measured.map(({ rounds }) => rounds.length).filter((rounds) => rounds > 0);
  const [min, max] = [Math.min(...counts), Math.max(...counts)];
  const several = min === max ? `medians of ${max} rounds` : `medians of ${min} to ${max} rounds`;
  const rounds = max === 1 ? 'one round' : several;
  return `### ${formatCount(articles)} articles

${day}, ${cores} cores, Node ${node}, ${hugo ? `Hugo ${hugo}` : 'no Hugo here'}; ${rounds} in turns${loadText}.

${markdownTable(head, rows)}${savesText}`;
}

function figureCells(measurement: BuildMeasurement): string[] {
  if (measurement.rounds.length === 0) return ['did not finish', '', '', '', '', ''];
  return [
    medianOf(measurement, 'seconds').toFixed(2),
    medianOf(measurement, 'cpu').toFixed(2),
    medianOf(measurement, 'megabytes').toFixed(0),
    formatCount(measurement.files),
    `${(measurement.bytes / 1e6).toFixed(1)} MB`,
    measurement.changed === undefined ? '' : formatCount(measurement.changed),
  ];
}

function pagesTable({ weights }: BenchResults): string {
  return markdownTable(
    ['kind', 'pages', 'median', 'heaviest', 'blocking requests', 'third-party requests'],
    weights.map(({ kind, pages, median, heaviest, blocking, thirdParty }) => [
      kind,
      ...[String(pages), kilobytes(median), kilobytes(heaviest), String(blocking), String(thirdParty)],
    ]),
  );
}

function searchText({ search: cost }: BenchResults): string {
  if (!cost) return 'Not measured.\n';
  return `Over ${formatCount(cost.articles)} generated articles, script and Worker included: ${kilobytes(cost.median)} in the median, ${kilobytes(cost.p99)} at
p99; ${cost.cpu.toFixed(0)} ms of CPU at p95, in Node. More of it, beside Pagefind: \`npm run bench:search\`.
`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function formatCount(number: number): string {
  return number.toLocaleString('en-US');
}

function formatRatio(value: number | undefined): string {
  return value === undefined ? '' : value.toFixed(2);
}

import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettingsError } from '#site/settings.ts';
import { isoDay } from '#vietnamese/date.ts';
import { openBrowser } from './browser/open-browser.ts';
import { type FixturePage, fixturePages, noindexKinds } from './browser/page-kinds.ts';
import { lighthouseCategories, type PageScore, scorePage } from './browser/score-page.ts';
import { serveWithCounter } from './browser/serve-with-counter.ts';
import { buildFixtureSites } from './fixtures/build-fixture-sites.ts';
import { freePort } from './fixtures/free-port.ts';
import { saveBenchResults } from './report/save-bench-results.ts';

// Runs Lighthouse for a page of every kind, emulating a slow phone: npm run lighthouse -- [ADDRESS OR KIND…]
// The lowest scores of a complete run are also written to docs/bench.*.

function selectPages(selectors: readonly string[]): readonly FixturePage[] {
  const matching = (selector: string) =>
    fixturePages.filter(({ kind, address }) => selector === kind || selector === address);
  const unknown = selectors.find((selector) => matching(selector).length === 0);
  if (unknown !== undefined)
    throw new SettingsError(
      `Không có trang “${unknown}”. Có: ${fixturePages.map(({ kind, address }) => `${address} (${kind})`).join(', ')}`,
    );
  return selectors.length === 0 ? fixturePages : [...new Set(selectors.flatMap(matching))];
}

function printRow(kind: string, { scores, faults }: PageScore, unlisted: boolean): void {
  const cells = lighthouseCategories.map((group) =>
    group === 'seo' && unlisted ? `${scores.seo}*` : String(scores[group]),
  );
  console.log(`${kind.padEnd(24)}${cells.map((cell) => cell.padStart(16)).join('')}`);
  for (const fault of faults) console.log(`  ${fault}`);
}

const pages = selectPages(process.argv.slice(2));
const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
const closing: (() => Promise<void> | void)[] = [() => rmSync(folder, { recursive: true, force: true })];
try {
  const folders = await buildFixtureSites(folder, { PRECOMPRESS: '1' });
  const debuggingPort = await freePort();
  const browser = await openBrowser({ asReader: true, debuggingPort });
  if (!browser) throw new SettingsError('Không mở được Chromium: đặt CHROME_PATH.');
  closing.push(() => browser.close());
  const origins = new Map<string, string>();
  for (const [site, built] of Object.entries(folders)) {
    const { origin, close } = await serveWithCounter(built, join(folder, `${site}.db`));
    origins.set(site, origin);
    closing.push(close);
  }
  const allScores: PageScore['scores'][] = [];
  console.log(`${' '.repeat(24)}${lighthouseCategories.map((group) => group.padStart(16)).join('')}`);
  for (const { site, kind, address } of pages) {
    const noindex = noindexKinds.includes(kind);
    const leniency = { noindex, notFound: kind === 'not found' };
    const score = await scorePage(`${origins.get(site)}${address}`, debuggingPort, leniency);
    printRow(kind, score, noindex);
    allScores.push(score.scores);
    if (lighthouseCategories.some((group) => score.scores[group] < 100)) process.exitCode = 1;
  }
  const [load = 0] = loadavg();
  if (load > availableParallelism())
    console.log(
      `${load.toFixed(1)} processes for ${availableParallelism()} cores: the performance is the machine's too`,
    );
  if (pages === fixturePages) {
    const lowest = lighthouseCategories.map((group) => Math.min(...allScores.map((scores) => scores[group])));
    saveBenchResults({ lighthouse: { day: isoDay(new Date()), kinds: pages.length, lowest } });
    console.log('docs/bench.md, docs/bench.json');
  }
  console.log('* search engines are to leave it out: the audit that asks whether they find it is skipped');
} finally {
  for (const close of closing.toReversed()) await close();
}

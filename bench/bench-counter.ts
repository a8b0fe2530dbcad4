import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { projectRoot } from '#site/settings.ts';
import { isoDay } from '#vietnamese/date.ts';
import { loadTestSitemap } from './counter/hit-load.ts';
import { type LoadMeasurement, measureLoad } from './counter/measure-load.ts';
import { measurePageDelay } from './counter/measure-page-delay.ts';
import { type RunningServer, runCounter, runServer } from './counter/run-counter.ts';
import { runRedis } from './counter/run-redis.ts';
import { saveBenchResults } from './report/save-bench-results.ts';

// Compares the counter with a minimal node:http server and with Node and Redis, alternating, and prints the ratios. Those
// of CPU time are also written to docs/bench.*, unless there are fewer rounds than by default.
const usualRounds = 7;
const rounds = Number(process.argv[2] ?? usualRounds);
const visitors = 10_000;

interface Contestant {
  readonly name: string;
  readonly server: RunningServer;
  /** All processes whose CPU time counts. */
  readonly pids: readonly number[];
  readonly measurements: Map<number, LoadMeasurement[]>;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] = sorted.length % 2 ? [sorted[middle], sorted[middle]] : sorted.slice(middle - 1);
  return (low + high) / 2;
}

/** The size of a gzipped bundle in bytes; undefined if its source does not exist. */
async function gzippedBundleSize(source: string, external: string[]): Promise<number | undefined> {
  const file = join(projectRoot, source);
  if (!existsSync(file)) return undefined;
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    external,
  });
  return gzipSync(outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).length;
}

function contestant(name: string, server: RunningServer, ...otherPids: number[]): Contestant {
  return { name, server, pids: [server.pid, ...otherPids], measurements: new Map() };
}

const folder = mkdtempSync(join(tmpdir(), 'counter-bench-'));
writeFileSync(join(folder, 'sitemap.xml'), loadTestSitemap);
const baseline = contestant(
  'a bare node:http server',
  await runServer([join(projectRoot, 'bench/counter/floor-server.ts')]),
);
const counter = contestant('the counter', await runCounter(folder));
const contestants = [baseline, counter];
const redis = await runRedis(folder);
const redisContestant =
  redis &&
  contestant(
    'Node with Redis',
    await runServer([join(projectRoot, 'bench/counter/redis-server.ts')], { REDIS_PORT: `${redis.port}` }),
    redis.pid,
  );
if (redisContestant) contestants.push(redisContestant);
const nextVisitor = new Map<Contestant, number>();
const measure = async (contestant: Contestant, connections: number) => {
  const from = nextVisitor.get(contestant) ?? 0;
  nextVisitor.set(contestant, from + visitors);
  return measureLoad(contestant.server.port, contestant.pids, connections, from, visitors);
};

try {
  for (const contestant of contestants) await measure(contestant, 64);
  for (let round = 0; round < rounds; round++)
    for (const connections of [64, 256])
      for (const contestant of contestants) {
        if (contestant === redisContestant && connections !== 64) continue;
        const measured = await measure(contestant, connections);
        const earlier = contestant.measurements.get(connections) ?? [];
        contestant.measurements.set(connections, [...earlier, measured]);
        console.error(
          `round ${round + 1}, ${connections} connections, ${contestant.name}: ${measured.perSecond.toFixed(0)}/s, ${measured.cpu.toFixed(0)} µs a hit`,
        );
      }
} finally {
  for (const { server } of contestants) await server.stop('SIGTERM');
  await redis?.end();
  rmSync(folder, { recursive: true, force: true });
}

const historyFolder = mkdtempSync(join(tmpdir(), 'counter-history-'));
const delays = await measurePageDelay(historyFolder).finally(() =>
  rmSync(historyFolder, { recursive: true, force: true }),
);

// The median of the ratios per round: a temporary slowdown of the machine affects both.
const ratio = (a: Contestant, b: Contestant, connections: number, quantity: keyof LoadMeasurement) => {
  const [ours = [], theirs = []] = [a.measurements.get(connections), b.measurements.get(connections)];
  return median(ours.map((measured, round) => measured[quantity] / (theirs[round]?.[quantity] ?? Number.NaN)));
};
const cpuRatios = { 64: ratio(counter, baseline, 64, 'cpu'), 256: ratio(counter, baseline, 256, 'cpu') };
const bytes = async (source: string, external: string[] = []) => {
  const size = await gzippedBundleSize(source, external);
  return size === undefined ? `no ${source} yet` : `${size} B`;
};
const lines = [
  `Medians of ${rounds} rounds in turns, ${visitors} visitors each, Node ${process.versions.node}.`,
  '',
  '| | measured | aim |',
  '|---|---|---|',
  `| server CPU per durable, deduplicated hit ÷ ${baseline.name}, 64 connections | ${cpuRatios[64].toFixed(2)} | ≤ 1.9 |`,
  `| the same, 256 connections | ${cpuRatios[256].toFixed(2)} | ≤ 1.6 |`,
  `| requests/s ÷ that floor, 64 connections | ${ratio(counter, baseline, 64, 'perSecond').toFixed(2)} | ≥ 0.6 |`,
  `| requests/s ÷ that floor, 256 connections | ${ratio(counter, baseline, 256, 'perSecond').toFixed(2)} | ≥ 0.7 |`,
  redisContestant
    ? `| requests/s ÷ Node → Redis, \`appendfsync always\`, 64 connections | ${ratio(counter, redisContestant, 64, 'perSecond').toFixed(2)} | ≥ 1.2 |`
    : '| requests/s ÷ Node → Redis | redis-server is not installed | ≥ 1.2 |',
  ...(redisContestant
    ? [`| server CPU ÷ Node → Redis, both processes | ${ratio(counter, redisContestant, 64, 'cpu').toFixed(2)} | |`]
    : []),
  `| worker bundle, gzipped | ${await bytes('counter/workers/worker.ts', ['node:*', 'cloudflare:*'])} | ≤ 7 kB |`,
  `| browser script, gzipped | ${await bytes('assets/js/visits.ts')} | ≤ 600 B |`,
  ...delays.map(
    ({ work, ratio: delay }) =>
      `| median time of a page of \`npm run serve\` while ${work} ÷ quiet | ${delay.toFixed(2)} | ≤ 3 |`,
  ),
  '| lost in 50 × kill -9 | `npm run test:faults` | 0 |',
];
const report = join(projectRoot, '.cache', 'bench-counter.md');
mkdirSync(join(projectRoot, '.cache'), { recursive: true });
writeFileSync(report, `${lines.join('\n')}\n`);
console.log(lines.join('\n'));
if (rounds >= usualRounds) {
  saveBenchResults({ counter: { day: isoDay(new Date()), ratios: cpuRatios } });
  console.log('docs/bench.md, docs/bench.json');
}

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { HitConnection, hitRequest, loadTestSitemap } from './counter/hit-load.ts';
import { runCounter } from './counter/run-counter.ts';
import { markdownTable } from './report/markdown-table.ts';

// Sends hits of new visitors at a constant rate and prints the memory of the counter: [MINUTES [HITS PER SECOND]].

const [minutes, rate] = [Number(process.argv[2] ?? 60), Number(process.argv[3] ?? 250)];
const samples = 12;

/** The resident memory of a process in MB. */
function memoryOf(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}

const folder = mkdtempSync(join(tmpdir(), 'counter-memory-'));
writeFileSync(join(folder, 'sitemap.xml'), loadTestSitemap);
const { port, pid, stop } = await runCounter(folder);
const connection = new HitConnection(port);
const start = performance.now();
const rows: string[][] = [];
let visitor = 0;
for (let sample = 1; sample <= samples; sample++) {
  const until = (sample * minutes * 60) / samples;
  for (let elapsed = 0; elapsed < until; elapsed = (performance.now() - start) / 1000) {
    while (visitor < elapsed * rate) await connection.send(hitRequest(visitor++));
    await pause(20);
  }
  const megabytes = (file: string) => (statSync(join(folder, file)).size / 2 ** 20).toFixed(1);
  rows.push([
    (until / 60).toFixed(0),
    String(visitor),
    String(memoryOf(pid)),
    megabytes('counter.db'),
    megabytes('counter.db-wal'),
  ]);
  console.error(rows.at(-1)?.join(' '));
}
connection.end();
await stop('SIGTERM');
rmSync(folder, { recursive: true });
console.log(markdownTable(['minute', 'hits', 'memory (MB)', 'database (MB)', 'its log (MB)'], rows));

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killUnderLoad } from './kill-under-load.ts';

// Kills the counter under load, fifty times with the same database, and prints how many acknowledged hits were lost.
const kills = 50;
const maximumAcknowledged = 2000;

const folder = mkdtempSync(join(tmpdir(), 'counter-faults-'));
const sums = { acknowledged: 0, 'in flight': 0, lost: 0, extra: 0, recounted: 0 };
let damaged = 0;
let tooManyExtra = 0;
let done = 0;
try {
  const after = Array.from({ length: kills }, () => 1 + Math.floor(Math.random() * maximumAcknowledged));
  for await (const { acknowledged, inFlight, lost, extra, recounted, integrity, sumsAgree } of killUnderLoad(
    folder,
    'SIGKILL',
    after,
  )) {
    done++;
    sums.acknowledged += acknowledged;
    sums['in flight'] += inFlight;
    sums.lost += lost;
    sums.extra += extra;
    sums.recounted += recounted;
    if (integrity !== 'ok' || !sumsAgree) damaged++;
    if (extra > inFlight) tooManyExtra++;
    console.error(
      `${done}/${kills}: ${acknowledged} acknowledged, ${lost} lost, ${extra} extra of ${inFlight} in flight`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const columns = { kills: done, ...sums, 'damaged databases': damaged };
console.log(`| ${Object.keys(columns).join(' | ')} |`);
console.log(`|${'---|'.repeat(Object.keys(columns).length)}`);
console.log(`| ${Object.values(columns).join(' | ')} |`);
if (sums.lost + sums.recounted + damaged + tooManyExtra > 0) process.exitCode = 1;

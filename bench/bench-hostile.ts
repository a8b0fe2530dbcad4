import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkContent } from '#site/check/check-content.ts';
import { inspectBody } from '#site/read/inspect-body.ts';
import { projectRoot, readSettings } from '#site/settings.ts';
import { hostileBodies } from './fixtures/hostile-bodies.ts';
import { fixedTime } from './fixtures/run-script.ts';
import { markdownTable } from './report/markdown-table.ts';

// CPU of the check for input that is made to be slow, and for twice as much of it: time that grows with the text
// doubles. npm run bench:hostile fails where it more than triples.
const bodySize = 64_000;
const abbreviationCount = 50_000;
const rounds = 3;
/** Below this, in seconds, the ratio says more about the machine than about the code. */
const measurable = 0.1;
const highestRatio = 3;
/** markdown-it-footnote copies all tokens of the body once for each note. */
const knownRatios: Readonly<Record<string, number>> = { footnotes: 6 };

interface Growth {
  readonly kind: string;
  readonly seconds: number;
  readonly ratio: number;
}

/** Seconds of CPU, of all threads; the least of some rounds. */
async function cpuOf(run: () => unknown): Promise<number> {
  const seconds: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(before);
    seconds.push((user + system) / 1e6);
  }
  return Math.min(...seconds);
}

async function growth(kind: string, half: () => unknown, whole: () => unknown): Promise<Growth> {
  const [before, seconds] = [await cpuOf(half), await cpuOf(whole)];
  return { kind, seconds, ratio: seconds / before };
}

async function bodyGrowths(): Promise<Growth[]> {
  const [halves, wholes] = [hostileBodies(bodySize / 2), hostileBodies(bodySize)];
  const growths: Growth[] = [];
  for (const [kind, whole] of Object.entries(wholes))
    growths.push(
      await growth(
        kind,
        () => inspectBody(halves[kind] ?? ''),
        () => inspectBody(whole),
      ),
    );
  return growths;
}

async function abbreviationGrowth(): Promise<Growth> {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  const contentOf = (count: number) => {
    const contentDir = join(folder, String(count));
    cpSync(join(projectRoot, 'tests', 'fixtures', 'small'), contentDir, { recursive: true });
    const entries = Array.from({ length: count }, (_, index) => `- short: V${index}\n  meaning: Ủy ban thứ ${index}\n`);
    writeFileSync(join(contentDir, 'abbreviations.yaml'), entries.join(''));
    const environment = { CONTENT_DIR: contentDir, MEMORY_DIR: join(folder, 'memory'), BUILD_TIME: fixedTime };
    const settings = readSettings({ ...environment, SITE_URL: 'https://example.org' }, new Date(0));
    return () => checkContent(settings);
  };
  try {
    return await growth(
      `${abbreviationCount} abbreviations`,
      contentOf(abbreviationCount / 2),
      contentOf(abbreviationCount),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const growths = [...(await bodyGrowths()), await abbreviationGrowth()].sort((a, b) => b.seconds - a.seconds);
console.log(
  markdownTable(
    [`input, ${bodySize} characters`, 'CPU (s)', '÷ CPU of half of it'],
    growths.map(({ kind, seconds, ratio }) => [
      kind,
      seconds.toFixed(2),
      seconds < measurable ? '' : `${ratio.toFixed(1)} ×`,
    ]),
  ),
);
const isSlow = ({ kind, seconds, ratio }: Growth) =>
  seconds >= measurable && ratio > (knownRatios[kind] ?? highestRatio);
if (growths.some(isSlow)) process.exitCode = 1;

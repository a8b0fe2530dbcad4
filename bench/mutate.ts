import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '#site/settings.ts';
import { pickRandom, seededRandom } from './fixtures/seeded-random.ts';
import { type Mutant, mutantsOf } from './mutation/mutants-of.ts';
import { type MutationTarget, mutationTargets } from './mutation/mutation-targets.ts';

// Changes one piece of the code at a time and runs the tests that should notice: npm run mutate -- [COUNT [SEED]]

/** A mutant in its file, and the tests for it: the unit tests first, the others only if those are silent. */
interface Sample extends Mutant {
  readonly file: string;
  readonly target: MutationTarget;
}

const [count, seed] = [Number(process.argv[2] ?? 400), Number(process.argv[3] ?? 1)];
/** Each copy of the project runs one mutant at a time. */
const copies = 2;
/** How long (ms) tests may take: a mutant may make a loop endless. Tests of built sites take minutes on a busy machine. */
const timeLimits = { units: 180_000, others: 600_000 };

function sample(): Sample[] {
  const random = seededRandom(seed);
  const all = mutationTargets.flatMap((target) =>
    globSync(target.files, { cwd: projectRoot })
      .sort()
      .flatMap((file) =>
        mutantsOf(readFileSync(join(projectRoot, file), 'utf8')).map((mutant) => ({ ...mutant, file, target })),
      ),
  );
  const chosen = new Set<Sample>();
  while (chosen.size < Math.min(count, all.length)) chosen.add(pickRandom(all, random));
  return [...chosen];
}

function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
  const excluded = /(^|\/)(node_modules|\.git|\.cache|_site|_offline|\.data)$/;
  cpSync(projectRoot, folder, { recursive: true, filter: (path) => !excluded.test(path.slice(projectRoot.length)) });
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
  mkdirSync(join(folder, '.cache'));
  return folder;
}

/** Whether some test files or folders pass in a copy. */
async function passes(folder: string, kind: keyof typeof timeLimits, tests: readonly string[]): Promise<boolean> {
  const vitest = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');
  const options = kind === 'units' ? ['--config', 'bench/mutation/vitest.config.ts', '--root', '.'] : [];
  const child = spawn(process.execPath, [vitest, 'run', '--bail', '1', ...options, ...tests], {
    cwd: folder,
    stdio: 'ignore',
    env: { ...process.env, CI: 'true' },
    timeout: timeLimits[kind],
  });
  const [status] = await once(child, 'exit');
  return status === 0;
}

/** Throws if tests fail without a mutant: then each one would seem killed. */
async function requirePassingTests(folder: string, { units, others }: MutationTarget): Promise<void> {
  for (const [kind, tests] of [['units', units] as const, ['others', others] as const])
    if (!(await passes(folder, kind, tests))) throw new Error(`These fail without a mutant: ${tests.join(' ')}`);
}

async function survives(folder: string, { file, start, end, replacement, target }: Sample): Promise<boolean> {
  const path = join(folder, file);
  const source = readFileSync(path, 'utf8');
  writeFileSync(path, source.slice(0, start) + replacement + source.slice(end));
  const ownTest = join('tests', 'unit', file.replace(/\.ts$/, '.test.ts'));
  try {
    if (existsSync(join(folder, ownTest)) && !(await passes(folder, 'units', [ownTest]))) return false;
    return (await passes(folder, 'units', target.units)) && (await passes(folder, 'others', target.others));
  } finally {
    writeFileSync(path, source);
  }
}

function describe({ file, start, description }: Sample): string {
  const text = readFileSync(join(projectRoot, file), 'utf8');
  const line = text.slice(0, start).split('\n').length;
  return `${file}:${line} ${description} | ${text.split('\n')[line - 1]?.trim()}`;
}

const samples = sample();
const queue = samples.values();
const targets = new Set(samples.map(({ target }) => target)).values();
const survivors: Sample[] = [];
let done = 0;

async function runQueue(): Promise<void> {
  const folder = copyProject();
  try {
    for (const target of targets) await requirePassingTests(folder, target);
    for (const each of queue) {
      if (await survives(folder, each)) {
        survivors.push(each);
        console.log(`survived: ${describe(each)}`);
      }
      done++;
      if (done % 20 === 0) console.error(`${done} of ${samples.length} mutants, ${survivors.length} survived.`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await Promise.all(Array.from({ length: copies }, runQueue));
const killed = samples.length - survivors.length;
console.log(
  `${killed} of ${samples.length} mutants killed (${((100 * killed) / samples.length).toFixed(1)} %), seed ${seed}.`,
);

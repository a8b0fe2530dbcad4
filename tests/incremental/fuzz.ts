import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomNumbers } from '#bench/fixtures/random-numbers.ts';
import { filesIn } from '#site/cache/files-in.ts';
import { accidents } from './accidents.ts';
import { type Edit, edits, type Lots } from './edits.ts';
import type { World } from './world.ts';

/** A difference between an incremental and a clean build, and the edits before it. */
export interface Difference {
  readonly round: number;
  readonly edits: readonly string[];
  readonly what: string;
}

/** Options of the fuzzer. */
export interface Fuzzing {
  readonly seed: number;
  readonly rounds: number;
  /** The names of the edits and fault injections to draw from; all by default. */
  readonly among?: readonly string[];
  readonly tell?: (round: number, edits: readonly string[], summary: string) => void;
}

/** Edits a project at random and compares incremental with clean builds. Returns the first difference, if any. */
export async function fuzz(project: World, { seed, rounds, among, tell }: Fuzzing): Promise<Difference | undefined> {
  const random = randomSource(seed);
  const all = { ...edits, ...accidents };
  const allowedNames = among ?? Object.keys(all);
  await project.build();
  for (let round = 1; round <= rounds; round++) {
    const editNames = Array.from({ length: 1 + random.whole(3) }, () => random.one(allowedNames));
    project.keep();
    for (const name of editNames) await (all[name] as Edit)(project, random);
    const [incremental, clean] = await Promise.all([project.build(), project.buildClean()]);
    tell?.(round, editNames, lastLine(incremental.said));
    const difference = (what: string): Difference => ({ round, edits: editNames, what });
    if (incremental.status !== clean.status)
      return difference(`ended with ${incremental.status}, not ${clean.status}:\n${incremental.said}`);
    if (clean.status !== 0) {
      if (findings(incremental.said) !== findings(clean.said))
        return difference(`said something else:\n${incremental.said}`);
      project.goBack();
      continue;
    }
    const what = firstDifference(project.output, clean.folder);
    if (what) return difference(what);
    if (incremental.said !== '' && findings(incremental.said) !== findings(clean.said))
      return difference(`warned of something else:\n${incremental.said}`);
  }
  return undefined;
}

function randomSource(seed: number): Lots {
  const nextRandom = randomNumbers(seed);
  const integerBelow = (below: number) => Math.floor(nextRandom() * below);
  let lastNumber = 100;
  return {
    whole: integerBelow,
    one: <Thing>(of: readonly Thing[]) => of[integerBelow(of.length)] as Thing,
    next: () => ++lastNumber,
  };
}

/** The findings in the output of a build, without its summary. */
function findings(output: string): string {
  return output
    .split('\n')
    .filter((line) => /\[[a-z-]+\]$/.test(line))
    .join('\n');
}

function lastLine(output: string): string {
  return output.trimEnd().split('\n').at(-1) ?? '';
}

/** The first difference between the folders of an incremental and a clean build; undefined if there is none. */
export function firstDifference(incremental: string, clean: string): string | undefined {
  const [incrementalFiles, cleanFiles] = [filesIn(incremental), filesIn(clean)];
  for (const file of cleanFiles) {
    if (!incrementalFiles.has(file)) return `${file} is missing`;
    if (!readFileSync(join(incremental, file)).equals(readFileSync(join(clean, file)))) return `${file} differs`;
  }
  const extra = [...incrementalFiles].find((file) => !cleanFiles.has(file));
  return extra && `${extra} should be gone`;
}

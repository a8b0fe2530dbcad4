import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '#bench/fixtures/seeded-random.ts';
import { filesIn } from '#site/cache/files-in.ts';
import { faultInjections } from './fault-injections.ts';
import type { ProjectCopy } from './project-copy.ts';
import { type ProjectEdit, projectEdits, type RandomSource } from './project-edits.ts';

/** A difference between an incremental and a clean build, and the edits before it. */
export interface BuildDifference {
  readonly round: number;
  readonly edits: readonly string[];
  readonly description: string;
}

/** Options of the fuzzer. */
export interface FuzzOptions {
  readonly seed: number;
  readonly rounds: number;
  /** The names of the edits and fault injections to draw from; all by default. */
  readonly editNames?: readonly string[];
  readonly onRound?: (round: number, edits: readonly string[], summary: string) => void;
}

/** Edits a project at random and compares incremental with clean builds. Returns the first difference, if any. */
export async function fuzz(
  project: ProjectCopy,
  { seed, rounds, editNames: among, onRound }: FuzzOptions,
): Promise<BuildDifference | undefined> {
  const random = randomSource(seed);
  const all = { ...projectEdits, ...faultInjections };
  const allowedNames = among ?? Object.keys(all);
  await project.build();
  for (let round = 1; round <= rounds; round++) {
    const editNames = Array.from({ length: 1 + random.integer(3) }, () => random.pick(allowedNames));
    project.save();
    for (const name of editNames) await (all[name] as ProjectEdit)(project, random);
    const [incremental, clean] = await Promise.all([project.build(), project.buildClean()]);
    onRound?.(round, editNames, lastLine(incremental.consoleOutput));
    const difference = (what: string): BuildDifference => ({ round, edits: editNames, description: what });
    if (incremental.status !== clean.status)
      return difference(`ended with ${incremental.status}, not ${clean.status}:\n${incremental.consoleOutput}`);
    if (clean.status !== 0) {
      if (findings(incremental.consoleOutput).join() !== findings(clean.consoleOutput).join())
        return difference(`said something else:\n${incremental.consoleOutput}`);
      project.restore();
      continue;
    }
    const what = firstDifference(project.output, clean.folder);
    if (what) return difference(what);
    if (incremental.consoleOutput !== '' && !warnsOfTheSame(incremental.consoleOutput, clean.consoleOutput))
      return difference(`warned of something else:\n${incremental.consoleOutput}`);
  }
  return undefined;
}

function randomSource(seed: number): RandomSource {
  const nextRandom = seededRandom(seed);
  const integerBelow = (below: number) => Math.floor(nextRandom() * below);
  let lastNumber = 100;
  return {
    integer: integerBelow,
    pick: <Thing>(of: readonly Thing[]) => of[integerBelow(of.length)] as Thing,
    uniqueNumber: () => ++lastNumber,
  };
}

/** The findings in the output of a build, without its summary. */
function findings(output: string): string[] {
  return output.split('\n').filter((line) => /\[[a-z-]+\]$/.test(line));
}

/** An incremental build counts all warnings and prints those that the last build did not. */
function warnsOfTheSame(incremental: string, clean: string): boolean {
  const all = new Set(findings(clean));
  const count = (output: string) => /(\d+) lưu ý → /.exec(output)?.[1];
  return findings(incremental).every((line) => all.has(line)) && count(incremental) === count(clean);
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

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomNumbers } from '#bench/fixtures/random-numbers.ts';
import { filesIn } from '#site/cache/files-in.ts';
import { accidents } from './accidents.ts';
import { type Edit, edits, type Lots } from './edits.ts';
import type { World } from './world.ts';

/** What a build on the last one's memory got wrong, and after which edits. */
export interface Difference {
  readonly round: number;
  readonly edits: readonly string[];
  readonly what: string;
}

/** How a run of the fuzzer goes. */
export interface Fuzzing {
  readonly seed: number;
  readonly rounds: number;
  /** Names of the edits and accidents there may be; all when absent. */
  readonly among?: readonly string[];
  readonly tell?: (round: number, edits: readonly string[], said: string) => void;
}

/** Edits at random, builds with the memory and from nothing, and compares; undefined when they were always the same. */
export async function fuzz(world: World, { seed, rounds, among, tell }: Fuzzing): Promise<Difference | undefined> {
  const lots = lotsOf(seed);
  const all = { ...edits, ...accidents };
  const names = among ?? Object.keys(all);
  await world.build();
  for (let round = 1; round <= rounds; round++) {
    const drawn = Array.from({ length: 1 + lots.whole(3) }, () => lots.one(names));
    world.keep();
    for (const name of drawn) await (all[name] as Edit)(world, lots);
    const [ours, clean] = await Promise.all([world.build(), world.buildClean()]);
    tell?.(round, drawn, lastLine(ours.said));
    const difference = (what: string): Difference => ({ round, edits: drawn, what });
    if (ours.status !== clean.status)
      return difference(`ended with ${ours.status}, not ${clean.status}:\n${ours.said}`);
    if (clean.status !== 0) {
      if (findings(ours.said) !== findings(clean.said)) return difference(`said something else:\n${ours.said}`);
      world.goBack();
      continue;
    }
    const what = firstDifference(world.output, clean.folder);
    if (what) return difference(what);
    if (ours.said !== '' && findings(ours.said) !== findings(clean.said))
      return difference(`warned of something else:\n${ours.said}`);
  }
  return undefined;
}

function lotsOf(seed: number): Lots {
  const random = randomNumbers(seed);
  const whole = (below: number) => Math.floor(random() * below);
  let last = 100;
  return {
    whole,
    one: <Thing>(of: readonly Thing[]) => of[whole(of.length)] as Thing,
    next: () => ++last,
  };
}

/** What a build says of the content, without how long it took and how much it did. */
function findings(said: string): string {
  return said
    .split('\n')
    .filter((line) => /\[[a-z-]+\]$/.test(line))
    .join('\n');
}

function lastLine(said: string): string {
  return said.trimEnd().split('\n').at(-1) ?? '';
}

/** The first thing that two folders do not have alike. */
export function firstDifference(ours: string, clean: string): string | undefined {
  const [here, there] = [filesIn(ours), filesIn(clean)];
  for (const file of there) {
    if (!here.has(file)) return `${file} is missing`;
    if (!readFileSync(join(ours, file)).equals(readFileSync(join(clean, file)))) return `${file} differs`;
  }
  const extra = [...here].find((file) => !there.has(file));
  return extra && `${extra} should be gone`;
}

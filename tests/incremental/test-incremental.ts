import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettingsError } from '#site/settings.ts';
import { fuzz } from './fuzz.ts';
import { ProjectCopy } from './project-copy.ts';

// Edits content at random and compares each incremental build with a full build:
// npm run test:incremental -- [rounds] [seed]
function parsePositiveInteger(argument: string | undefined, fallback: number): number {
  const number = Number(argument ?? fallback);
  if (Number.isInteger(number) && number > 0) return number;
  throw new SettingsError(`“${argument}” is no number of rounds and no seed: npm run test:incremental -- 300 42`);
}

async function main(): Promise<void> {
  const rounds = parsePositiveInteger(process.argv[2], 300);
  const seed = parsePositiveInteger(process.argv[3], 1 + Math.floor(Math.random() * 1_000_000));
  console.log(`seed ${seed}, ${rounds} rounds`);
  const folder = mkdtempSync(join(tmpdir(), 'incremental-'));
  const difference = await fuzz(new ProjectCopy(folder), {
    seed,
    rounds,
    onRound: (round, edits, result) => console.error(`${round}/${rounds}: ${edits.join('; ')} · ${result}`),
  });
  if (!difference) {
    rmSync(folder, { recursive: true, force: true });
    console.log(`${rounds} rounds, every build the same as one from nothing (seed ${seed})`);
    return;
  }
  console.log(`round ${difference.round}, after “${difference.edits.join('”, “')}”: ${difference.description}`);
  console.log(`again: npm run test:incremental -- ${difference.round} ${seed}; what was built lies in ${folder}`);
  process.exitCode = 1;
}

await main();

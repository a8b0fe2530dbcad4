import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettingsError } from '#site/settings.ts';
import { fuzz } from './fuzz.ts';
import { World } from './world.ts';

// Edits a newspaper at random and compares each build on the last one's memory with one from nothing:
// npm run test:incremental -- [rounds] [seed]
function wholeNumber(word: string | undefined, otherwise: number): number {
  const number = Number(word ?? otherwise);
  if (Number.isInteger(number) && number > 0) return number;
  throw new SettingsError(`“${word}” is no number of rounds and no seed: npm run test:incremental -- 300 42`);
}

async function main(): Promise<void> {
  const rounds = wholeNumber(process.argv[2], 300);
  const seed = wholeNumber(process.argv[3], 1 + Math.floor(Math.random() * 1_000_000));
  console.log(`seed ${seed}, ${rounds} rounds`);
  const folder = mkdtempSync(join(tmpdir(), 'incremental-'));
  const difference = await fuzz(new World(folder), {
    seed,
    rounds,
    tell: (round, edits, said) => console.error(`${round}/${rounds}: ${edits.join('; ')} · ${said}`),
  });
  if (!difference) {
    rmSync(folder, { recursive: true, force: true });
    console.log(`${rounds} rounds, every build the same as one from nothing (seed ${seed})`);
    return;
  }
  console.log(`round ${difference.round}, after “${difference.edits.join('”, “')}”: ${difference.what}`);
  console.log(`again: npm run test:incremental -- ${difference.round} ${seed}; what was built lies in ${folder}`);
  process.exitCode = 1;
}

await main();

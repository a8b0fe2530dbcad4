import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { runBuild } from '#site/build/run-build.ts';
import { readSettings, type Settings } from '#site/settings.ts';

/** Whether the built site must be built again by now; true if there is none. */
function isDue({ outputDir, now }: Settings): boolean {
  const file = join(outputDir, 'build.json');
  if (!existsSync(file)) return true;
  const { nextBuildAt } = z
    .object({ nextBuildAt: z.string().nullable() })
    .parse(JSON.parse(readFileSync(file, 'utf8')));
  return nextBuildAt !== null && new Date(nextBuildAt) <= now;
}

async function main(): Promise<void> {
  const settings = readSettings(process.env, new Date());
  if (process.argv.includes('--if-due') && !isDue(settings)) return;
  const result = await runBuild(settings, 'write-through');
  if (typeof result === 'string') process.exitCode = 1;
}

await main();

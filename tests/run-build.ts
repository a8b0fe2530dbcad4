import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '#site/settings.ts';

/** The fixture newsroom, at an instant that never changes. */
export const fixtureNewsroom = join(root, 'tests', 'fixtures', 'newsroom');
export const fixedTime = '2026-11-23T08:00:00+07:00';

/** What a command of the project printed and how it ended. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one of the project's commands as a user would, with knobs. */
export function run(command: 'build' | 'check', knobs: Record<string, string>): Run {
  const env = { ...process.env, CI: 'true', BUILD_TIME: fixedTime, ...knobs };
  return spawnSync(process.execPath, [join(root, 'scripts', `${command}.ts`)], { cwd: root, env, encoding: 'utf8' });
}

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '#site/settings.ts';

/** The fixture newsroom, at an instant that never changes. */
export const fixtureNewsroom = join(root, 'tests', 'fixtures', 'newsroom');
export const fixtureEveryState = join(root, 'tests', 'fixtures', 'every-state');
export const fixedTime = '2026-11-23T08:00:00+07:00';

/** What a command of the project printed and how it ended. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one of the project's commands as a user would, with knobs, words after it, and what is typed into it. */
export function run(
  command:
    | 'build'
    | 'build-offline'
    | 'check'
    | 'check-feeds'
    | 'new'
    | 'search'
    | 'counter-snapshot'
    | 'counter-export'
    | 'counter-import',
  knobs: Readonly<Record<string, string>>,
  words: readonly string[] = [],
  typed = '',
): Run {
  const env = { ...process.env, CI: 'true', GITHUB_ACTIONS: '', BUILD_TIME: fixedTime, ...knobs };
  const script = join(root, 'scripts', `${command}.ts`);
  return spawnSync(process.execPath, [script, ...words], { cwd: root, env, encoding: 'utf8', input: typed });
}

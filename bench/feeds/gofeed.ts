import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { oneAtATime } from '#site/cache/one-at-a-time.ts';
import { projectRoot } from '#site/settings.ts';
import type { FeedReader } from './feed-reader.ts';
import { readWithProgram } from './read-with-program.ts';

const folder = join(projectRoot, '.cache', 'gofeed');
const program = join(folder, 'read-feeds');

/** Where Debian installs Go packages. */
const goEnvironment = { GO111MODULE: 'off', GOPATH: '/usr/share/gocode', GOCACHE: join(folder, 'go') };

/** Whether the program is built; Go builds nothing again that is unchanged. */
function isBuilt(): boolean {
  mkdirSync(folder, { recursive: true });
  const source = join(import.meta.dirname, 'read_feeds.go');
  const { status } = spawnSync('go', ['build', '-o', program, source], { env: { ...process.env, ...goEnvironment } });
  return status === 0;
}

/** gofeed for Go, if both are installed as Debian does it. */
export const gofeed: FeedReader = {
  name: 'gofeed',
  formats: ['rss', 'atom', 'json'],
  read: async (feeds) =>
    (await oneAtATime(
      join(folder, 'lock'),
      () => {},
      async () => isBuilt(),
    ))
      ? readWithProgram({ command: program, args: [], notInstalled: 3 }, feeds)
      : undefined,
};

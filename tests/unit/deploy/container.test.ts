import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { projectRoot } from '#site/settings.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

const script = join(projectRoot, 'deploy', 'container.sh');

/** The script in a folder that stands for a container; the repository has a `publish.sh` that ends with a code. */
function openContainer(code: number) {
  const folder = temporaryFolder();
  const repository = join(folder, 'repository');
  const site = join(folder, 'site');
  mkdirSync(join(repository, 'deploy'), { recursive: true });
  writeFileSync(join(repository, 'deploy', 'publish.sh'), `#!/bin/sh\necho run >> '${folder}/runs'\nexit ${code}\n`, {
    mode: 0o755,
  });
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', repository, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args]);
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message=a');
  const env = { PATH: process.env['PATH'], TMPDIR: folder, SITE_DIR: site, REPOSITORY: repository, EVERY: '0.1' };
  return {
    ...{ folder, site },
    start: (role: string): ChildProcess => {
      const child = spawn('sh', [script, role], { env });
      onTestFinished(() => void child.kill('SIGKILL'));
      return child;
    },
    isHealthy: () => spawnSync('sh', [script, 'healthy'], { env }).status === 0,
  };
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition(); tries++) {
    expect(tries).toBeLessThan(500);
    await sleep(20);
  }
}

describe.runIf(process.platform !== 'win32')('a container that publishes', () => {
  test.each([
    [true, 0],
    [false, 3],
  ])(
    'clones once, publishes again and again, and is healthy (%s) when publish.sh ends with %d',
    async (healthy, code) => {
      const { folder, site, start, isHealthy } = openContainer(code);
      expect(isHealthy()).toBe(false);
      const child = start('publish');
      const runs = () =>
        existsSync(join(folder, 'runs')) ? readFileSync(join(folder, 'runs'), 'utf8').split('\n').length - 1 : 0;
      await until(() => runs() >= 3);
      expect(existsSync(join(site, '.git'))).toBe(true);
      expect(isHealthy()).toBe(healthy);
      child.kill('SIGTERM');
      expect(await once(child, 'exit')).toEqual([0, null]);
    },
  );
});

import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { freePort } from '#bench/fixtures/free-port.ts';
import { projectRoot } from '#site/settings.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

const containerfile = join(projectRoot, 'deploy', 'Containerfile');
const [, base = ''] = /^FROM (\S+)/m.exec(readFileSync(containerfile, 'utf8')) ?? [];
// A test run downloads no image: `podman pull` or `docker pull` the base image to have this tried.
const tool = ['podman', 'docker'].find((name) => spawnSync(name, ['image', 'inspect', base]).status === 0);
if (!tool) console.warn('SKIPPED: neither podman nor docker has the base image of deploy/Containerfile here.');

/** Serves a bare clone of this repository as files, as git can read them; gives its URL. */
async function serveRepository(): Promise<string> {
  const folder = temporaryFolder();
  execFileSync('git', ['clone', '--quiet', '--bare', projectRoot, folder]);
  execFileSync('git', ['-C', folder, 'update-server-info']);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    createReadStream(join(folder, pathname))
      .on('error', () => response.writeHead(404).end())
      .pipe(response);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

describe.runIf(tool)('the image of deploy/Containerfile', () => {
  // The format of podman's own has no health check.
  const env = { ...process.env, BUILDAH_FORMAT: 'docker' };
  const run = (...args: string[]) => execFileSync(tool ?? '', args, { encoding: 'utf8', env }).trim();

  /** Starts a container that shares the network of this machine; gives its id. */
  function start(role: string, mounts: readonly string[], environment: readonly string[]): string {
    const options = [...mounts.map((mount) => `--volume=${mount}`), ...environment.map((entry) => `--env=${entry}`)];
    const id = run('run', '--detach', '--network=host', ...options, image, role);
    onTestFinished(() => void run('rm', '--force', '--volumes', id));
    return id;
  }

  const image = `site-test-${process.pid}`;

  test('publishes a repository, and serves it to readers', { timeout: 600_000 }, async () => {
    const port = await freePort();
    run('build', '--network=host', `--file=${containerfile}`, `--tag=${image}`, projectRoot);
    onTestFinished(() => void run('image', 'rm', image));
    for (const volume of [`${image}-site`, `${image}-counter`]) {
      run('volume', 'create', volume);
      onTestFinished(() => void run('volume', 'rm', volume));
    }
    const repository = await serveRepository();
    const siteUrl = 'SITE_URL=https://example.org';
    const publishing = start('publish', [`${image}-site:/srv/site`], [siteUrl, `REPOSITORY=${repository}`]);
    const serving = start(
      'serve',
      [`${image}-site:/srv/site:ro`, `${image}-counter:/var/lib/site-counter`],
      [siteUrl, `PORT=${port}`],
    );
    const isUp = () =>
      fetch(`http://127.0.0.1:${port}/build.json`).then(
        ({ ok }) => ok,
        () => false,
      );
    while (!(await isUp())) {
      expect(run('inspect', '--format={{.State.Running}}', publishing)).toBe('true');
      await sleep(500);
    }
    expect(run('exec', serving, 'id', '-un')).toBe('node');
    expect(run('exec', serving, 'site-container', 'healthy')).toBe('');
  });
});

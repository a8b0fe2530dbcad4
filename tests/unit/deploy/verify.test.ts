import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '#site/settings.ts';
import { commitAll, runGit } from '#tests/git-repository.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

/** A machine that verifies, with another npm in its place, whose exit code is that of the comparison. */
function machine(code: number) {
  const folder = temporaryFolder();
  const [host, clone] = [join(folder, 'host'), join(folder, 'clone')];
  mkdirSync(join(host, 'deploy'), { recursive: true });
  cpSync(join(projectRoot, 'deploy', 'verify.sh'), join(host, 'deploy', 'verify.sh'));
  mkdirSync(join(host, 'content'));
  writeFileSync(join(host, 'content', 'a.md'), 'một');
  commitAll(host);
  runGit(folder, 'clone', '--quiet', host, clone);
  writeFileSync(join(folder, 'npm'), `#!/bin/sh\necho "$*"\nexit ${code}\n`, { mode: 0o755 });
  const run = (...args: readonly string[]) =>
    spawnSync(join(clone, 'deploy', 'verify.sh'), args, {
      encoding: 'utf8',
      env: {
        ...process.env,
        PATH: `${folder}:${process.env['PATH']}`,
        SITE_URL: 'https://example.org',
        CONTENT_DIR: '',
      },
    });
  return { host, clone, run };
}

describe.runIf(process.platform === 'linux')('verify.sh', () => {
  test.each([0, 1, 2])(
    'takes new commits, compares with a build of its own, and ends with %d as the comparison',
    (code) => {
      const { host, clone, run } = machine(code);
      writeFileSync(join(host, 'content', 'a.md'), 'hai');
      commitAll(host);
      expect(run()).toMatchObject({
        ...{ status: code, stderr: '' },
        stdout: 'run --silent verify -- https://example.org --rebuild --wait 60\n',
      });
      expect(readFileSync(join(clone, 'content', 'a.md'), 'utf8')).toBe('hai');
    },
  );

  test('compares with what is there when the git host is away, and says so', () => {
    const { host, run } = machine(0);
    cpSync(host, `${host}.away`, { recursive: true });
    runGit(host, 'update-ref', '-d', 'HEAD');
    const { status, stdout, stderr } = run('--all');
    expect([status, stdout]).toEqual([0, expect.stringMatching(/--all\n$/)]);
    expect(stderr).toContain('so với những commit đang có trên máy này');
  });
});

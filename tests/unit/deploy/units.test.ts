import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#site/settings.ts';

const deploy = join(projectRoot, 'deploy');
const canAnalyse = spawnSync('systemd-analyze', ['security', '--help'], { encoding: 'utf8' }).stdout?.includes(
  '--offline',
);

test.skipIf(!canAnalyse).each(['publish', 'serve', 'counter', 'verify'])(
  '%s.service is exposed to at most 2.5 of 10',
  (unit) => {
    const options = ['--offline=true', '--threshold=25', '--no-pager'];
    const { status, stdout } = spawnSync('systemd-analyze', ['security', ...options, join(deploy, `${unit}.service`)], {
      encoding: 'utf8',
    });
    expect([status, stdout.split('\n').at(-2)]).toEqual([0, expect.stringContaining('OK')]);
  },
);

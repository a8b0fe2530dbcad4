import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '#site/settings.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

const script = join(projectRoot, 'deploy', 'check-published.sh');
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

/** What the script says of a public `build.json`; of a site that does not answer without one. */
function check(buildJson?: string, args: readonly string[] = ['https://example.org/']) {
  const folder = temporaryFolder();
  const curl = buildJson === undefined ? 'exit 22' : `cat <<'END'\n${buildJson}\nEND`;
  writeFileSync(join(folder, 'curl'), `#!/bin/sh\n${curl}\n`, { mode: 0o755 });
  const { status, stdout } = spawnSync('sh', [script, ...args], {
    encoding: 'utf8',
    env: { PATH: `${folder}:${process.env['PATH']}` },
  });
  return { status, text: stdout.trim() };
}

describe.runIf(process.platform !== 'win32')('check-published.sh', () => {
  test.each([
    [0, 'nothing is scheduled', '{"nextBuildAt":null}'],
    [0, 'something is to come', `{"nextBuildAt":"${minutesAgo(-60)}"}`],
    [0, 'the timer has not run since', `{"nextBuildAt":"${minutesAgo(5)}"}`],
    [1, 'something was due long ago', `{"nextBuildAt":"${minutesAgo(20)}"}`],
    [2, 'something was due hours ago', `{"nextBuildAt":"${minutesAgo(120)}"}`],
    [2, 'the file is not that of a build', '<!doctype html>'],
    [2, 'the site does not answer', undefined],
  ])('ends with %d when %s', (status, _, buildJson) => {
    expect(check(buildJson)).toEqual({ status, text: expect.stringMatching(/^(TỐT|CHẬM|NGUY): .+$/) });
  });

  test('ends with 3 without an address', () => {
    expect(check('{"nextBuildAt":null}', [])).toEqual({ status: 3, text: expect.stringContaining('Cách dùng') });
  });
});

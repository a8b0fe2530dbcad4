import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { fixedTime, fixtureEveryState } from '#bench/fixtures/run-script.ts';
import { projectRoot } from '#site/settings.ts';
import { firstDifference } from '../incremental/fuzz.ts';
import { temporaryFolder } from '../temporary-folder.ts';

test('Eleventy’s own command line makes, byte for byte, the site of npm run build', () => {
  const output = join(temporaryFolder(), 'site');
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(projectRoot, 'node_modules', '@11ty', 'eleventy', 'cmd.cjs'), '--config=.eleventy.ts', '--quiet'],
    {
      cwd: projectRoot,
      encoding: 'utf8',
      env: {
        ...process.env,
        CONTENT_DIR: fixtureEveryState,
        OUTPUT_DIR: output,
        SITE_URL: 'https://example.org',
        BUILD_TIME: fixedTime,
        PREVIEW: '',
      },
    },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(firstDifference(output, inject('everyStateDir'))).toBeUndefined();
});

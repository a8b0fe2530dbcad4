import { join } from 'node:path';
import { run } from '#bench/fixtures/run-build.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { readSite } from './read-built.ts';

/** Builds a content folder for real; the files of the site by path. Throws what the build said when it failed. */
export function builtSite(contentDir: string, knobs: Readonly<Record<string, string>> = {}): Map<string, Buffer> {
  const output = join(temporaryFolder(), 'site');
  const { status, stdout, stderr } = run('build', {
    CONTENT_DIR: contentDir,
    OUTPUT_DIR: output,
    SITE_URL: 'https://example.org',
    ...knobs,
  });
  if (status !== 0) throw new Error(stdout + stderr);
  return readSite(output);
}

import { join } from 'node:path';
import { runScript } from '#bench/fixtures/run-script.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { readSite } from './read-site.ts';

/** Builds a content folder with the real command. Returns path → bytes; throws the output of a build that failed. */
export function buildAndReadSite(
  contentDir: string,
  environment: Readonly<Record<string, string>> = {},
): Map<string, Buffer> {
  const output = join(temporaryFolder(), 'site');
  const { status, stdout, stderr } = runScript('build', {
    CONTENT_DIR: contentDir,
    OUTPUT_DIR: output,
    SITE_URL: 'https://example.org',
    ...environment,
  });
  if (status !== 0) throw new Error(stdout + stderr);
  return readSite(output);
}

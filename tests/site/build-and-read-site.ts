import { join } from 'node:path';
import { buildFolder } from '../build-folder.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { readSite } from './read-site.ts';

/** Builds a content folder. Returns path → bytes; throws a ContentError with the errors of the content. */
export async function buildAndReadSite(
  content: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Map<string, Buffer>> {
  const output = join(temporaryFolder(), 'site');
  await buildFolder(content, output, environment);
  return readSite(output);
}

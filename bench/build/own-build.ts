import { join } from 'node:path';
import { fixedTime } from '../fixtures/run-script.ts';

/** The paths and environment variables of our own build in the bench. */
export interface OwnBuild {
  readonly content: string;
  readonly output: string;
  readonly cacheDir: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Our own build with its output and cache in `folder`; `name` is unique in it. */
export function ownBuild(folder: string, name: string, content: string): OwnBuild {
  const [output, cacheDir] = [join(folder, name), join(folder, `${name}-memory`)];
  const fixedEnv = { SITE_URL: 'https://example.org', BUILD_TIME: fixedTime, CI: 'true', PREVIEW: '', PRECOMPRESS: '' };
  const env = { ...fixedEnv, CONTENT_DIR: content, OUTPUT_DIR: output, MEMORY_DIR: cacheDir };
  return { content, output, cacheDir, env };
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { fixtureEveryState, fixtureNewsroom, run } from './run-build.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The fixture newsroom, built once for all tests. */
    newsroomDir: string;
    /** The union's own content, built. */
    unionDir: string;
    /** tests/fixtures/every-state, built: an article that holds everything, and a short one. */
    everyStateDir: string;
  }
}

/** Builds the three sites for real before the tests. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'newsroom-'));
  for (const [name, knobs] of [
    ['newsroom', { CONTENT_DIR: fixtureNewsroom, SITE_URL: 'https://example.org' }],
    ['union', { SITE_URL: 'https://example.org' }],
    ['every-state', { CONTENT_DIR: fixtureEveryState, SITE_URL: 'https://example.org' }],
  ] as const) {
    const { status, stdout, stderr } = run('build', { ...knobs, OUTPUT_DIR: join(folder, name) });
    if (status !== 0) throw new Error(stdout + stderr);
  }
  project.provide('newsroomDir', join(folder, 'newsroom'));
  project.provide('unionDir', join(folder, 'union'));
  project.provide('everyStateDir', join(folder, 'every-state'));
  return () => rmSync(folder, { recursive: true, force: true });
}

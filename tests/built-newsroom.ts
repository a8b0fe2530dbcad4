import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildFixtureSites } from '#bench/fixtures/fixture-sites.ts';

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
  const sites = buildFixtureSites(folder);
  project.provide('newsroomDir', sites.newsroom);
  project.provide('unionDir', sites.union);
  project.provide('everyStateDir', sites['every-state']);
  return () => rmSync(folder, { recursive: true, force: true });
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { launchChromium } from '#bench/browser/launch-chromium.ts';
import { buildFixtureSites } from '#bench/fixtures/build-fixture-sites.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the site built from tests/fixtures/newsroom. */
    newsroomDir: string;
    /** Folder of the site built from the union's own content. */
    unionDir: string;
    /** Folder of the site built from tests/fixtures/every-state: an article with every feature, and a short one. */
    everyStateDir: string;
    /** The WebSocket URL of the browser that test files share; empty where no browser starts. */
    browserEndpoint: string;
  }
}

/** Builds the three sites and starts a browser once before all tests. Returns the teardown. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'newsroom-'));
  // The commands that tests run compile the same modules over and over, many with an empty MEMORY_DIR.
  process.env['NODE_COMPILE_CACHE'] = join(folder, 'compiled');
  // The test of other time zones compares the newsroom with a site built west of this one.
  const sites = await buildFixtureSites(folder, { TZ: 'UTC' });
  project.provide('newsroomDir', sites.newsroom);
  project.provide('unionDir', sites.union);
  project.provide('everyStateDir', sites['every-state']);
  const browser = await launchChromium((launch) => chromium.launchServer(launch));
  project.provide('browserEndpoint', browser?.wsEndpoint() ?? '');
  return async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  };
}

import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './tests/slowest-first.ts';

/** The tests of some folders of tests/, as a project of Vitest. */
function testsIn(name: string, folders: readonly string[]) {
  return {
    extends: true as const,
    // Each of our modules is loaded once per worker instead of once per file, which took longer than many files' tests.
    test: { name, include: folders.map((folder) => `tests/${folder}/**/*.test.ts`), isolate: false },
  };
}

export default defineConfig({
  test: {
    projects: [
      testsIn('browser', ['browser']),
      testsIn('cross-browser', ['cross-browser']),
      // They start git thousands of times, and a process that holds much memory takes ten times as long to start another.
      testsIn('sending', ['sending']),
      testsIn('other', ['unit', 'site', 'counter']),
    ],
    // Vitest leaves a core to itself, which on two is half of them, and many tests wait for a browser or a process.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    sequence: { sequencer: SlowestFirst },
    globalSetup: 'tests/global-setup.ts',
    // These detect hangs and measure nothing: no test may fail because the machine is busy.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    teardownTimeout: 300_000,
    expect: { poll: { timeout: 120_000 } },
  },
});

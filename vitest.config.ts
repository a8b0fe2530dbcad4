import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,site,browser,counter}/**/*.test.ts'],
    // Vitest leaves a core to itself, which on two is half of them.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    globalSetup: 'tests/global-setup.ts',
    // These detect hangs and measure nothing: no test may fail because the machine is busy.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 120_000 } },
  },
});

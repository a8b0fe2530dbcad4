import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,site,browser,counter}/**/*.test.ts'],
    // Vitest leaves a core to itself, which on two is half of them.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    globalSetup: 'tests/global-setup.ts',
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

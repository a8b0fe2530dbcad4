import { defineConfig } from 'vitest/config';

/** The unit tests alone: they need no built site, which takes longer than they do. */
export default defineConfig({
  test: { include: ['tests/unit/**/*.test.ts'], isolate: false, maxWorkers: 1, testTimeout: 60_000 },
});

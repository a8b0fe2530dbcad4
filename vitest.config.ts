import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,site,browser,counter}/**/*.test.ts'],
    globalSetup: 'tests/built-newsroom.ts',
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

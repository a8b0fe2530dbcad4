import { afterAll, describe } from 'vitest';
import { openFirefox } from './open-firefox.ts';
import { testOffline } from './test-offline.ts';

// One process for all tests: it takes longer to start than most of them.
const firefox = await openFirefox();
afterAll(() => firefox?.close());

describe(firefox?.name ?? 'Firefox', () => {
  testOffline(firefox);
});

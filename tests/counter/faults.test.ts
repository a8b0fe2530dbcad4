import { expect, test } from 'vitest';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { killUnderLoad } from './kill-under-load.ts';

/** Three random numbers of acknowledged hits. */
function randomLimits(): number[] {
  return [50, 300, 1500].map((max) => 1 + Math.floor(Math.random() * max));
}

test('kill -9 under load loses no acknowledged hit and counts no acknowledged visitor twice', async () => {
  for await (const result of killUnderLoad(temporaryFolder(), 'SIGKILL', randomLimits())) {
    expect(result).toMatchObject({ lost: 0, recounted: 0, integrity: 'ok', sumsAgree: true, exitCode: null });
    expect(result.acknowledged).toBeGreaterThan(0);
    expect(result.extra).toBeLessThanOrEqual(result.inFlight);
  }
});

test('SIGTERM under load loses no acknowledged hit, and the counter exits with 0', async () => {
  for await (const result of killUnderLoad(temporaryFolder(), 'SIGTERM', randomLimits())) {
    expect(result).toMatchObject({ lost: 0, recounted: 0, integrity: 'ok', sumsAgree: true, exitCode: 0 });
    expect(result.extra).toBeLessThanOrEqual(result.inFlight);
  }
});

import { expect, test } from 'vitest';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { endings } from './kill.ts';

/** Three moments of a load, drawn anew each time. */
function moments(): number[] {
  return [50, 300, 1500].map((most) => 1 + Math.floor(Math.random() * most));
}

test('no acknowledged hit is lost by kill -9 under load, and nobody acknowledged is recounted', async () => {
  for await (const ending of endings(temporaryFolder(), 'SIGKILL', moments())) {
    expect(ending).toMatchObject({ lost: 0, recounted: 0, integrity: 'ok', sumsAgree: true, exitCode: null });
    expect(ending.acknowledged).toBeGreaterThan(0);
    expect(ending.extra).toBeLessThanOrEqual(ending.inFlight);
  }
});

test('SIGTERM under load keeps every acknowledged hit, and the counter ends well', async () => {
  for await (const ending of endings(temporaryFolder(), 'SIGTERM', moments())) {
    expect(ending).toMatchObject({ lost: 0, recounted: 0, integrity: 'ok', sumsAgree: true, exitCode: 0 });
    expect(ending.extra).toBeLessThanOrEqual(ending.inFlight);
  }
});

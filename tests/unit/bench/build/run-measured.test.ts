import { describe, expect, test } from 'vitest';
import { runMeasured } from '#bench/build/run-measured.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';

function node(script: string) {
  return { program: process.execPath, words: ['-e', script], folder: temporaryFolder() };
}

/** Holds so many megabytes, and works on them long enough to be seen. */
function holding(megabytes: number): string {
  return `const held = Buffer.alloc(${megabytes} * 2 ** 20, 1); for (const end = Date.now() + 400; Date.now() < end; ) held.fill(2);`;
}

describe.runIf(process.platform === 'linux')('a measured run', () => {
  test('counts the CPU and the memory of what a program starts, too', async () => {
    const inChild = `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(holding(200))}])`;
    const [idle, working] = [await runMeasured(node('')), await runMeasured(node(inChild))];
    expect(working.megabytes).toBeGreaterThan(idle.megabytes + 200);
    expect(working.cpu).toBeGreaterThan(idle.cpu);
    expect(working.seconds).toBeGreaterThan(0);
  });

  test('fails with what a failing program said', async () => {
    await expect(runMeasured(node('console.error("no room left"); process.exit(3)'))).rejects.toThrow('no room left');
  });
});

import { describe, expect, test } from 'vitest';
import { type BenchCommand, runMeasured } from '#bench/build/run-measured.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';

function node(script: string): BenchCommand {
  return { program: process.execPath, args: ['-e', script], cwd: temporaryFolder() };
}

/** A script that allocates memory and uses it for 0.4 s of CPU time, long enough to be sampled on a busy machine. */
function allocate(megabytes: number): string {
  return `const held = Buffer.alloc(${megabytes} * 2 ** 20, 1); for (; process.cpuUsage().user < 400_000; ) held.fill(2);`;
}

describe.runIf(process.platform === 'linux')('a measured run', () => {
  test('includes the CPU time and memory of child processes', async () => {
    const inChild = `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(allocate(200))}])`;
    const [idle, working] = [await runMeasured(node('')), await runMeasured(node(inChild))];
    expect(working.megabytes).toBeGreaterThan(idle.megabytes + 200);
    expect(working.cpu).toBeGreaterThan(idle.cpu);
    expect(working.seconds).toBeGreaterThan(0);
  });

  test('fails with the output of the failing program', async () => {
    await expect(runMeasured(node('console.error("no room left"); process.exit(3)'))).rejects.toThrow('no room left');
  });
});

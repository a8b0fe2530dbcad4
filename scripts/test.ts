import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { startVitest } from 'vitest/node';
import { projectRoot } from '#site/settings.ts';

// Lint and type check count as one test each; then come all tests of tests/.
let passed = 0;
let failed = 0;
for (const [tool, ...options] of [
  ['@biomejs/biome/bin/biome', 'check', '.'],
  ['typescript/bin/tsc', '--project', '.'],
] as const) {
  const { status } = spawnSync(process.execPath, [join(projectRoot, 'node_modules', tool), ...options], {
    cwd: projectRoot,
    stdio: 'inherit',
  });
  if (status === 0) passed++;
  else failed++;
}

const vitest = await startVitest('test', process.argv.slice(2), { watch: false, root: projectRoot });
const count = (state: string) =>
  vitest.state
    .getTestModules()
    .reduce(
      (sum, module) => sum + [...module.children.allTests()].filter((test) => test.result().state === state).length,
      0,
    );
passed += count('passed');
failed += count('failed') + vitest.state.getTestModules().filter((module) => module.errors().length > 0).length;
// An error outside a test, such as a failed setup, is a failure too, and so is a run without tests.
failed += vitest.state.getUnhandledErrors().length;
if (vitest.state.getTestModules().length === 0) failed++;
const skipped = count('skipped');
await vitest.close();
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 || process.exitCode ? 1 : 0);

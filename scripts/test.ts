import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { startVitest } from 'vitest/node';
import { root } from '#site/settings.ts';

// Style and types count as one test each; then every test of tests/.
let passed = 0;
let failed = 0;
for (const [tool, ...options] of [
  ['@biomejs/biome/bin/biome', 'check', '.'],
  ['typescript/bin/tsc', '--project', '.'],
] as const) {
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', tool), ...options], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status === 0) passed++;
  else failed++;
}

const vitest = await startVitest('test', process.argv.slice(2), { watch: false, root });
const count = (state: string) =>
  vitest.state
    .getTestModules()
    .reduce(
      (sum, module) => sum + [...module.children.allTests()].filter((test) => test.result().state === state).length,
      0,
    );
passed += count('passed');
failed += count('failed') + vitest.state.getTestModules().filter((module) => module.errors().length > 0).length;
// What broke outside any test, a failed set-up for instance, is a failure too; so is a run of no test at all.
failed += vitest.state.getUnhandledErrors().length;
if (vitest.state.getTestModules().length === 0) failed++;
const skipped = count('skipped');
await vitest.close();
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 || process.exitCode ? 1 : 0);

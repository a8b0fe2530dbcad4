import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Reporter, TestCase, Vitest } from 'vitest/node';
import { projectRoot } from '#site/settings.ts';

/** On a terminal the progress is printed at most once in this many milliseconds, elsewhere after this many files. */
const [progressInterval, progressFiles] = [5000, 20];

/** The development packages of package.json that are not installed. */
function missingPackages(): string[] {
  const { devDependencies } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
  return Object.keys(devDependencies).filter((name) => !existsSync(join(projectRoot, 'node_modules', name)));
}

// Lint and type check count as one test each; then come all tests of tests/.
let passed = 0;
let failed = 0;
const tools: ChildProcess[] = [];
let vitest: Vitest | undefined;

const allTests = () => vitest?.state.getTestModules().flatMap((module) => [...module.children.allTests()]) ?? [];
const testsOf = (state: string) => allTests().filter((test) => test.result().state === state);

/** The last line of the output: "12 passed, 0 failed, 1 skipped" */
function countLine(): string {
  const skipped = testsOf('skipped').length;
  const counts = `${passed + testsOf('passed').length} passed, ${failed + testsOf('failed').length} failed`;
  return `${counts}${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function describeFailure(test: TestCase): string {
  const [error] = test.result().errors ?? [];
  return `FAILED ${relative(projectRoot, test.module.moduleId)} > ${test.fullName}: ${error?.message ?? ''}`;
}

/** Why the tests of a folder are skipped, where one reason holds for all of them. */
const skipReasons: Readonly<Record<string, string>> = {
  'tests/browser': 'no Chromium could be started, set CHROME_PATH',
  'tests/cross-browser': 'Firefox (FIREFOX_PATH) or WebKitGTK is not here, or its driver cannot do what they need',
};

/** What was left out, by folder: a run without a browser or a web server looks like a whole one. */
function skippedLines(): string[] {
  const folderOf = (test: TestCase) => relative(projectRoot, dirname(test.module.moduleId));
  return [...Map.groupBy(testsOf('skipped'), folderOf)].map(([folder, tests]) => {
    const files = new Set(tests.map(({ module }) => relative(join(projectRoot, folder), module.moduleId)));
    const reason = skipReasons[folder] ?? [...files].join(', ');
    return `NOT RUN: ${tests.length} tests in ${files.size} files of ${folder} (${reason}).`;
  });
}

/** Prints what is known so far and ends, without waiting for the tests that are running. */
function interrupt(): void {
  for (const tool of tools) tool.kill();
  for (const test of testsOf('failed')) console.error(describeFailure(test));
  console.error('Interrupted: only the tests that ended are counted.');
  console.log(countLine());
  process.exit(1);
}

/** Prints to standard error how many test files are done. */
function progressReporter(): Reporter {
  let [all, done, printedAt] = [0, 0, 0];
  return {
    onInit: (instance) => {
      vitest = instance;
    },
    onTestRunStart: (files) => {
      all = files.length;
    },
    onTestModuleEnd: () => {
      done++;
      const isDue = process.stderr.isTTY
        ? performance.now() - printedAt >= progressInterval
        : done % progressFiles === 0 || done === all;
      if (!isDue) return;
      printedAt = performance.now();
      console.error(`${done} of ${all} test files done, ${testsOf('failed').length} tests failed.`);
    },
  };
}

const missing = missingPackages();
if (missing.length > 0) {
  const names = [...missing.slice(0, 3), ...(missing.length > 3 ? ['…'] : [])].join(', ');
  console.error(`Development packages are not installed (${names}): run npm ci, without --omit=dev.`);
  process.exit(1);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupt);

const statuses = [
  ['@biomejs/biome/bin/biome', 'check', '.'],
  ['typescript/bin/tsc', '--project', '.', '--incremental', '--tsBuildInfoFile', '.cache/types.tsbuildinfo'],
].map(async ([module = '', ...options]) => {
  const command = [join(projectRoot, 'node_modules', module), ...options];
  const tool = spawn(process.execPath, command, { cwd: projectRoot, stdio: 'inherit' });
  tools.push(tool);
  const [status] = await once(tool, 'exit');
  return status;
});
for (const status of await Promise.all(statuses))
  if (status === 0) passed++;
  else failed++;

// Vitest and its types are development packages, which may be missing above.
const { startVitest } = await import('vitest/node');
const { state } = await startVitest('test', process.argv.slice(2), {
  watch: false,
  root: projectRoot,
  // Its summary would be drawn over the last line.
  reporters: [['default', { summary: false }], progressReporter()],
});
const modules = state.getTestModules();
// A module or a group of tests whose set-up failed is one failure; its tests did not run.
const groups = modules.flatMap((module) => [module, ...module.children.allSuites()]);
failed += groups.filter((group) => group.errors().length > 0).length;
// An error outside a test, such as a failed setup, is a failure too, and so is a run without tests.
failed += state.getUnhandledErrors().length;
if (modules.length === 0) failed++;
for (const line of skippedLines()) console.error(line);
console.log(countLine());
process.exit(failed > 0 || testsOf('failed').length > 0 || process.exitCode ? 1 : 0);

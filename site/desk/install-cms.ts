import { type SpawnOptions, spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, SettingsError } from '#site/settings.ts';

/** The packages of the desk, which nobody installs who has none. */
const packages = join(projectRoot, 'desk', 'cms');

/**
 * Installs the packages of the desk, as locked, below a folder, unless they are there, and returns the folder that holds
 * node_modules. Throws a SettingsError if npm cannot.
 */
export async function installCms(parent: string, tell: (message: string) => void): Promise<string> {
  const version = hash('sha256', readFileSync(join(packages, 'package-lock.json'))).slice(0, 16);
  const folder = join(parent, `cms-${version}`);
  if (existsSync(folder)) return folder;
  tell('Đang cài bàn biên tập (npm ci), chỉ một lần, khoảng một phút…');
  const unfinished = mkdtempSync(join(parent, 'installing-'));
  try {
    cpSync(packages, unfinished, { recursive: true });
    await npmCi(unfinished);
    // Another build may have been faster.
    if (!existsSync(folder)) renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}

async function npmCi(folder: string): Promise<void> {
  const command = ['ci', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund'];
  const npm = process.env['npm_execpath'];
  const options: SpawnOptions = { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] };
  const child = npm
    ? spawn(process.execPath, [npm, ...command], options)
    : spawn(['npm', ...command].join(' '), { ...options, shell: true });
  const [status] = await once(child, 'close');
  if (status !== 0)
    throw new SettingsError('Không cài được bàn biên tập: xem lỗi của npm phía trên, kiểm tra mạng rồi chạy lại lệnh.');
}

import { hash, randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '#site/settings.ts';
import { filesIn } from './files-in.ts';

/** What a site is made with besides its content; each part by a fingerprint. */
export interface Program {
  readonly code: string;
  readonly packages: string;
  readonly node: string;
}

/** Everything that makes the bytes of the site besides its content and its packages: files, and folders with all below them. */
export const programSources = {
  files: ['.eleventy.ts', 'package.json'],
  folders: ['assets', 'layouts', 'news', 'search', 'site', 'vietnamese'],
};

/** The program as it stands on the disk. */
export function program(): Program {
  const { files, folders } = programSources;
  const below = folders.flatMap((folder) => Array.from(filesIn(join(root, folder)), (file) => `${folder}/${file}`));
  const parts = [...files, ...below.sort()].map((file) => [
    file,
    isOlder(file) ? hash('sha256', readFileSync(join(root, file))) : randomUUID(),
  ]);
  return {
    code: hash('sha256', JSON.stringify(parts)),
    packages: hash('sha256', readFileSync(join(root, 'package-lock.json'))),
    node: `${process.version} ${process.platform} ${process.arch}`,
  };
}

/** What changed after this process began may have been loaded as it was before: it is like no program, itself included. */
function isOlder(file: string): boolean {
  return statSync(join(root, file)).ctimeMs < performance.timeOrigin;
}

const changed = {
  code: 'mã nguồn của trang đã đổi',
  packages: 'package-lock.json đã đổi',
  node: 'phiên bản Node đã đổi',
};

/** What has changed since another program; undefined when nothing has. */
export function programChange(before: Program, now: Program): string | undefined {
  return (['node', 'packages', 'code'] as const)
    .filter((part) => before[part] !== now[part])
    .map((part) => changed[part])[0];
}

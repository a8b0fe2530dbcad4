import { hash, randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#site/settings.ts';
import { filesIn } from './files-in.ts';

/** The hashes of everything but the content that determines a built site. */
export interface ProgramVersion {
  readonly code: string;
  readonly packages: string;
  /** The version of Node, its platform and architecture. */
  readonly node: string;
}

/** Everything that determines the bytes of a built site besides content and packages: files, and whole folders. */
export const programSources = {
  files: ['.eleventy.ts', 'package.json'],
  folders: ['assets', 'desk', 'layouts', 'news', 'search', 'site', 'vietnamese'],
};

/** The version of the program that is on disk now. */
export function programVersion(): ProgramVersion {
  const { files, folders } = programSources;
  const filesOfFolders = folders.flatMap((folder) =>
    Array.from(filesIn(join(projectRoot, folder)), (file) => `${folder}/${file}`),
  );
  const hashes = [...files, ...filesOfFolders.sort()].map((file) => [
    file,
    isOlderThanProcess(file) ? hash('sha256', readFileSync(join(projectRoot, file))) : randomUUID(),
  ]);
  return {
    code: hash('sha256', JSON.stringify(hashes)),
    packages: hash('sha256', readFileSync(join(projectRoot, 'package-lock.json'))),
    node: `${process.version} ${process.platform} ${process.arch}`,
  };
}

/** A file changed after the process started may be loaded in its old form: such a version equals none, even itself. */
function isOlderThanProcess(file: string): boolean {
  return statSync(join(projectRoot, file)).ctimeMs < performance.timeOrigin;
}

const changeMessages = {
  code: 'mã nguồn của trang đã đổi',
  packages: 'package-lock.json đã đổi',
  node: 'phiên bản Node đã đổi',
};

/** What changed between two versions, in Vietnamese; undefined if nothing did. */
export function programChange(before: ProgramVersion, now: ProgramVersion): string | undefined {
  return (['node', 'packages', 'code'] as const)
    .filter((part) => before[part] !== now[part])
    .map((part) => changeMessages[part])[0];
}

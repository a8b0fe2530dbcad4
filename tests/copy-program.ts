import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#site/settings.ts';

const copiedPaths = [
  ...['.eleventy.ts', 'package.json', 'package-lock.json', 'tsconfig.json'],
  ...['assets', 'counter', 'deploy', 'desk', 'layouts', 'news', 'scripts', 'search', 'server', 'site', 'vietnamese'],
];

/** Copies the program, without tests and content, into a folder; its packages are shared. */
export function copyProgram(folder: string): void {
  for (const path of copiedPaths) cpSync(join(projectRoot, path), join(folder, path), { recursive: true });
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
}

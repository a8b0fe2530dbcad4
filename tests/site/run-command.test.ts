import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#site/settings.ts';
import { temporaryFolder } from '../temporary-folder.ts';

test('a Node version without TypeScript support is reported in one sentence', () => {
  const clone = temporaryFolder();
  mkdirSync(join(clone, 'scripts'));
  mkdirSync(join(clone, 'node_modules'));
  cpSync(join(projectRoot, 'scripts', 'install.mjs'), join(clone, 'scripts', 'install.mjs'));
  writeFileSync(join(clone, 'package-lock.json'), '{}');
  writeFileSync(join(clone, 'node_modules', '.package-lock.json'), '{}');
  const fakeVersion = "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })";
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(fakeVersion)}`, join(clone, 'scripts', 'install.mjs')],
    { encoding: 'utf8' },
  );
  expect(status).toBe(1);
  expect(stderr).toBe(
    'Cần Node.js 22.18 trở lên, máy này có 20.20.2: tải bản LTS ở https://nodejs.org rồi chạy lại lệnh.\n',
  );
});

import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixedTime, scriptArgs } from '#bench/fixtures/run-script.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { projectRoot } from '#site/settings.ts';
import { contentFolder } from '../content-folder.ts';
import { ProjectCopy } from '../incremental/project-copy.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { buildAndReadSite } from './build-and-read-site.ts';
import { readSite } from './read-site.ts';

const content = () =>
  contentFolder({
    'articles/2026/2026-11-23-hoi-nghi.md': `${validArticle}\n![Đại biểu biểu quyết](bieu-quyet.jpg)\n`,
    'articles/2026/bieu-quyet.jpg': readFileSync(join(projectRoot, 'tests', 'fixtures', 'anh-thu.jpg')),
  });

/** Builds in a copy of the project in whose `.cache` nothing can be created, not even by root: it is a file. */
function buildInReadOnlyCheckout(environment: Readonly<Record<string, string>>) {
  const { root } = new ProjectCopy(temporaryFolder());
  rmSync(join(root, '.cache'), { recursive: true });
  writeFileSync(join(root, '.cache'), '');
  const env = { ...process.env, CI: 'true', BUILD_TIME: fixedTime, SITE_URL: 'https://example.org', ...environment };
  return spawnSync(process.execPath, scriptArgs('scripts/build.ts', root), { cwd: root, env, encoding: 'utf8' });
}

test('a checkout that cannot be written to builds the same site with OUTPUT_DIR and MEMORY_DIR elsewhere', async () => {
  const [CONTENT_DIR, OUTPUT_DIR, MEMORY_DIR] = [content(), join(temporaryFolder(), 'site'), temporaryFolder()];
  const { status, stderr } = buildInReadOnlyCheckout({ CONTENT_DIR, OUTPUT_DIR, MEMORY_DIR });
  expect({ status, stderr }).toMatchObject({ status: 0 });
  expect(readSite(OUTPUT_DIR)).toEqual(await buildAndReadSite(CONTENT_DIR));
});

test('a build that can write neither to MEMORY_DIR nor to .cache says so in one sentence', () => {
  const { status, stderr } = buildInReadOnlyCheckout({ OUTPUT_DIR: temporaryFolder(), MEMORY_DIR: '/dev/null/cache' });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^Không ghi được vào .* hay .*: đặt MEMORY_DIR là một thư mục mà lệnh này ghi được\.\n$/);
});

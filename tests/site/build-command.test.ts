import { expect, test } from 'vitest';
import { runScript } from '#bench/fixtures/run-script.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { contentFolder } from '../content-folder.ts';
import { temporaryFolder } from '../temporary-folder.ts';

test('a build without findings prints two lines: when to build again, and a summary with the output folder', () => {
  const CONTENT_DIR = contentFolder({ 'articles/2026/2026-11-23-hoi-nghi.md': `${validArticle}\nMột đoạn.\n` });
  const [OUTPUT_DIR, MEMORY_DIR] = [temporaryFolder(), temporaryFolder()];
  const environment = { CONTENT_DIR, OUTPUT_DIR, MEMORY_DIR, SITE_URL: 'https://example.org' };
  const [first, second] = [runScript('build', environment), runScript('build', environment)];
  // The article leaves the news sitemap on the third day.
  const nextBuild = expect.stringMatching(/^Cần dựng lại lúc 2026-11-25T00:00:00\+07:00: .*\.\n$/);
  expect(first).toMatchObject({ status: 0, stderr: nextBuild });
  expect(first.stdout).toMatch(/^Xong: (\d+) trang \(\1 trang in lại\), 0 ảnh, \d+,\d giây, 0 lưu ý → \S+\n$/);
  expect(second).toMatchObject({ status: 0, stderr: nextBuild });
});

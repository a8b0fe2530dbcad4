import { expect, test } from 'vitest';
import { run } from '#bench/fixtures/run-build.ts';
import { article } from '#site/guide/rule-examples.ts';
import { contentFolder } from '../content-folder.ts';
import { temporaryFolder } from '../temporary-folder.ts';

test('an editor whose content has no fault reads two lines: when to build again, and what was made and where it lies', () => {
  const CONTENT_DIR = contentFolder({ 'articles/2026/2026-11-23-hoi-nghi.md': `${article}\nMột đoạn.\n` });
  const [OUTPUT_DIR, MEMORY_DIR] = [temporaryFolder(), temporaryFolder()];
  const knobs = { CONTENT_DIR, OUTPUT_DIR, MEMORY_DIR, SITE_URL: 'https://example.org' };
  const [first, second] = [run('build', knobs), run('build', knobs)];
  // The article is no news for Google any more on the third day.
  const again = expect.stringMatching(/^Cần dựng lại lúc 2026-11-25T00:00:00\+07:00: .*\.\n$/);
  expect(first).toMatchObject({ status: 0, stderr: again });
  expect(first.stdout).toMatch(/^Xong: (\d+) trang \(\1 trang in lại\), 0 ảnh, \d+,\d giây, 0 lưu ý → \S+\n$/);
  expect(second).toMatchObject({ status: 0, stderr: again });
});

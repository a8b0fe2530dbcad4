import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type * as FixFile from '#desk/fix/fix-file.ts';
import { checkAndFix } from '#site/check/check-and-fix.ts';
import type { CheckedContent } from '#site/check/check-content.ts';
import { compareByLocation } from '#site/finding.ts';
import type { AppliedFix } from '#site/read/fix-text.ts';
import { readContent } from '#site/read/read-content.ts';
import { displayPath } from '#site/read/source-file.ts';
import { applySuppressions } from '#site/read/suppression.ts';
import { projectRoot } from '#site/settings.ts';
import { contentFolder } from '#tests/content-folder.ts';
import { examplesInFolders } from '#tests/examples-in-folders.ts';
import { filesForDesk } from '#tests/files-for-desk.ts';
import { importForBrowsers } from '#tests/import-for-browsers.ts';

const bundleFolder = mkdtempSync(join(tmpdir(), 'newsroom-test-'));
afterAll(() => rmSync(bundleFolder, { recursive: true, force: true }));
const { fixFile } = await importForBrowsers<typeof FixFile>(bundleFolder, ['desk/fix/fix-file.ts']);

/** The findings in the files of a folder in the form in which the whole check gives them. */
async function checkFiles(folder: string): Promise<CheckedContent> {
  const { findings, suppressions } = await readContent(folder);
  const remaining = applySuppressions(findings, suppressions, () => false).sort(compareByLocation);
  return {
    ...{ unpinnedDomains: [], draftErrors: [], ownersOf: ({ path }) => [path] },
    errors: remaining.filter(({ level }) => level === 'error'),
    warnings: remaining.filter(({ level }) => level === 'warning'),
  };
}

/** Articles with several mistakes, some of which are found only when another is corrected, or touch one another. */
const entangled = [
  '\uFEFF---\r\ntilte: Họp: tổng kết  năm\r\nngày: 20/6/2026\r\nauthor: btt\r\ncategory: Tin tức - sự kiện\r\n---\r\n\r\nMo\u031B\u0309 đầu , bài .\r\n\r\n##Đề mục\r\n\r\n<p>Đoạn  <b>hai</b> ,</p>\r\n',
  'title: Họp\ndate: 2026-06-20\nAuthor : BTT\ncategory: Tin tức - sự kiện\n---\n\n# Họp\n\nMở đầu,bài  **  đậm ** .\n\n-Một\n-Hai  (a )\n',
  '---\ntitle: "Họp  tổng kết ,năm"\ndate: 2026-6-20 # hôm qua\nauthor: bTT\ncategory: tin tức - sự kiện\ntags: [a, ]\n---\nMở đầu\u200B  .\n\nXem [trang]( www.vusta.vn ) ,\n<br>\n',
];

test('the desk writes of each wrong file what --fix writes of it, and says the same', async () => {
  const own = entangled.map((text, index) => [`articles/2026/2026-06-20-lan-${index}.md`, text]);
  const folder = contentFolder({ ...examplesInFolders().together, ...Object.fromEntries(own) });
  const before = filesForDesk(folder);
  const told: AppliedFix[] = [];
  await checkAndFix(
    () => checkFiles(folder),
    ({ edits }) => edits !== undefined,
    (fix) => told.push({ ...fix, path: fix.path.replace(displayPath(folder), 'content') }),
  );
  let changed = 0;
  for (const file of before.items) {
    const { text, changes } = fixFile(file, before.lists);
    expect(text, file.path).toBe(readFileSync(join(folder, file.path.replace(/^content\//, '')), 'utf8'));
    expect(changes, file.path).toEqual(told.filter(({ path }) => path === file.path));
    if (text !== file.text) changed++;
  }
  expect(changed).toBeGreaterThan(20);
});

test('a file without findings stays as it is, byte for byte', () => {
  const { lists, items } = filesForDesk(join(projectRoot, 'tests', 'fixtures', 'every-state'));
  for (const file of items)
    expect(fixFile({ ...file, text: file.text.replaceAll('\n', '\r\n') }, lists)).toEqual({
      text: file.text.replaceAll('\n', '\r\n'),
      changes: [],
    });
});

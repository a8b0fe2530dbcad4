import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type * as CheckFile from '#desk/check/check-file.ts';
import type { ContentFile } from '#desk/check/content-files.ts';
import { referencedFiles } from '#desk/saving/referenced-files.ts';
import { compareByLocation, type Finding } from '#site/finding.ts';
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
const { checkFile } = await importForBrowsers<typeof CheckFile>(bundleFolder, ['desk/check/check-file.ts']);

/** What is found in the folder, and not in a file of it. */
const rulesOfFolders = ['tep-khong-dung', 'tep-la'];

/** The findings that reading a content folder gives for each of its items, by path. */
async function findingsOfBuild(folder: string): Promise<Map<string, readonly Finding[]>> {
  const { findings, suppressions, draftPaths } = await readContent(folder);
  const within = (text: string) => text.replaceAll(`${displayPath(folder)}/`, 'content/');
  const found = applySuppressions(findings, suppressions, () => false)
    .filter(({ rule }) => !rulesOfFolders.includes(rule))
    .sort(compareByLocation)
    .map((each) => ({
      ...each,
      ...(each.level === 'error' && draftPaths.has(each.path) && { inDraft: true as const }),
      ...{ path: within(each.path), wrong: within(each.wrong), remedy: within(each.remedy) },
    }));
  return Map.groupBy(found, ({ path }) => path);
}

function findingsOfDesk(folder: string): Map<string, readonly Finding[]> {
  const { lists, items } = filesForDesk(folder);
  return new Map(
    items.map((file) => [file.path, checkFile(file, lists).map(({ key: _key, ...found }) => found)] as const),
  );
}

async function compareFindings(folder: string): Promise<number> {
  const [ofBuild, ofDesk] = [await findingsOfBuild(folder), findingsOfDesk(folder)];
  for (const [path, findings] of ofDesk) expect(findings, path).toEqual(ofBuild.get(path) ?? []);
  return [...ofDesk.values()].flat().length;
}

test.each([
  'content',
  'tests/fixtures/newsroom',
  'tests/fixtures/every-state',
  'tests/fixtures/hostile/published',
  'tests/fixtures/hostile/refused',
])('the desk finds in each file of %s what a build finds', async (name) => {
  const count = await compareFindings(join(projectRoot, name));
  if (name.endsWith('refused')) expect(count).toBeGreaterThan(20);
});

test('the desk finds in the examples of the guide what a build finds', async () => {
  const { together, alone } = examplesInFolders();
  expect(await compareFindings(contentFolder(together))).toBeGreaterThan(60);
  for (const files of alone) await compareFindings(contentFolder(files));
});

const article = (frontMatter: string, body = 'Liên hiệp hội họp tổng kết năm.') => ({
  path: 'content/articles/2026/2026-11-29-hop.md',
  text: `---\n${frontMatter}\n---\n\n${body}\n`,
  files: {},
});
const { lists } = filesForDesk(join(projectRoot, 'tests', 'fixtures', 'small'));
const keysOf = (file: ContentFile) => checkFile(file, lists).map(({ rule, key }) => [rule, key]);

test('a finding names the key of its field, also of one that is missing', () => {
  expect(keysOf(article('date: 2026-11-29\nauthor: BTT\ncategory: Tin tức - sự kiện'))).toEqual([
    ['thieu-muc', 'title'],
  ]);
  const wrongFile =
    'title: Họp\ndate: 2026-11-29\nauthor: BTT\ncategory: Tin\nattachments:\n  - title: Kế hoạch\n    file: a.pdf';
  expect(keysOf(article(wrongFile))).toEqual([
    ['ten-la', 'category'],
    ['tep-dinh-kem', 'attachments'],
  ]);
});

test('a finding below the front matter is of the body, one about its lines is of no field', () => {
  const valid = 'title: Họp\ndate: 2026-11-29\nauthor: BTT\ncategory: Tin tức - sự kiện';
  expect(keysOf(article(valid, 'Mở đầu.\n\n![](anh.jpg)'))).toEqual(
    expect.arrayContaining([
      ['anh', 'body'],
      ['mo-ta-anh', 'body'],
    ]),
  );
  expect(keysOf({ ...article(valid), text: 'title: Họp\n\nMở đầu.\n' })).toEqual([['phan-dau', undefined]]);
  expect(keysOf(article(`${valid}\nla: 1`))).toEqual([['muc-la', undefined]]);
});

test('a file beside an article is found by its name only, and is no longer there in the next check', () => {
  const file = article(
    'title: Họp\ndate: 2026-11-29\nauthor: BTT\ncategory: Tin tức - sự kiện\ncover: anh.jpg\ncoverAlt: Các đại biểu',
  );
  expect(keysOf({ ...file, files: { 'content/articles/2026/anh.jpg': 0 } })).toEqual([]);
  expect(keysOf(file)).toEqual([['anh', 'cover']]);
});

test.each(['content', 'tests/fixtures/newsroom', 'tests/fixtures/every-state'])(
  'no file that an item of %s names is taken to be missing when it is saved',
  (folder) => {
    const { lists, items } = filesForDesk(join(projectRoot, folder));
    const missing = items.flatMap((item) => {
      const rules = (file: ContentFile) =>
        checkFile(file, lists).flatMap(({ rule, wrong }) => (/^(anh|tep-dinh-kem)$/.test(rule) ? [wrong] : []));
      const known = rules(item);
      return rules({ ...item, files: referencedFiles(item.path, item.text) }).filter((each) => !known.includes(each));
    });
    expect(missing).toEqual([]);
  },
);

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { filesIn } from '#site/cache/files-in.ts';
import type { ContentFiles } from '#site/guide/content-files.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { projectRoot } from '#site/settings.ts';
import { appendAfterReadsNodeOptions } from '../append-after-reads-node-options.ts';
import { firstDifference, fuzz } from '../incremental/fuzz.ts';
import { ProjectCopy } from '../incremental/project-copy.ts';
import { projectEdits } from '../incremental/project-edits.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** Three articles that are each other's neighbours: enough where what a build does depends little on its content. */
const fewArticles: ContentFiles = Object.fromEntries(
  ['10', '11', '12'].map((day) => [
    `articles/phien-hop-${day}.md`,
    validArticle.replace('2026-11-23', `2026-11-${day}`).replace('Hội nghị tổng kết năm', `Phiên họp ngày ${day}`),
  ]),
);

const folder = mkdtempSync(join(tmpdir(), 'incremental-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The one copy of the program that the tests share: a second one would be compiled again. */
let copiedProgram: string | undefined;

/** A project whose program the test may patch until it ends. */
function patchableProject(files?: ContentFiles): ProjectCopy {
  const parent = mkdtempSync(join(folder, 'patchable-'));
  const project = new ProjectCopy(parent, { ...(files && { files }), ...(copiedProgram && { root: copiedProgram }) });
  copiedProgram = project.root;
  onTestFinished(() => project.restoreProgram());
  return project;
}

/** A project with the program as it is. */
function unpatchedProject(files: ContentFiles = fewArticles): ProjectCopy {
  return new ProjectCopy(temporaryFolder(), { files, root: projectRoot });
}

/** The fixture newsroom with the articles of a year: every kind of content at a third of the time. */
function smallNewsroom(): ProjectCopy {
  const project = patchableProject();
  for (const year of readdirSync(join(project.content, 'articles')))
    if (year < '2026') rmSync(join(project.content, 'articles', year), { recursive: true });
  for (const file of filesIn(project.content))
    if (file.endsWith('.md'))
      project.writeContent(file, project.readContent(file).replace(/\[([^\]]*)\]\(\/bai-viet\/[^)]*\)/g, '$1'));
  return project;
}

/** The modification time of each file of a folder, in ms. */
function modificationTimes(folder: string): Map<string, number> {
  return new Map(Array.from(filesIn(folder), (file) => [file, statSync(join(folder, file)).mtimeMs]));
}

test('an incremental build is byte-identical to a clean one', async () => {
  expect(await fuzz(smallNewsroom(), { seed: 13, rounds: 3 })).toBeUndefined();
});

test('so is each of many builds in one process, as by npm start', async () => {
  const project = smallNewsroom();
  onTestFinished(() => project.stopProcess());
  project.reuseProcess();
  // Such a process need not detect changes of its output or cache by others, so no fault injections.
  const editNames = Object.keys(projectEdits);
  expect(await fuzz(project, { seed: 5, rounds: 3, editNames })).toBeUndefined();
});

test('the compressed files of a deleted page are deleted too when building in one process', async () => {
  const project = unpatchedProject();
  onTestFinished(() => project.stopProcess());
  project.reuseProcess();
  project.env['PRECOMPRESS'] = '1';
  const file = 'articles/2026-11-20-tin-se-xoa.md';
  const facts = 'title: Tin sẽ xóa\ndate: 2026-11-20\nauthor: BTT\ncategory: Thông báo';
  project.writeContent(file, `---\n${facts}\n---\n\nMột đoạn.\n`);
  expect((await project.build()).consoleOutput).toBe('');
  expect(existsSync(join(project.output, 'bai-viet/tin-se-xoa/index.html.br'))).toBe(true);
  rmSync(join(project.content, file));
  expect((await project.build()).consoleOutput).toBe('');
  const compressed = [...filesIn(project.output)].filter((file) => /\.(br|gz)$/.test(file));
  expect(compressed).toContain('index.html.br');
  expect(compressed.filter((file) => !existsSync(join(project.output, file.replace(/\.\w+$/, ''))))).toEqual([]);
});

test('this test detects missing neighbours in the cacheInputs of an article', async () => {
  const project = patchableProject(fewArticles);
  project.patchSource('site/pages/article-pages.ts', /\.\.\.\[older\?\.title, .*\],/, '');
  const editNames = ['an article is retitled', 'an article is deleted'];
  expect(await fuzz(project, { seed: 1, rounds: 6, editNames })).toMatchObject({
    description: expect.stringMatching(/^bai-viet\/.* differs$/),
  });
});

test('this test detects missing articles in the cacheInputs of a list', async () => {
  const project = patchableProject(fewArticles);
  project.patchSource('site/pages/paginated-list.ts', /\.\.\.items\.map\(\(item\) => \w+\(\w+, \w+, item\)\),/, '');
  const editNames = ['an article is retitled', 'an article is deleted'];
  expect(await fuzz(project, { seed: 1, rounds: 6, editNames })).toMatchObject({
    description: expect.stringMatching(/ differs$/),
  });
});

test('a new sentence changes one page; a build without changes renders no page and writes no file', async () => {
  const project = unpatchedProject();
  await project.build();
  const before = modificationTimes(project.output);
  expect((await project.build()).consoleOutput).toMatch(/^Xong: \d+ trang \(0 trang in lại\)/m);
  expect(modificationTimes(project.output)).toEqual(before);

  const file = 'articles/phien-hop-11.md';
  project.writeContent(file, `${project.readContent(file).trimEnd()}\n\nMột câu thêm vào bài này.\n`);
  await project.build();
  const changed = Array.from(modificationTimes(project.output)).filter(([file, time]) => before.get(file) !== time);
  expect(changed.map(([file]) => file).filter((file) => file.endsWith('.html'))).toHaveLength(1);
});

test.each([
  ['after it was checked', 1],
  ['before its page is rendered', 2],
])('a file that is saved %s is built as saved', async (_, lastRead) => {
  const project = unpatchedProject();
  await project.build();
  const file = 'articles/2026-11-20-tin-dang-viet.md';
  const facts = 'title: Tin đang viết\ndate: 2026-11-20\nauthor: BTT\ncategory: Thông báo';
  project.writeContent(file, `---\n${facts}\n---\n\nMột đoạn.\n`);
  project.env['NODE_OPTIONS'] = appendAfterReadsNodeOptions(file, lastRead);
  const result = await project.build();
  expect(result.status).toBe(0);
  expect(result.consoleOutput).toMatch(/tin-dang-viet\.md vừa đổi giữa chừng: dựng lại từ đầu\.$/m);
  project.env['NODE_OPTIONS'] = '';
  const clean = await project.buildClean();
  expect(firstDifference(project.output, clean.folder)).toBeUndefined();
});

test('a full rebuild prints its reason in one line', async () => {
  const project = patchableProject(fewArticles);
  expect((await project.build()).consoleOutput).not.toContain('Dựng lại toàn bộ');
  project.patchSource('package-lock.json', /\n$/, '\n\n');
  expect((await project.build()).consoleOutput).toMatch(/^Dựng lại toàn bộ: package-lock.json đã đổi\.$/m);
});

test('without a writable cache folder the build succeeds with a one-line warning', async () => {
  const project = unpatchedProject();
  writeFileSync(project.cache, 'no folder');
  // Node's compiled code belongs into the same folder.
  project.env['NODE_COMPILE_CACHE'] = '';
  const result = await project.build();
  expect(result.status).toBe(0);
  expect(result.consoleOutput).toMatch(/^Không ghi được vào .*: lần dựng này nhớ ở .*\.$/m);
});

test('with an unwritable cache file the build succeeds with a one-line warning', async () => {
  const project = unpatchedProject();
  await project.build();
  const file = join(project.cache, readdirSync(project.cache).find((name) => name.endsWith('.memory')) ?? '');
  rmSync(file);
  mkdirSync(join(file, 'in the way'), { recursive: true });
  const result = await project.build();
  expect(result.status).toBe(0);
  expect(result.consoleOutput).toMatch(/^Không ghi được bộ nhớ, .*\.$/m);
});

test('results of a build during which the program changed are not reused', async () => {
  const twoParts = `${validArticle}\n## Phần một\n\nMột đoạn.\n\n## Phần hai\n\nMột đoạn.\n`;
  const project = patchableProject({ 'articles/hoi-nghi.md': twoParts });
  // Restored at the end, though it is not patched by this process.
  project.patchSource('site/pages/article-pages.ts', /^/, '');
  // The module is loaded with its old source, and changes on the disk right afterwards.
  const edit = join(temporaryFolder(), 'edit.mjs');
  writeFileSync(
    edit,
    `import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { registerHooks } from 'node:module';
registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (!url.endsWith('/site/pages/article-pages.ts')) return loaded;
    const file = fileURLToPath(url);
    writeFileSync(file, readFileSync(file, 'utf8').replace('minHeadingsForContents = 3', 'minHeadingsForContents = 1'));
    return loaded;
  },
});
`,
  );
  project.env['NODE_OPTIONS'] = `--import ${edit}`;
  await project.build();
  project.env['NODE_OPTIONS'] = '';
  await project.build();
  const clean = await project.buildClean();
  expect(readFileSync(join(clean.folder, 'bai-viet/hoi-nghi/index.html'), 'utf8')).toContain('class="contents"');
  expect(firstDifference(project.output, clean.folder)).toBeUndefined();
});

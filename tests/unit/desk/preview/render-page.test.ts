import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fixedTime } from '#bench/fixtures/run-script.ts';
import type * as RenderPage from '#desk/preview/render-page.ts';
import { contentKinds } from '#news/content-kind.ts';
import { checkContent } from '#site/check/check-content.ts';
import { siteFrame } from '#site/pages/site-frame.ts';
import { projectRoot, readSettings } from '#site/settings.ts';
import { contentFolder } from '#tests/content-folder.ts';
import { examplesInFolders } from '#tests/examples-in-folders.ts';
import { filesForDesk } from '#tests/files-for-desk.ts';
import { importForBrowsers } from '#tests/import-for-browsers.ts';

const bundleFolder = mkdtempSync(join(tmpdir(), 'newsroom-test-'));
afterAll(() => rmSync(bundleFolder, { recursive: true, force: true }));
const { renderPage } = await importForBrowsers<typeof RenderPage>(bundleFolder, ['desk/preview/render-page.ts']);

const small = join(projectRoot, 'tests', 'fixtures', 'small');
const { lists } = filesForDesk(small);
const settings = readSettings({ CONTENT_DIR: small, BUILD_TIME: fixedTime }, new Date(0));
const { site: checked } = await checkContent(settings);
if (!checked) throw new Error('The fixture is invalid.');
const assets = { styles: [{ css: '', lacks: '^$', csp: '' }], choicesScript: '', logo: undefined };
const site: RenderPage.PreviewSite = {
  frame: siteFrame(checked.context.content, checked.hiddenAddresses, settings, assets),
  settings,
  picture: (path) => ({ src: `blob:https://example.org/${path.split('/').at(-1)}` }),
};

const mainOf = (page: string | undefined) => /<main.*<\/main>/s.exec(page ?? '')?.[0] ?? '';
const render = (text: string, path = 'content/articles/2026/2026-11-29-hop.md', files = {}) =>
  mainOf(renderPage({ path, text, files }, lists, site));

test('every wrong example of the guide has a page', () => {
  const { items } = filesForDesk(contentFolder(examplesInFolders().together));
  for (const file of items)
    expect(mainOf(renderPage(file, lists, site)), file.path).toMatch(/<h1>(?!.*chưa hiện được)\S/s);
});

test('every refused file of the hostile fixture has a page', () => {
  const { items } = filesForDesk(join(projectRoot, 'tests', 'fixtures', 'hostile', 'refused'));
  for (const file of items)
    expect(mainOf(renderPage(file, lists, site)), file.path).toMatch(/<h1>(?!.*chưa hiện được)\S/s);
});

test.each(contentKinds)('a new file of %s without any field is shown with its body', (kind) => {
  const page = render('---\n---\n\nĐoạn **mở đầu**.\n', `content/${kind}/bai-moi.md`);
  expect(page).toMatch(/<h1>Chưa có/);
  // A question without an answer has no body.
  if (kind !== 'questions') expect(page).toContain('<strong>mở đầu</strong>');
});

const valid = 'title: Họp tổng kết\ndate: 2026-11-20\nauthor: BTT\ncategory: Tin tức - sự kiện';

test.each([
  ['a list inside the front matter', `${valid}\ntags: [`],
  ['a colon in the title', valid.replace('Họp', 'Họp: "tổng')],
  ['a name of no author', valid.replace('BTT', 'Tổ Ví Dụ')],
  ['a wrong date', valid.replace('2026-11-20', '31/02/2026')],
  ['an unknown field', `${valid}\nla: 1`],
  ['an update before the article', `${valid}\nupdated: 2026-11-01\ncorrection: Sửa tên`],
])('with %s the title and the body are shown', (_, frontMatter) => {
  const page = render(`---\n${frontMatter}\n---\n\nMở đầu.\n\nĐoạn hai.\n`);
  expect(page).toMatch(/<h1>Họp/);
  expect(page).toContain('<p>Đoạn hai.</p>');
});

const fields = `${valid}\n`;
test.each([
  ['no front matter', 'Mở đầu.\n\nĐoạn hai.\n\n---\n\nĐoạn ba.\n'],
  ['no first line ---', `${fields}---\n\nMở đầu.\n\nĐoạn hai.\n`],
  ['no second line ---', `---\n${fields}\nMở đầu.\n\nĐoạn hai.\n`],
  ['lines of four dashes', `----\n${fields}----\n\nMở đầu.\n\nĐoạn hai.\n`],
  ['two front matters', `---\n${fields}---\n---\n${fields}---\n\nMở đầu.\n\nĐoạn hai.\n`],
  ['a conflict', `---\n${fields}---\n\n<<<<<<< HEAD\nMở đầu.\n=======\nMở.\n>>>>>>> b\n\nĐoạn hai.\n`],
  ['a control character', `---\n${fields}---\n\nMở\u0008 đầu.\n\nĐoạn hai.\n`],
])('of a file with %s the body is shown', (_, text) => {
  expect(render(text)).toContain('<p>Đoạn hai.</p>');
});

test('an author who is in no list is shown as written', () => {
  expect(render(`---\n${valid.replace('BTT', 'Tổ Ví Dụ')}\n---\n\nMở đầu.\n`)).toContain('Tác giả: Tổ Ví Dụ');
});

test('a cover without a description is shown', () => {
  const page = render(`---\n${valid}\ncover: anh.jpg\n---\n\nMở đầu.\n`, undefined, {
    'content/articles/2026/anh.jpg': 0,
  });
  expect(page).toContain('<img src="blob:https://example.org/anh.jpg"');
});

test('pictures have their own URLs, in a body with HTML too, and a picture that is missing has none', () => {
  const body = 'Mở đầu, m<sup>2</sup>.\n\n![Trạm bơm](anh.jpg)\n\n![Không có](khac.jpg)\n';
  const page = render(`---\n${valid}\n---\n\n${body}`, undefined, { 'content/articles/2026/anh.jpg': 0 });
  expect(page.match(/<img [^>]*src="[^"]*"/g)).toHaveLength(1);
  expect(page).toContain('src="blob:https://example.org/anh.jpg"');
});

test('a draft, a scheduled and an expired article say so; a withdrawn one is its notice', () => {
  const pageWith = (lines: string) => render(`---\n${valid}\n${lines}\n---\n\nMở đầu.\n`);
  expect(pageWith('draft: true')).toContain('BẢN NHÁP');
  expect(render(`---\n${valid.replace('2026-11-20', '2027-01-01')}\n---\n\nMở đầu.\n`)).toContain('HẸN GIỜ');
  expect(pageWith('expires: 2026-11-21')).toContain('HẾT HẠN');
  expect(pageWith('withdrawn: 2026-11-21\nwithdrawnReason: Vì đăng nhầm')).toContain('Bài đã gỡ');
});

test('harmful HTML is not in the page', () => {
  const page = render(`---\ntitle: '<script>a</script>'\n---\n\n<script>b</script><img src=x onerror=c>\n\nĐoạn.\n`);
  expect(page).not.toMatch(/<script|onerror=/);
});

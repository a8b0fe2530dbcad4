import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixedTime } from '#bench/fixtures/run-script.ts';
import { findArticle, withdrawArticle } from '#site/deployment/withdraw-article.ts';
import { checkFolder } from '#site/guide/check-folder.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { readContent } from '#site/read/read-content.ts';
import { projectRoot } from '#site/settings.ts';
import { contentFolder } from '#tests/content-folder.ts';
import { commitAll } from '#tests/git-repository.ts';

const file = 'articles/2026/2026-11-23-bai-nham.md';
/** As a telephone names it. */
const vietnameseName = 'articles/2026/Bài nhầm (bản 2).md';
const picture = readFileSync(join(projectRoot, 'tests', 'fixtures', 'anh-thu.jpg'));

async function withdraw(content: string, name: string, base = '') {
  const { content: read, paths } = await readContent(content);
  const context = { contentDir: content, base, now: new Date(fixedTime), articles: read?.articles ?? [], paths };
  return withdrawArticle(findArticle(name, context), 'Bài đăng nhầm');
}

test.each([
  ['its address', '/bai-viet/bai-nham/', ''],
  ['its address without the last slash', '/bai-viet/bai-nham', ''],
  ['its URL below a path', 'https://example.org/hoi/bai-viet/bai-nham/', '/hoi'],
  ['its slug', 'bai-nham', ''],
  ['its title', 'Bài nhầm', ''],
  ['its file', `content/${file}`, ''],
  ['its file, dragged into a terminal', `/home/btv/trang/content/${file}`, ''],
  ['the beginning of its address, as a message shortens it', '/bai-viet/bai-n…', ''],
])('an article is withdrawn by %s, and the content is valid afterwards', async (_, name, base) => {
  const content = contentFolder({ [file]: validArticle.replaceAll('\n', '\r\n') });
  expect(await withdraw(content, name, base)).toMatchObject({ address: '/bai-viet/bai-nham/', restored: [] });
  expect(readFileSync(join(content, file), 'utf8')).toBe(
    validArticle
      .replace('kiện\n', 'kiện\nwithdrawn: 2026-11-23T08:00:00+07:00\nwithdrawnReason: "Bài đăng nhầm"\n')
      .replaceAll('\n', '\r\n'),
  );
  expect(await checkFolder(content)).toEqual([]);
});

test.each(['draft: true', 'published: false', 'nháp: có'])(
  'an article that became a draft is withdrawn, since a draft has no notice: %s',
  async (line) => {
    const content = contentFolder({ [file]: validArticle.replace('author:', `${line}\nauthor:`) });
    await withdraw(content, 'bai-nham');
    const { content: read } = await readContent(content);
    expect(read?.articles).toMatchObject([{ draft: false, withdrawn: { reason: 'Bài đăng nhầm' } }]);
  },
);

test.each([
  ['deleted and not committed', false],
  ['deleted in a commit', true],
])('an article whose file is gone comes back from git with its pictures: %s', async (_, isCommitted) => {
  const [text, image] = [`${validArticle}\n![Đại biểu biểu quyết](hop.jpg)\n`, 'articles/2026/hop.jpg'];
  const content = contentFolder({ [file]: text, [image]: picture, 'articles/2026/hai.jpg': picture });
  commitAll(content);
  for (const gone of [file, image, 'articles/2026/hai.jpg']) rmSync(join(content, gone));
  if (isCommitted) commitAll(content);
  const { restored } = await withdraw(content, '/bai-viet/bai-nham/');
  expect(restored).toEqual([join(content, file), join(content, image)]);
  expect(readFileSync(join(content, image)).equals(picture)).toBe(true);
  expect(await checkFolder(content)).toEqual([]);
});

test('a deleted file with Vietnamese letters and spaces in its name comes back too', async () => {
  const content = contentFolder({ [vietnameseName]: validArticle });
  commitAll(content);
  rmSync(join(content, vietnameseName));
  commitAll(content);
  expect((await withdraw(content, '/bai-viet/bai-nham-ban-2/')).restored).toEqual([join(content, vietnameseName)]);
});

test('an article is found before its reason is asked for, and nothing is written yet', async () => {
  const content = contentFolder({ [file]: validArticle });
  const { content: read, paths } = await readContent(content);
  const context = { contentDir: content, base: '', now: new Date(fixedTime), articles: read?.articles ?? [], paths };
  expect(findArticle('Bài nhầm', context)).toMatchObject({ address: '/bai-viet/bai-nham/' });
  expect(() => findArticle('/bai-viet/khong-co/', context)).toThrow('Không có bài nào ở “/bai-viet/khong-co/”');
  expect(readFileSync(join(content, file), 'utf8')).toBe(validArticle);
});

test.each([
  ['/bai-viet/khong-co/', 'cả trong những bài đã xóa. Xem lại địa chỉ'],
  ['/hoi-dap/bai-nham/', 'Chỉ bài viết'],
  ['/bai-viet/ba…', 'của 2 bài'],
  ['hen', 'chưa tới'],
  ['da-go', 'đã gỡ từ trước: Vì nhầm'],
])('what cannot be withdrawn is refused with its reason: %s', async (name, message) => {
  const content = contentFolder({
    [file]: validArticle,
    'articles/ba.md': validArticle,
    'articles/hen.md': validArticle.replace('2026-11-23', '2026-12-01'),
    'articles/da-go.md': validArticle.replace('author:', 'withdrawn: 2026-11-23\nwithdrawnReason: Vì nhầm\nauthor:'),
  });
  await expect(withdraw(content, name)).rejects.toThrow(message);
});

test('an article that was renamed is not withdrawn under its old name: it keeps that as an old address', async () => {
  const text = validArticle.replace('author:', 'id: urn:uuid:11111111-1111-4111-8111-111111111111\nauthor:');
  const content = contentFolder({ [file]: text });
  commitAll(content);
  rmSync(join(content, file));
  writeFileSync(join(content, 'articles/ten-moi.md'), text);
  await expect(withdraw(content, '/bai-viet/bai-nham/')).rejects.toThrow(
    'ten-moi.md: ở đó thêm hai dòng “oldUrls:” và “  - /bai-viet/bai-nham/”',
  );
  expect(existsSync(join(content, file))).toBe(false);
});

import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixedTime } from '#bench/fixtures/run-script.ts';
import { checkContent } from '#site/check/check-content.ts';
import { fixContent } from '#site/check/fix-content.ts';
import { findingMessage } from '#site/finding.ts';
import { checkFolder } from '#site/guide/check-folder.ts';
import type { ContentFiles } from '#site/guide/content-files.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { projectRoot, readSettings } from '#site/settings.ts';
import { contentFolder } from '#tests/content-folder.ts';

const picture = readFileSync(join(projectRoot, 'tests', 'fixtures', 'anh-thu.jpg'));
const file = 'articles/2026/2026-11-23-hoi-nghi.md';
const pdf = '%PDF-1.7\n';

const withParagraph = (paragraph: string) => `${validArticle}\n${paragraph}\n`;
const withLines = (lines: string) => validArticle.replace('category:', `${lines}\ncategory:`);

async function messages(files: ContentFiles): Promise<string[]> {
  return (await checkFolder(contentFolder(files))).map(findingMessage);
}

describe('a file is found by a name that looks the same', () => {
  test.each([
    ['decomposed on the disk', 'ảnh-hội-nghị.jpg'.normalize('NFD'), 'ảnh-hội-nghị.jpg'],
    ['percent-encoded', 'ảnh-hội-nghị.jpg'.normalize('NFD'), encodeURIComponent('ảnh-hội-nghị.jpg')],
    ['a narrow no-break space of macOS', 'Ảnh chụp lúc 8.15.02\u202FAM.jpg', '<Ảnh chụp lúc 8.15.02 AM.jpg>'],
    ['a no-break space in the text', 'anh 1.jpg', '<anh\u00A01.jpg>'],
    ['a doubled space', 'anh  1.jpg', '<anh 1.jpg>'],
    ['a no-break hyphen', 'anh\u20111.jpg', 'anh-1.jpg'],
    ['a hidden character', '\u202Aanh.jpg', 'anh.jpg'],
    ['a folder in between', `${'ảnh'.normalize('NFD')}/một.jpg`, 'ảnh/một.jpg'],
    ['a backslash', 'anh/mot.jpg', 'anh\\mot.jpg'],
    ['a query', 'anh.jpg', 'anh.jpg?v=2'],
    ['a fragment', 'anh.jpg', 'anh.jpg#center'],
  ])('%s', async (_, onDisk, written) => {
    const body = withParagraph(`![Đại biểu biểu quyết](${written})`);
    expect(await messages({ [file]: body, [`articles/2026/${onDisk}`]: picture })).toEqual([]);
  });

  test('a cover and an attachment', async () => {
    const lines =
      'cover: ảnh bìa.jpg\ncoverAlt: Đại biểu biểu quyết\nattachments:\n  - file: kế hoạch.pdf\n    title: Kế hoạch';
    const files = { 'articles/2026/ảnh bìa.jpg': picture, 'articles/2026/kế hoạch.pdf': pdf };
    const decomposed = Object.entries(files).map(([name, content]) => [name.normalize('NFD'), content] as const);
    expect(await messages({ [file]: withLines(lines), ...Object.fromEntries(decomposed) })).toEqual([]);
  });

  test('the file of exactly that name is meant, if there is one', async () => {
    const names = ['a 1.pdf', 'a\u00A01.pdf', 'A 1.pdf'].map((name) => `articles/2026/${name}`);
    const found = await messages({
      [file]: withParagraph('[Kế hoạch](<a 1.pdf>)'),
      ...Object.fromEntries(names.map((name) => [name, pdf])),
    });
    expect(found.map((message) => /^không có bài nào nhắc tới tệp “(.*?)”/.exec(message)?.[1])).toEqual([
      'A 1.pdf',
      'a\u00A01.pdf',
    ]);
  });
});

test('a file that was added since the last check of the process is found, by a name that looks the same', async () => {
  const content = contentFolder({
    [file]: withParagraph('![Đại biểu biểu quyết](ảnh.jpg)'),
    [`articles/2026/${'ảnh-khác.jpg'.normalize('NFD')}`]: picture,
  });
  // What is known of a folder that changed within the last two seconds is not remembered.
  await new Promise((resolve) => setTimeout(resolve, 2100));
  expect((await checkFolder(content)).map(({ rule }) => rule)).toEqual(['anh']);
  writeFileSync(join(content, 'articles/2026', 'ảnh.jpg'.normalize('NFD')), picture);
  expect((await checkFolder(content)).map(({ rule }) => rule)).toEqual(['tep-khong-dung']);
});

describe('a name that differs in letter case', () => {
  test.each([
    ['anh.JPG', '![Đại biểu biểu quyết](anh.JPG)', 'Anh.jpg'],
    ['Ảnh Bìa.jpg', '![Đại biểu biểu quyết](<Ảnh Bìa.jpg>)', 'ảnh bìa.jpg'],
    ['Anh%20Bia.jpg', '![Đại biểu biểu quyết](Anh%20Bia.jpg)', 'anh bia.jpg'],
    ['ảnh/Một.jpg', '![Đại biểu biểu quyết](ảnh/Một.jpg)', 'ảnh/một.jpg'],
    ['A.PDF', '[Xem trang ba](A.PDF#page=3)', 'a.pdf'],
  ])('is told with the true name, which --fix writes: %s', async (_, paragraph, trueName) => {
    const content = contentFolder({
      [file]: withParagraph(paragraph),
      [`articles/2026/${trueName}`]: trueName.endsWith('pdf') ? pdf : picture,
    });
    const settings = readSettings({ CONTENT_DIR: content, BUILD_TIME: fixedTime }, new Date(0));
    const checked = await checkContent(settings);
    expect(checked.errors).toEqual([]);
    expect(checked.warnings.map(findingMessage)).toEqual([expect.stringContaining(`viết “${trueName}” [hoa-thuong]`)]);
    await fixContent(checked, checked.warnings);
    const written = readFileSync(join(content, file), 'utf8');
    expect(decodeURI(written)).toContain(trueName);
    expect(written.length).toBe(withParagraph(paragraph).length);
    expect(await checkFolder(content)).toEqual([]);
  });

  test('in the front matter', async () => {
    const lines =
      'cover: "Anh.jpg"\ncoverAlt: Đại biểu biểu quyết\nattachments:\n  - file: KE-HOACH.pdf\n    title: Kế hoạch';
    const content = contentFolder({
      [file]: withLines(lines),
      'articles/2026/anh.jpg': picture,
      'articles/2026/ke-hoach.pdf': pdf,
    });
    const settings = readSettings({ CONTENT_DIR: content, BUILD_TIME: fixedTime }, new Date(0));
    const checked = await checkContent(settings);
    expect(checked.warnings.map(({ rule }) => rule)).toEqual(['hoa-thuong', 'hoa-thuong']);
    await fixContent(checked, checked.warnings);
    expect(readFileSync(join(content, file), 'utf8')).toBe(
      withLines(lines.replace('Anh', 'anh').replace('KE-HOACH', 'ke-hoach')),
    );
  });

  test('is not guessed where two files differ from it', async () => {
    const found = await messages({
      [file]: withParagraph('[Kế hoạch](aB.pdf)'),
      'articles/2026/ab.pdf': pdf,
      'articles/2026/AB.pdf': pdf,
    });
    expect(found).toEqual([
      expect.stringMatching(/^không thấy tệp đính kèm “aB\.pdf” cạnh bài · có phải là “(ab|AB)\.pdf”/),
    ]);
  });

  test('another extension is another file', async () => {
    expect(
      await messages({ [file]: withParagraph('![Đại biểu](anh.jpeg)'), 'articles/2026/anh.jpg': picture }),
    ).toEqual(['không thấy ảnh “anh.jpeg” cạnh bài · có phải là “anh.jpg”? [anh]']);
  });
});

describe('a reference that is no file beside the article is explained', () => {
  test.each([
    ['![Đại biểu](https://example.org/anh.jpg)', 'ảnh “https://example.org/anh.jpg” ở trang khác'],
    [`![Đại biểu](https://example.org/${'a'.repeat(500)}.jpg)`, 'ảnh “https://example.org/aaaaaaaaa'],
    ['![Đại biểu](<C:\\Users\\An\\anh.jpg>)', '“C:\\Users\\An\\anh.jpg” là đường dẫn trên một máy tính'],
    ['![Đại biểu](/Users/an/anh.jpg)', '“/Users/an/anh.jpg” là đường dẫn trên một máy tính'],
    ['![Đại biểu](anh.heic)', '“anh.heic” không phải là ảnh dùng được · gửi ảnh qua Zalo'],
    ['[Ảnh](anh.HEIC)', '“anh.HEIC” không phải là tệp đính kèm dùng được · gửi ảnh qua Zalo'],
    ['![Đại biểu](hinh.svg)', '“hinh.svg” không phải là ảnh dùng được · thêm bằng bàn biên tập, máy đổi thành .png'],
    ['![Đại biểu](thu-muc.jpg)', '“thu-muc.jpg” là một thư mục'],
    ['![Đại biểu](lien-ket.jpg)', '“lien-ket.jpg” là một lối tắt tới nơi khác · chép chính tệp ấy vào đây'],
    ['![Đại biểu](dau.jpg)', 'không thấy ảnh “dau.jpg” cạnh bài · có phải là “dau.jpg.jpg”?'],
    ['![Đại biểu](dau)', '“dau” không phải là ảnh dùng được · có phải là “dau.jpg.jpg”?'],
    [
      '![Đại biểu](/uploads/2026/dau.jpg.jpg)',
      'không thấy ảnh “/uploads/2026/dau.jpg.jpg” cạnh bài · có phải là “dau.jpg.jpg”?',
    ],
    ['![Đại biểu](cach 1.jpg)'.replace(/\((.*)\)/, '(<$1>)'), 'cạnh bài có 2 tệp tên trông giống hệt “cach 1.jpg”'],
  ])('%s', async (paragraph, message) => {
    const content = contentFolder({
      [file]: withParagraph(paragraph),
      'articles/2026/dau.jpg.jpg': picture,
      'articles/2026/cach\u00A01.jpg': picture,
      'articles/2026/cach\u202F1.jpg': picture,
    });
    mkdirSync(join(content, 'articles/2026/thu-muc.jpg'));
    symlinkSync('dau.jpg.jpg', join(content, 'articles/2026/lien-ket.jpg'));
    const found = (await checkFolder(content)).map(findingMessage);
    expect(found).toEqual([expect.stringContaining(message)]);
    expect(found[0]?.length).toBeLessThan(300);
  });

  test.each([
    [
      'cover: https://example.org/anh.jpg\ncoverAlt: Đại biểu biểu quyết',
      'ảnh “https://example.org/anh.jpg” ở trang khác',
    ],
    [
      'attachments:\n  - file: https://example.org/a.pdf\n    title: Kế hoạch',
      'tệp đính kèm “https://example.org/a.pdf” ở trang khác',
    ],
    [
      'attachments:\n  - file: a.pdf#page=3\n    title: Kế hoạch',
      '“a.pdf#page=3” không phải là tên tệp · viết “a.pdf” [tep-dinh-kem]',
    ],
  ])('in the front matter: %s', async (lines, message) => {
    expect(await messages({ [file]: withLines(lines), 'articles/2026/a.pdf': pdf })).toEqual([
      expect.stringContaining(message),
    ]);
  });
});

test('two files of one name are told as that, not as an address with two owners', async () => {
  const body = withParagraph('[Một](mot/a.pdf), [hai](hai/a.pdf).');
  expect(await messages({ [file]: body, 'articles/2026/mot/a.pdf': pdf, 'articles/2026/hai/a.pdf': pdf })).toEqual([
    'bài có hai tệp cùng tên “a.pdf” ở hai thư mục · đổi tên một tệp, cả ở chỗ bài nhắc tới nó [dia-chi]',
  ]);
});

test('a file in a folder above is not an article’s own, even if it exists', async () => {
  const outside = { 'articles/ngoai.jpg': picture, 'articles/ngoai.pdf': pdf };
  for (const [written, shown] of [
    ['![Đại biểu biểu quyết](../ngoai.jpg)', '../ngoai.jpg'],
    ['![Đại biểu biểu quyết](..\\ngoai.jpg)', 'ngoai.jpg'],
    ['[Nghị quyết](../ngoai.pdf)', '../ngoai.pdf'],
  ] as const) {
    const found = await messages({ [file]: withParagraph(written), ...outside });
    expect(found.filter((message) => message.includes(shown)).length, written).toBeGreaterThan(0);
  }
});

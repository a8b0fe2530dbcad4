import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findingMessage } from '#site/finding.ts';
import { checkFolder } from '#site/guide/check-folder.ts';
import type { ContentFiles } from '#site/guide/content-files.ts';
import { validArticle, validDocument } from '#site/guide/rule-examples.ts';
import { contentFolder } from '#tests/content-folder.ts';

const file = 'articles/2026/2026-11-23-hoi-nghi.md';

/** “path message” of each finding of the rule. */
async function unusedIn(files: ContentFiles, prepare: (content: string) => void = () => {}): Promise<string[]> {
  const content = contentFolder(files);
  prepare(content);
  return (await checkFolder(content))
    .filter(({ rule }) => rule === 'tep-khong-dung')
    .map((finding) => `${finding.path} ${findingMessage(finding)}`);
}

const withParagraph = (paragraph: string) => `${validArticle}\n${paragraph}\n`;
const withLines = (lines: string) => validArticle.replace('category:', `${lines}\ncategory:`);

describe('a file that nothing reads is told, with the remedy that fits', () => {
  test.each([
    ['articles/2026/bai.txt', 'chép chữ vào một tệp .md'],
    ['articles/2026/bai.docx', 'chép chữ vào một tệp .md'],
    ['articles/2026/bai.RTF', 'chép chữ vào một tệp .md'],
    ['articles/2026/bai.html', 'chép chữ vào một tệp .md'],
    ['pages/gioi-thieu.doc', 'chép chữ vào một tệp .md'],
    ['bai.docx', 'chép chữ vào một tệp .md'],
    ['articles/2026/bai.mdx', 'đổi tên tệp thành “bai.md”'],
    ['articles/2026/anh.jpg', 'có phải là ảnh của bài “2026-11-23-hoi-nghi.md”? thì viết ![mô tả ảnh](anh.jpg)'],
    ['articles/2026/anh 1.PNG', 'viết ![mô tả ảnh](<anh 1.PNG>) trong bài ấy'],
    ['articles/2026/2026-11-23-hoi-nghi/anh.jpg', 'có phải là ảnh của bài “2026-11-23-hoi-nghi.md”?'],
    ['articles/2026/so-lieu.pdf', 'có phải là tệp của bài “2026-11-23-hoi-nghi.md”? thì viết [tên tệp](so-lieu.pdf)'],
    ['documents/ke-hoach.pdf', 'ghi tên tệp vào mục files của văn bản'],
    ['articles/2025/anh.jpg', 'viết ![mô tả ảnh](anh.jpg) trong bài cần ảnh này'],
    ['articles/2026/anh.heic', 'Tương thích nhất'],
    ['images/anh.jpg', 'để tệp cạnh bài dùng nó, trong articles/, questions/'],
    ['articles/2026/anh.psd', 'không cần thì xóa tệp này'],
  ])('%s', async (path, remedy) => {
    const found = await unusedIn({ [file]: validArticle, [path]: 'x' });
    expect(found).toEqual([expect.stringContaining(remedy)]);
    expect(found[0]).toMatch(path);
  });

  test('a text file that begins with front matter is an article under another name', async () => {
    expect(await unusedIn({ [file]: validArticle, 'articles/2026/bai.txt': `\uFEFF${validArticle}` })).toEqual([
      'articles/2026/bai.txt tệp “bai.txt” không được đọc · đổi tên tệp thành “bai.md” [tep-khong-dung]',
    ]);
  });

  test('beside several articles none is named', async () => {
    const other = validArticle.replace('Hội nghị', 'Họp báo').replace('họp', 'mở').replace('Các hội', 'Mọi người');
    expect(
      await unusedIn({ [file]: validArticle, 'articles/2026/khac.md': other, 'articles/2026/anh.jpg': 'x' }),
    ).toEqual([expect.stringContaining('trong bài cần ảnh này')]);
  });
});

test('files of operating systems and Office, and hidden ones, are not told', async () => {
  const names = ['Thumbs.db', 'desktop.ini', 'Desktop.ini', '.DS_Store', '._anh.jpg', '~$bai.docx', '.~lock.bai.odt#'];
  const files = names.map((name) => [`articles/2026/${name}`, 'x'] as const);
  expect(
    await unusedIn({ [file]: validArticle, ...Object.fromEntries(files), 'articles/.goc/anh.jpg': 'x', LICENSE: 'x' }),
  ).toEqual([]);
});

test.each<[string, ContentFiles]>([
  ['a picture', { [file]: withParagraph('![Đại biểu](anh.jpg)'), 'articles/2026/anh.jpg': 'x' }],
  [
    'a picture of a gallery',
    { [file]: withParagraph('::: gallery\n![Đại biểu](anh.jpg)\n:::'), 'articles/2026/anh.jpg': 'x' },
  ],
  [
    'a picture of a draft',
    { [file]: withLines('draft: true').concat('\n![Đại biểu](anh.jpg)\n'), 'articles/2026/anh.jpg': 'x' },
  ],
  ['a cover', { [file]: withLines('cover: anh.jpg\ncoverAlt: Đại biểu'), 'articles/2026/anh.jpg': 'x' }],
  ['an attachment', { [file]: withLines('attachments:\n  - file: a.txt\n    title: Chữ'), 'articles/2026/a.txt': 'x' }],
  ['a link', { [file]: withParagraph('[Kế hoạch](so-lieu/a.pdf#page=2)'), 'articles/2026/so-lieu/a.pdf': '%PDF-' }],
  [
    'a video',
    {
      [file]: withParagraph('::: video a.mp4\n![Đại biểu](anh.jpg)\n:::'),
      'articles/2026/a.mp4': 'x',
      'articles/2026/anh.jpg': 'x',
    },
  ],
  [
    'a name of other form',
    { [file]: withParagraph('[Kế hoạch](kế.pdf)'), [`articles/2026/${'KẾ.pdf'.normalize('NFD')}`]: '%PDF-' },
  ],
  [
    'a document',
    {
      'documents/a.md': validDocument('1/KH', '2026-11-20', 'files:\n  - file: a.pdf\n    title: Kế hoạch\n'),
      'documents/a.pdf': '%PDF-',
    },
  ],
])('a file that an item names is not told: %s', async (_, files) => {
  expect(await unusedIn(files)).toEqual([]);
});

test.each([
  ['an item of invalid front matter', validArticle.replace('title', 'titel')],
  ['an item that cannot be split', 'Hội nghị'],
  ['an item of an unknown author', validArticle.replace('BTT', 'XYZ')],
  ['an item that names a missing file', withParagraph('![Đại biểu](hinh.jpg)')],
  ['an item with a tag that is not allowed', withParagraph('<img src="anh.jpg">')],
])('nothing is said of the folder of %s: it may name the file', async (_, text) => {
  const beside = { 'articles/2026/anh.jpg': 'x', 'articles/2026/sau/anh.jpg': 'x' };
  expect(await unusedIn({ [file]: text, ...beside })).toEqual([]);
  expect(await unusedIn({ [file]: text, ...beside, 'articles/2025/anh.jpg': 'x' })).toEqual([
    expect.stringMatching(/^articles\/2025\/anh\.jpg /),
  ]);
});

test('without the lists nothing is said', async () => {
  expect(await unusedIn({ [file]: validArticle, 'authors.yaml': null, 'articles/2026/anh.jpg': 'x' })).toEqual([]);
});

test('a link to a file is told like a file, a linked folder only as such', async () => {
  const found = await unusedIn({ [file]: validArticle }, (content) => {
    symlinkSync('2026-11-23-hoi-nghi.md', join(content, 'articles/2026/anh.jpg'));
    symlinkSync('.', join(content, 'articles/2026/thu-muc'));
    symlinkSync('khong-co', join(content, 'articles/2026/hong.txt'));
  });
  expect(found.map((line) => line.split(' ')[0])).toEqual(['articles/2026/anh.jpg', 'articles/2026/hong.txt']);
});

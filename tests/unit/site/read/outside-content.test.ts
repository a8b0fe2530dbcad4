import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findingMessage } from '#site/finding.ts';
import { checkFolder } from '#site/guide/check-folder.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { contentFolder } from '../../../content-folder.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';

/** A folder outside content/ with a file that nobody meant to publish. */
function outsideFolder(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'bi-mat.txt'), 'mật khẩu');
  return folder;
}

async function messages(content: string): Promise<string[]> {
  return (await checkFolder(content)).map((finding) => `${finding.path} ${findingMessage(finding)}`).sort();
}

const withAttachment = (file: string) =>
  validArticle.replace('category:', `attachments:\n  - file: ${file}\n    title: Tài liệu\ncategory:`);

test.each([
  ['the folder with the name of the article', 'articles/bai', 'bi-mat.txt'],
  ['a folder below that of the article', 'articles/sub', 'sub/bi-mat.txt'],
])('a file behind a linked folder is not published, and the link is told: %s', async (_, link, file) => {
  const content = contentFolder({ 'articles/bai.md': withAttachment(file) });
  symlinkSync(outsideFolder(), join(content, link));
  expect((await messages(content)).toSorted((a, b) => a.length - b.length)).toEqual([
    `${link} thư mục này là một lối tắt tới nơi khác · chép chính thư mục ấy vào đây [tep-la]`,
    `articles/bai.md không thấy tệp đính kèm “${file}” cạnh bài · chép tệp vào cạnh bài, tên viết đúng từng chữ [tep-dinh-kem]`,
  ]);
});

test('articles and statistics behind a linked folder are told of, and not read', async () => {
  const outside = temporaryFolder();
  writeFileSync(join(outside, 'bai.md'), validArticle);
  writeFileSync(join(outside, '2026-11-20.json'), '{}');
  const content = contentFolder({});
  for (const folder of ['articles/2026', 'statistics']) {
    mkdirSync(join(content, folder, '..'), { recursive: true });
    symlinkSync(outside, join(content, folder));
  }
  expect(await messages(content)).toEqual(
    ['articles/2026', 'statistics'].map(
      (folder) => `${folder} thư mục này là một lối tắt tới nơi khác · chép chính thư mục ấy vào đây [tep-la]`,
    ),
  );
});

test.runIf(process.platform !== 'win32')('a pipe is refused instead of being waited for', async () => {
  const content = contentFolder({ 'articles/khac.md': withAttachment('ong.pdf') });
  for (const file of ['articles/ong.md', 'articles/ong.pdf']) spawnSync('mkfifo', [join(content, file)]);
  expect(await messages(content)).toEqual([
    expect.stringMatching(/^articles\/khac\.md .*“ong\.pdf”/),
    'articles/ong.md đây không phải là một tệp thường · xóa đi, hoặc chép tệp thật vào đây [tep-la]',
  ]);
});

test('a content folder that is itself reached by a link is read as usual', async () => {
  const content = contentFolder({
    'articles/bai.md': withAttachment('tai-lieu.pdf'),
    'articles/tai-lieu.pdf': '%PDF-1.4',
  });
  const link = join(temporaryFolder(), 'lien-ket');
  symlinkSync(content, link);
  expect(await messages(link)).toEqual([]);
});

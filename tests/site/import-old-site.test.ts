import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { runScript } from '#bench/fixtures/run-script.ts';
import { projectRoot } from '#site/settings.ts';
import { contentFolder } from '#tests/content-folder.ts';
import { runInProcess } from '#tests/run-in-process.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

function write(folder: string, name: string, content: string | Buffer): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
}

function nukeVietPage(title: string, number: number, body: string): string {
  return `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body><ol class="breadcrumb"><li>Tin cũ</li></ol>
<div class="news_column"><h1 class="title">${title}</h1><em class="pull-left">Thứ sáu - 25/12/2015 08:${10 + number}</em>
<div id="news-bodyhtml">${body}</div><p class="text-right"><strong>Tác giả: </strong>Nguyễn Văn Mẫu</p></div></body></html>`;
}

/** What wget leaves of an old site: pages in the folder of its host, a picture, a document. */
async function mirror(): Promise<string> {
  const folder = temporaryFolder();
  const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#3a6' } })
    .jpeg()
    .toBuffer();
  const host = 'cu.example.org';
  const bodies = [
    '<p>Đoạn đầu, xem <a href="/vi/news/tin-tuc/bai-hai-2.html">bài hai</a> và <a href="http://cu.example.org/uploads/bc.pdf">báo cáo</a>.</p><p><img src="/uploads/Hoi%20nghi.JPG" alt="Đại biểu giơ thẻ"></p><div style="display:none"><a href="http://nohu.example/">nổ hũ</a></div>',
    '<p>Đoạn đầu của bài hai.</p><p><img src="/uploads/mat.jpg"></p>',
  ];
  write(folder, `${host}/vi/news/tin-tuc/bai-mot-1.html`, nukeVietPage('Bài một', 1, bodies[0] ?? ''));
  write(folder, `${host}/vi/news/tin-tuc/bai-hai-2.html`, nukeVietPage('Bài hai', 2, bodies[1] ?? ''));
  write(folder, `${host}/vi/news/tin-tuc/bai-hai-3.html`, nukeVietPage('Bài hai', 3, '<p>Bài khác cùng tên.</p>'));
  write(folder, `${host}/index.html`, '<!doctype html><html><body><h1>Trang chủ</h1></body></html>');
  write(folder, `${host}/uploads/Hoi nghi.JPG`, picture);
  write(folder, `${host}/uploads/bc.pdf`, '%PDF-1.4\n%%EOF');
  return folder;
}

const articlesIn = (content: string) => globSync('articles/**/*.md', { cwd: content }).sort();

test('a mirror of an old site is first only reported, then written once, with addresses, files and hidden links told', async () => {
  const [folder, content, work] = [await mirror(), contentFolder({}), temporaryFolder()];
  write(work, 'cu-moi.yaml', 'Tin cũ: Thông báo\n');
  const importSite = (...args: string[]) =>
    runInProcess('import', { CONTENT_DIR: content }, [folder, '--author', 'BTT', ...args], work);

  expect((await importSite()).stdout).toContain('chuyên mục cũ “Tin cũ” chưa có chỗ');
  const dry = await importSite('--categories', join(work, 'cu-moi.yaml'));
  expect(dry.stdout).toContain('3 bài nhập được\n1 trang bỏ qua');
  expect(dry.stdout).toContain('Chưa ghi gì vào content/');
  expect(articlesIn(content)).toEqual([]);
  const report = readFileSync(join(work, 'import-bao-cao.md'), 'utf8');
  expect(report).toContain('liên kết giấu người đọc tới http://nohu.example/');
  expect(report).toContain('ảnh “/uploads/mat.jpg” không có trong thư mục');
  expect(report).toContain('cu.example.org/index.html');

  await importSite('--categories', join(work, 'cu-moi.yaml'), '--write');
  expect(articlesIn(content)).toEqual([
    'articles/2015/2015-12-25-bai-hai-2015-12-25.md',
    'articles/2015/2015-12-25-bai-hai.md',
    'articles/2015/2015-12-25-bai-mot.md',
  ]);
  const text = readFileSync(join(content, 'articles/2015/2015-12-25-bai-mot.md'), 'utf8');
  expect(text.replace(/[\da-f]{8}-[\da-f-]{27}/, 'ID')).toBe(`---
title: Bài một
date: 2015-12-25 08:11
author: BTT
category: Thông báo
attachments:
  - file: bc.pdf
    title: báo cáo
id: urn:uuid:ID
oldUrls:
  - /vi/news/tin-tuc/bai-mot-1.html
draft: true
---

Đoạn đầu, xem [bài hai](/bai-viet/bai-hai/) và [báo cáo](bc.pdf).

![Đại biểu giơ thẻ](hoi-nghi.jpg)

Tác giả: Nguyễn Văn Mẫu
`);
  expect(existsSync(join(content, 'articles/2015/2015-12-25-bai-mot/bc.pdf'))).toBe(true);

  const again = await importSite('--categories', join(work, 'cu-moi.yaml'), '--write');
  expect(again.stdout).toContain('0 bài nhập được\n3 bài đã có từ lần nhập trước, để nguyên');
  expect(articlesIn(content)).toHaveLength(3);
});

test('lines of JSON are imported, with how often they were read; a wrong line is named', () => {
  const [content, work] = [contentFolder({}), temporaryFolder()];
  const lines = [
    {
      title: 'Bài một',
      date: '2015-12-25 08:30:00',
      category: 'Thông báo',
      lead: 'Lời dẫn.',
      html: '<p>Thân bài.</p>',
      oldUrls: ['/?p=1'],
      hits: 12,
      author: null,
    },
    { title: 'Bài hai', date: 'mai', html: '<p>Thân bài.</p>', oldUrls: ['/?p=2'] },
    { title: 'Bài ba', date: '2015-12-25', html: '<p>Thân bài.</p>', oldUrls: ['/?p=3'], ngay: 1 },
  ];
  write(work, 'bai.jsonl', `${lines.map((line) => JSON.stringify(line)).join('\n')}\n{`);
  const { stdout } = runScript(
    'import',
    { CONTENT_DIR: content },
    [join(work, 'bai.jsonl'), '--author', 'BTT', '--write'],
    '',
    work,
  );
  expect(stdout).toContain('1 bài nhập được\n3 trang bỏ qua');
  const report = readFileSync(join(work, 'import-bao-cao.md'), 'utf8');
  expect(report).toContain('date: “mai” không phải là ngày, viết như 2015-12-25 08:30 (1): dòng 2');
  expect(report).toContain('không có mục ngay (1): dòng 3');
  expect(report).toContain('không phải là JSON (1): dòng 4');
  expect(JSON.parse(readFileSync(join(work, 'import-luot-xem.json'), 'utf8')).rows).toEqual([
    { day: 'carried', path: '/bai-viet/bai-mot/', n: 12 },
  ]);
  expect(readFileSync(join(content, 'articles/2015/2015-12-25-bai-mot.md'), 'utf8')).toContain(
    '\nLời dẫn.\n\nThân bài.\n',
  );
});

test('what is named beside an old site, or lies in its folder, is not overlooked in silence', async () => {
  const [folder, content, work] = [await mirror(), contentFolder({}), temporaryFolder()];
  write(folder, 'bai.docx', 'PK');
  const importSite = (...args: string[]) =>
    runInProcess('import', { CONTENT_DIR: content }, [folder, '--author', 'BTT', ...args], work);
  expect((await importSite()).stdout).toContain('muốn nhập thì ghi tên từng tệp: bai.docx');
  const two = await importSite(join(folder, 'bai.docx'));
  expect([two.status, two.stderr]).toEqual([1, expect.stringContaining('nhập từng thư mục, từng tệp một')]);
});

const guide = readFileSync(join(projectRoot, 'docs/dua-trang-cu-ve.md'), 'utf8');

test('the line and the options that the guide shows are those that the command takes', async () => {
  const [content, work] = [contentFolder({}), temporaryFolder()];
  const [line = ''] = guide.match(/^\{"title".*\}$/m) ?? [];
  write(work, 'bai.jsonl', line);
  const args = [join(work, 'bai.jsonl'), '--author', 'BTT', '--category', 'Thông báo'];
  expect((await runInProcess('import', { CONTENT_DIR: content }, args, work)).stdout).toContain('1 bài nhập được');
  const usage = (await runInProcess('import', { CONTENT_DIR: content })).stderr;
  const shown = new Set(guide.match(/(?<=npm run import -- .*|`)--[a-z]+/g));
  expect([...shown].sort()).toEqual(['--author', '--body', '--categories', '--category', '--date', '--write']);
  for (const option of shown) expect(usage).toContain(option);
});

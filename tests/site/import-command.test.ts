import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { runScript } from '#bench/fixtures/run-script.ts';
import {
  bold,
  centered,
  inFont,
  italic,
  paragraph,
  picture,
  run,
  table,
  wordDocument,
} from '#bench/fixtures/word-document.ts';
import { hasPosition } from '#site/pictures/has-position.ts';
import { contentFolder } from '#tests/content-folder.ts';
import { runInProcess } from '#tests/run-in-process.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

/** A photograph as a telephone makes it: large, lying on its side, with its place. */
async function photo(colour: string): Promise<Buffer> {
  const place = {
    GPSLatitudeRef: 'N',
    GPSLatitude: '20/1 27/1 0/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '106/1 20/1 0/1',
  };
  return sharp({ create: { width: 3000, height: 2000, channels: 3, background: colour } })
    .withExif({ IFD0: { Orientation: '6' }, IFD3: place })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

/** A folder with what an office sends: an article with three photographs, and a file of an old Word. */
async function officeFolder(): Promise<string> {
  const folder = temporaryFolder();
  const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>';
  const body = [
    paragraph(run('HỘI NGHỊ TỔNG KẾT NĂM CỦA LIÊN HIỆP HỘI', bold), centered),
    paragraph(run('Sáng 24/11/2026, Liên hiệp hội tổng kết công tác năm.', bold)),
    paragraph(picture('a.jpg'), centered),
    paragraph(run('Quang cảnh hội nghị', italic), centered),
    paragraph(`${run('Dự hội nghị có 120 đại biểu')}${reference}${run('.')}`),
    paragraph(run('1. Kết quả', bold)),
    ...['- Tổ chức 5 hội thảo', '- Phản biện 12 đề án'].map((line) => paragraph(line)),
    table([
      ['Đơn vị', 'Số hội viên'],
      ['Hội Tin học', '120'],
    ]),
    paragraph(picture('b.jpg')),
    paragraph(run('Héi nghÞ ®· nghe b¸o c¸o tæng kÕt cña Ban ChÊp hµnh.', inFont('.VnTime'))),
    paragraph(picture('c.jpg')),
    paragraph('Bài và ảnh: BTT'),
  ];
  const bytes = await wordDocument({
    body: body.join(''),
    footnotes: `<w:footnote w:id="2">${paragraph(run(' Theo ban tổ chức.'))}</w:footnote>`,
    pictures: { 'a.jpg': await photo('#3a6'), 'b.jpg': await photo('#36a'), 'c.jpg': await photo('#a63') },
  });
  writeFileSync(join(folder, 'Bai tong ket.docx'), bytes);
  writeFileSync(join(folder, 'cu.doc'), Buffer.from('D0CF11E0A1B11AE1', 'hex'));
  writeFileSync(join(folder, '~$i tong ket.docx'), '');
  return folder;
}

const choices = ['--category', 'Thông báo', '--author', 'BTT'];

test('a folder of Word files becomes drafts that lack nothing but what their pictures show; other files get a sentence', async () => {
  const [folder, content] = [await officeFolder(), contentFolder({})];
  const env = { CONTENT_DIR: content, BUILD_TIME: '2026-11-24T09:00:00+07:00' };
  const first = runScript('import', env, [folder, ...choices]);
  const path = join(content, 'articles/2026/2026-11-24-hoi-nghi-tong-ket-nam-cua-lien-hiep-hoi.md');
  expect(readFileSync(path, 'utf8').replace(/[\da-f-]{36}/, 'ID')).toBe(`---
title: Hội nghị tổng kết năm của Liên hiệp hội
date: 2026-11-24
author: BTT
category: Thông báo
id: urn:uuid:ID
draft: true
---

Sáng 24/11/2026, Liên hiệp hội tổng kết công tác năm.

![](anh-1.jpg "Quang cảnh hội nghị")

Dự hội nghị có 120 đại biểu[^1].

## 1. Kết quả

- Tổ chức 5 hội thảo
- Phản biện 12 đề án

| Đơn vị | Số hội viên |
|---|---|
| Hội Tin học | 120 |

![](anh-2.jpg)

Hội nghị đã nghe báo cáo tổng kết của Ban Chấp hành.

![](anh-3.jpg)

[^1]: Theo ban tổ chức.
`);
  for (const name of ['anh-1.jpg', 'anh-2.jpg', 'anh-3.jpg']) {
    const metadata = await sharp(path.replace(/\.md$/, `/${name}`)).metadata();
    expect([metadata.width, metadata.height, hasPosition(metadata)]).toEqual([1600, 2400, false]);
  }
  expect(first.stdout.match(/\[[a-z-]+\]$/gm)).toEqual(['[mo-ta-anh]', '[mo-ta-anh]', '[mo-ta-anh]']);
  expect(first.stdout).toContain('1 bản nháp, chưa ai thấy: 3 lỗi phải sửa trước khi đăng.');
  expect(first.stdout).toMatch(/cu\.doc chưa nhập: tệp Word đời cũ \(\.doc\): .*Lưu thành \(Save As\)/);
  expect(first.stdout).not.toContain('~$');
  expect(first.status).toBe(1);

  const before = readFileSync(path, 'utf8');
  const second = runScript('import', env, [join(folder, 'Bai tong ket.docx'), ...choices]);
  expect(second.status).toBe(1);
  expect(second.stdout).toContain('chưa nhập: địa chỉ của bài đã là của');
  expect(readFileSync(path, 'utf8')).toBe(before);
});

test('without a file, with one that is missing or with an impossible date nothing is written', async () => {
  const content = contentFolder({});
  const run = (...args: string[]) => runInProcess('import', { CONTENT_DIR: content }, args);
  expect((await run()).stderr).toContain('Cách dùng: npm run import');
  expect((await run('khong-co.docx')).stderr).toContain('Không thấy “khong-co.docx”');
  mkdirSync(join(content, 'rong'));
  expect((await run(join(content, 'rong'), ...choices)).stderr).toContain('Không có tệp Word hay trang nào');
  expect((await run(join(content, 'rong'), '--date', '31/02', ...choices)).stderr).toContain('không phải là ngày');
  expect(globSync('articles/**', { cwd: content })).toEqual([]);
  expect(existsSync(join(content, 'articles'))).toBe(false);
});

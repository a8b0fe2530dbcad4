import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { BuildCache } from '#site/cache/build-cache.ts';
import { checkAttachments } from '#site/check/check-attachments.ts';
import { formatFinding } from '#site/finding.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

async function findingsFor(name: string, bytes: Uint8Array | string): Promise<string[]> {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, bytes);
  const findings = await checkAttachments([file], BuildCache.inMemory());
  expect(findings.map(({ level }) => level)).toEqual(findings.map(() => 'warning'));
  return findings.map((found) => formatFinding(found).replace(/^.*?:1:1 · /, ''));
}

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const ole = latin1('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1'.padEnd(600, '\0'));
const pdf = `%PDF-1.7\n${'x'.repeat(3000)}\nstartxref\n9\n%%EOF\n`;
const html = '\uFEFF\n<!DOCTYPE html>\n<title>Đăng nhập</title>\n';
const mp4 = latin1('\0\0\0\x18ftypisom\0\0\x02\0isommp41');
const picture = (format: 'jpeg' | 'png' | 'webp') =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
    .toFormat(format)
    .toBuffer();

function zip(...names: string[]): Uint8Array {
  return zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x'.repeat(50))])));
}
const office = (folder: string) => zip('[Content_Types].xml', '_rels/.rels', `${folder}/document.xml`);
const openDocument = zipSync({
  mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
  'content.xml': strToU8('<x/>'),
});

describe('a file of the type that its name says gives no finding', () => {
  test.each<[string, Uint8Array | string]>([
    ['a.pdf', pdf],
    ['a.PDF', '%PDF-1.4'],
    ['rac-o-dau.pdf', `\n\n${pdf}`],
    ['a.docx', office('word')],
    ['a.xlsx', office('xl')],
    ['a.pptx', office('ppt')],
    ['a.odt', openDocument],
    ['a.zip', zip('word/a.txt', 'b.txt')],
    ['a.doc', ole],
    ['luu-dang-rtf.doc', '{\\rtf1 x}'],
    ['luu-dang-web.xls', html],
    ['a.rtf', '{\\rtf1 x}'],
    ['a.txt', 'Hội nghị tổng kết'],
    ['utf-16.csv', Buffer.from('\uFEFFa,b', 'utf16le')],
    ['a.csv', 'a,b\n1,2\n'],
    ['a.mp4', mp4],
    ['a.rar', latin1('Rar!\x1A\x07\x01\0')],
    ['a.7z', latin1('7z\xBC\xAF\x27\x1C')],
  ])('%s', async (name, bytes) => {
    expect(await findingsFor(name, bytes)).toEqual([]);
  });

  test('pictures, by their bytes', async () => {
    for (const format of ['jpeg', 'png', 'webp'] as const)
      expect(await findingsFor('a.jpg', await picture(format))).toEqual([]);
  });
});

describe('a file of another type, or a damaged one, is told', () => {
  test.each<[string, Uint8Array | string, string]>([
    ['a.pdf', '', 'tệp trống (0 byte), không mở được · chép lại tệp gốc vào đây'],
    ['a.csv', '', 'tệp trống (0 byte)'],
    ['a.pdf', html, 'tệp tên .pdf nhưng bên trong là một trang web (HTML) · tải lại tệp từ nơi gốc'],
    ['a.xlsx', html, 'bên trong là một trang web (HTML)'],
    ['a.csv', html, 'bên trong là một trang web (HTML)'],
    ['a.pdf', 'Not found', 'bên trong là chữ thường'],
    ['a.pdf', Buffer.alloc(3000), 'bên trong là một dãy số 0'],
    ['a.pdf', pdf.slice(0, 2500), 'bên trong là một phần của tệp, phần cuối bị mất'],
    ['a.docx', office('word').subarray(0, 100), 'bên trong là một phần của tệp, phần cuối bị mất'],
    ['a.pdf', office('word'), 'bên trong là tệp Word (.docx)'],
    ['a.docx', office('xl'), 'bên trong là tệp Excel (.xlsx)'],
    ['a.docx', pdf, 'bên trong là tệp PDF'],
    ['a.docx', ole, 'bên trong là tệp Office kiểu cũ, hoặc tệp Office có mật khẩu'],
    ['a.doc', pdf, 'bên trong là tệp PDF'],
    ['a.zip', latin1('Rar!\x1A\x07\0'), 'bên trong là tệp nén RAR'],
    ['a.mp4', pdf, 'bên trong là tệp PDF'],
    ['a.mp3', mp4, 'bên trong là video hoặc tiếng MP4'],
    ['a.txt', ole, 'bên trong là tệp Office kiểu cũ'],
    ['a.jpg', latin1('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), 'bên trong là ảnh HEIC (của iPhone)'],
    ['a.pdf', 'version https://git-lfs.github.com/spec/v1\n', 'bên trong là con trỏ của Git LFS'],
  ])('%s', async (name, bytes, message) => {
    expect(await findingsFor(name, bytes)).toEqual([expect.stringContaining(message)]);
  });
});

test('a picture offered for download is told if it says where it was taken, at any size', async () => {
  const position = { GPSLatitudeRef: 'N', GPSLatitude: '20/1 27/1 0/1' };
  const photo = await sharp(await picture('jpeg'))
    .withExif({ IFD3: position })
    .jpeg()
    .toBuffer();
  expect(await findingsFor('a.jpg', photo)).toEqual([expect.stringContaining('ghi nơi chụp (vị trí GPS)')]);
  expect(await findingsFor('a.jpg', Buffer.concat([await picture('jpeg'), Buffer.alloc(9_000_000)]))).toEqual([]);
});

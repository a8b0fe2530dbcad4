import { expect, test } from 'vitest';
import { formatFinding } from '#site/finding.ts';
import { checkFolder } from '#site/guide/check-folder.ts';
import type { ContentFiles } from '#site/guide/content-files.ts';
import { validDocument } from '#site/guide/rule-examples.ts';
import { contentFolder } from '#tests/content-folder.ts';

const reportedLines = async (files: ContentFiles) => (await checkFolder(contentFolder(files))).map(formatFinding);
const replaced = (number: string, issued: string, by: string) => validDocument(number, issued, `replacedBy: ${by}\n`);

test('of documents that replace each other in a cycle, only the last one is reported', async () => {
  expect(
    await reportedLines({
      'documents/a.md': replaced('1/KH', '2026-11-20', 'b.md'),
      'documents/b.md': replaced('2/KH', '2026-11-20', '3/KH'),
      'documents/c.md': replaced('3/KH', '2026-11-20', '1/KH'),
    }),
  ).toEqual(['documents/c.md:7:13 · thay vòng quanh: “1/KH” lại do văn bản này thay · xóa dòng này [thay-the]']);
});

test('a document does not replace itself', async () => {
  expect(await reportedLines({ 'documents/a.md': replaced('1/KH', '2026-11-20', '1/KH') })).toEqual([
    'documents/a.md:7:13 · văn bản này tự thay chính nó · xóa dòng này [thay-the]',
  ]);
});

test('a replacement number of several documents lists their files', async () => {
  expect(
    await reportedLines({
      'documents/a.md': replaced('1/KH', '2024-11-20', '2/KH'),
      'documents/b.md': validDocument('2/KH', '2025-11-20'),
      'documents/c.md': validDocument('2/KH', '2026-11-20'),
    }),
  ).toEqual(['documents/a.md:7:13 · có 2 văn bản số “2/KH” · viết tên tệp, một trong: b.md, c.md [thay-the]']);
});

test('a document is not replaced by one issued before it', async () => {
  expect(
    await reportedLines({
      'documents/a.md': replaced('1/KH', '2026-11-20', '2/KH'),
      'documents/b.md': validDocument('2/KH', '2026-11-19'),
    }),
  ).toEqual([
    'documents/a.md:7:13 · văn bản thay thế “2/KH” ban hành trước văn bản này · sửa lại một trong hai ngày [thu-tu-ngay]',
  ]);
});

test('one mistake in the replacing document is reported once', async () => {
  expect(
    await reportedLines({
      'documents/a.md': replaced('1/KH', '2025-11-20', '2/KH'),
      'documents/b.md': validDocument('2/KH', '2026-11-20').replace('issuer', 'isuer'),
    }),
  ).toEqual(['documents/b.md:6:1 · không có mục nào tên “isuer” · có phải là “issuer”? [muc-la]']);
});

test('of two documents with one number, the later is reported and names the earlier', async () => {
  expect(
    await reportedLines({
      'documents/a.md': validDocument('7/KH-LHH', '2026-11-20'),
      'documents/b.md': validDocument('07/Kh-LHH', '2026-10-20').replace('Liên hiệp hội', 'Liên hiệp Hội'),
    }),
  ).toEqual([
    'documents/a.md:3:9 · số 7/KH-LHH của Liên hiệp hội năm 2026 đã là của documents/b.md · xem lại số và ngày ban hành; đúng là hai văn bản cùng số thì ghi “cho phép” [trung-so]',
  ]);
});

test.each([
  ['of another year', validDocument('1/KH', '2025-11-20')],
  ['of another issuer', validDocument('1/KH', '2026-10-20').replace('Liên hiệp hội', 'Hội Làm vườn')],
  ['with another symbol', validDocument('1/TB', '2026-10-20')],
])('a document %s may have the same number', async (_, other) => {
  expect(
    await reportedLines({ 'documents/a.md': validDocument('1/KH', '2026-11-20'), 'documents/b.md': other }),
  ).toEqual([]);
});

test('documents without a number are not duplicates', async () => {
  const without = validDocument('Không số', '2026-11-20');
  expect(await reportedLines({ 'documents/a.md': without, 'documents/b.md': without })).toEqual([]);
});

test('a duplicate number that is correct can be allowed with a comment', async () => {
  const suppressed = validDocument('1/KH # cho phép: trung-so', '2026-11-20');
  expect(
    await reportedLines({ 'documents/a.md': suppressed, 'documents/b.md': validDocument('1/KH', '2026-10-20') }),
  ).toEqual([]);
});

test.each([
  ['type: Kế hoạch', 'type: Ke hoach', '4:7 · không có loại văn bản “Ke hoach” · có phải là “Kế hoạch”? [ten-la]'],
  ['number', 'số, ký hiệu', '3:1 · không có mục nào tên “số, ký hiệu” · có phải là “number”? [muc-la]'],
  [
    'issuer:',
    'inForce: không\nissuer:',
    '6:10 · còn hiệu lực (inForce) chỉ nhận true (có) hoặc false (không) · viết cả dòng “inForce: false”, hoặc xóa dòng này [gia-tri]',
  ],
  [
    'issuer:',
    'inForce: true\nreplacedBy: 2/KH\nissuer:',
    '6:10 · văn bản đã được thay thế thì không còn hiệu lực · xóa dòng này [thay-the]',
  ],
  [
    'issuer:',
    'files:\n  - file: toan-van.pdff\nissuer:',
    '7:11 · “toan-van.pdff” không phải là tệp văn bản dùng được · dùng tệp .pdf, .doc, .docx, .odt, .xls, .xlsx, .ods nằm cạnh bài [tep-dinh-kem]',
  ],
  [
    'issuer:',
    'files:\n  - file: toan-van.pdf\nissuer:',
    '7:11 · không thấy tệp văn bản “toan-van.pdf” cạnh bài · chép tệp vào cạnh bài, tên viết đúng từng chữ [tep-dinh-kem]',
  ],
])('“%s” written as “%s” is reported at its location', async (right, wrong, message) => {
  const text = validDocument('1/KH', '2026-11-20').replace(right, wrong);
  expect(await reportedLines({ 'documents/a.md': text })).toEqual([`documents/a.md:${message}`]);
});

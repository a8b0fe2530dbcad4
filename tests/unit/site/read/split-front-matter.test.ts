import { expect, test } from 'vitest';
import { formatFinding } from '#site/finding.ts';
import { checkFolder } from '#site/guide/check-folder.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { contentFolder } from '../../../content-folder.ts';

const file = 'articles/2026/2026-11-23-hoi-nghi.md';

async function reportedLines(text: string): Promise<string[]> {
  const findings = await checkFolder(contentFolder({ [file]: text }));
  return findings.map((finding) => formatFinding(finding).slice(file.length + 1));
}
const withTitle = (title: string) => validArticle.replace('title: Hội nghị tổng kết năm', title);

test.each([
  [
    ' title: Hội nghị',
    '2:1 · dòng này thụt vào, không thẳng với các dòng khác · viết cả dòng “title: Hội nghị” [viet-sai-dang]',
  ],
  [
    'title： Hội nghị',
    '2:6 · sau tên mục có dấu lạ, không phải dấu hai chấm và dấu cách · viết cả dòng “title: Hội nghị” [viet-sai-dang]',
  ],
  [
    'title:\u00A0Hội nghị',
    '2:7 · sau tên mục có dấu lạ, không phải dấu hai chấm và dấu cách · viết cả dòng “title: Hội nghị” [viet-sai-dang]',
  ],
  [
    'title= Hội nghị',
    '2:1 · dòng “title= Hội nghị” thiếu dấu hai chấm và một dấu cách sau tên mục · viết cả dòng “title: Hội nghị” [viet-sai-dang]',
  ],
  ['title: "Hội nghị" #5', '2:8 · phần “#5” sau dấu # sẽ bị bỏ mất · viết cả dòng “title: "Hội nghị #5"” [dau-thang]'],
  [
    'title: "Hội "nghị" mở"',
    `2:8 · trong ngoặc kép lại có ngoặc kép · viết cả dòng “title: 'Hội "nghị" mở'” [viet-sai-dang]`,
  ],
  [
    'title: "C:\\Data"',
    `2:8 · dấu \\ trong ngoặc kép nuốt mất chữ đứng sau · viết cả dòng “title: 'C:\\Data'” [dau-cheo]`,
  ],
  [
    'title: A: kêt # cho phép: am-tiet',
    '2:8 · chữ có dấu hai chấm thì đặt trong ngoặc kép · viết cả dòng “title: "A: kêt" # cho phép: am-tiet” [hai-cham]',
  ],
  [
    'title: Kêt # cho phép am-tiet',
    '2:8 · ghi chú “cho phép” thiếu dấu hai chấm · viết cả dòng “title: Kêt # cho phép: am-tiet” [cho-phep]',
  ],
  ['tiêu đề: Hội nghị', '2:1 · không có mục nào tên “tiêu đề” · có phải là “title”? [muc-la]'],
  ['title: "\\u200b"', '2:8 · tiêu đề (title) để trống · viết như “title: "Tiêu đề bài"” [thieu-muc]'],
  ['title:', '2:1 · tiêu đề (title) để trống · viết như “title: "Tiêu đề bài"” [thieu-muc]'],
  ['title: Hội nghị\nupdated:', '3:1 · mục “updated” để trống · xóa dòng này, hoặc viết thêm nội dung [muc-trong]'],
  ['title: Hội nghị\ntags:', '3:1 · mục “tags” để trống · xóa dòng này, hoặc viết thêm nội dung [muc-trong]'],
  ['title: Hội nghị\ntags:\n  -', '4:4 · thẻ để trống · viết thêm nội dung, hoặc xóa dòng này [thieu-muc]'],
  [
    'title: Hội nghị\nattachments:\n  -',
    '4:4 · mục này để trống · viết như “- file: chuong-trinh.pdf”, hoặc xóa dòng này [thieu-muc]',
  ],
  [
    'title: Hội nghị\ndraft:',
    '3:1 · bản nháp (draft) để trống · viết cả dòng “draft: true”, hoặc xóa dòng này [thieu-muc]',
  ],
  [
    'title: Hội nghị\nsource: Báo\nsourceUrl: https:xau',
    '4:12 · địa chỉ nguồn (sourceUrl) không phải là địa chỉ trang web · viết đủ cả https://, như “sourceUrl: https://…” [gia-tri]',
  ],
  ['title: Hội nghị\nid:', '3:1 · mục “id” để trống · xóa dòng này, hoặc viết thêm nội dung [muc-trong]'],
  [
    'title: Hội nghị\ndraft: true # chưa xong',
    '3:8 · phần “# chưa xong” sau dấu # sẽ bị bỏ mất · viết cả dòng “draft: true” [dau-thang]',
  ],
  [
    'title: Hội nghị\nupdated: 2026-11-24\ncorrection: Sửa …',
    '4:13 · nội dung cập nhật (correction) còn là câu mẫu · viết nội dung thật, hoặc xóa dòng này [gia-tri]',
  ],
])('a common mistake in front matter gets a message in plain words: %j', async (title, expected) => {
  const lines = await reportedLines(withTitle(title));
  expect(lines.filter((line) => !line.endsWith('[am-tiet]'))).toEqual([expected]);
});

test.each([
  ['20 tháng 6 năm 2018', 'chưa đúng dạng năm-tháng-ngày · viết 2018-06-20 [ngay]'],
  ['2026-11-23 8h30', 'chưa đúng dạng năm-tháng-ngày · viết 2026-11-23 08:30 [ngay]'],
  ['20/06/18', 'chưa đúng dạng năm-tháng-ngày · viết 2018-06-20 [ngay]'],
  ['2018-06-31', 'không phải là ngày có thật · viết năm-tháng-ngày, như “date: 2018-06-20” [ngay]'],
  ['2012-13-45', 'không phải là ngày có thật · viết năm-tháng-ngày, như “date: 2018-06-20” [ngay]'],
  ['08:30', 'không phải là ngày có thật · viết năm-tháng-ngày, như “date: 2018-06-20” [ngay]'],
  ['0206-11-23', 'không phải là ngày có thật · viết năm-tháng-ngày, như “date: 2018-06-20” [ngay]'],
])('an invalid date is the only finding in its file: %s', async (date, expected) => {
  const lines = await reportedLines(validArticle.replace('2026-11-23', `"${date}"`));
  expect(lines).toEqual([expect.stringContaining(`“${date}” ${expected}`)]);
});

test.each([
  [
    'four dashes',
    validArticle.replace('kiện\n---', 'kiện\n----'),
    '6:1 · dòng “----” phải có đúng ba dấu gạch · viết cả dòng “---” [dong-gach]',
  ],
  [
    'a long dash',
    validArticle.replace('kiện\n---', 'kiện\n—'),
    '6:1 · dòng “—” phải có đúng ba dấu gạch · viết cả dòng “---” [dong-gach]',
  ],
  [
    'no dashes, and a line further down',
    `${validArticle.replace('kiện\n---\n', 'kiện\n')}\n---\n\nHết.\n`,
    '7:1 · phần đầu bài chưa kết thúc mà đã tới thân bài · thêm một dòng “---” ngay trước dòng này [phan-dau]',
  ],
])('front matter that ends with %s is reported at that line', async (_, text, expected) =>
  expect(await reportedLines(text)).toEqual([expected]),
);

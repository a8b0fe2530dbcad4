import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { typographyFaults } from '#vietnamese/typography.ts';

const year = join(import.meta.dirname, '../../fixtures/newsroom/articles/2018');
const file = readdirSync(year).find((name) => name.startsWith('2018-06-20-')) ?? '';
const article = readFileSync(join(year, file), 'utf8')
  .replace(/^(---|#.*|date:.*|author:.*|category:.*)$/gm, '')
  .replace(/^title: /m, '');

function fixed(text: string): string {
  return typographyFaults(text).reduceRight(
    (result, { offset, length, fix }) => result.slice(0, offset) + fix + result.slice(offset + length),
    text,
  );
}

test('the article of 20/06/2018 has one spacing error: 2018 -2023', () => {
  expect(typographyFaults(article)).toEqual([
    {
      offset: article.indexOf('2018 -2023'),
      length: '2018 -2023'.length,
      wrong: 'thiếu dấu cách sau dấu gạch ngang',
      fix: '2018 - 2023',
    },
  ]);
});

test.each([
  ['Tác giả : Nguyễn Văn A', 'Tác giả: Nguyễn Văn A', 'thừa dấu cách trước dấu hai chấm'],
  ['Tác giả :Nguyễn Văn A', 'Tác giả: Nguyễn Văn A', 'thừa dấu cách trước dấu hai chấm'],
  ['sở , ngành ; Hội .', 'sở, ngành; Hội.', 'thừa dấu cách trước dấu phẩy'],
  ['Vì sao ? Hay quá !!!', 'Vì sao? Hay quá!!!', 'thừa dấu cách trước dấu chấm hỏi'],
  ['**Kết luận** : tốt', '**Kết luận**: tốt', 'thừa dấu cách trước dấu hai chấm'],
  ['giai đoạn 2018- 2023', 'giai đoạn 2018 - 2023', 'thiếu dấu cách trước dấu gạch ngang'],
  ['Thái Bình- Nam Định', 'Thái Bình - Nam Định', 'thiếu dấu cách trước dấu gạch ngang'],
  ['Hà Nội –Huế, 12h30 -14h', 'Hà Nội – Huế, 12h30 - 14h', 'thiếu dấu cách sau dấu gạch ngang'],
  ['1.400 -1.800 tấn', '1.400 - 1.800 tấn', 'thiếu dấu cách sau dấu gạch ngang'],
  ['vắc-xin và vắc- xin', 'vắc-xin và vắc-xin', 'thừa dấu cách cạnh dấu gạch nối'],
  ['Liên  hiệp   Hội', 'Liên hiệp Hội', 'thừa dấu cách giữa hai chữ'],
  ['Hội ( ảnh: BTT ) họp ( gấp )', 'Hội (ảnh: BTT) họp (gấp)', 'thừa dấu cách bên trong dấu ngoặc'],
  ['một,hai;ba', 'một, hai; ba', 'thiếu dấu cách sau dấu phẩy'],
  ['“Hội” và "Liên hiệp hội", ("Hội")', '“Hội” và “Liên hiệp hội”, (“Hội”)', 'lẫn ngoặc kép thẳng với ngoặc kép cong'],
])('%j becomes %j', (text, expected, wrong) => {
  expect(typographyFaults(text)[0]?.wrong).toBe(wrong);
  expect(fixed(text)).toBe(expected);
  expect(typographyFaults(expected)).toEqual([]);
});

test.each([
  'ƯCLN . BCNN = A . B',
  'single- or multi-agent, tiền- và hậu cung',
  '5- Tông Pháp Nhãn\n**II- Kinh phí**',
  'Áp dụng :eqref:`a` với, vui quá :smile: nhé',
  'Câu “高邮为佳,颜色细而油多,高文端公” cổ',
])('%j has no errors of spacing', (text) => expect(typographyFaults(text)).toEqual([]));

test('an error is reported with the words around it, at its offset in the text', () => {
  const text = 'Dòng đầu.\nTác giả : A';
  expect(typographyFaults(text)).toEqual([
    { offset: text.indexOf('giả'), length: 5, wrong: 'thừa dấu cách trước dấu hai chấm', fix: 'giả:' },
  ]);
});

test('a fix never changes a line break, and no two fixes overlap', () => {
  const text = 'một ,hai  ba\n- bốn- năm (  sáu )\n\nbảy :\ntám ( chín';
  expect(fixed(text).match(/\n/g)).toHaveLength(4);
  const faults = typographyFaults(text);
  for (const [i, { offset }] of faults.entries()) {
    const before = faults[i - 1];
    expect(offset).toBeGreaterThanOrEqual(before ? before.offset + before.length : 0);
  }
});

test.each([
  'Lúc 08:30, giá 1.234.567,5 đồng; tỷ số 2 : 1, tỷ lệ 1:1000',
  'TP. Thái Bình, TP.HCM, PGS.TS Trần Văn A, v.v. và v.v...',
  'Rồi sao nữa ... và … nữa . . .',
  'Vui quá :) buồn :( :D ;)',
  'Số 6A-7B, Covid-19, tỷ số 1-6, 18h30, KH&KT, R&D, 50%-60%',
  'nhiệt độ xuống -5 độ, dịch vụ .NET, tệp .htaccess',
  '12/QĐ-UBND ngày 20/6/2018, Số 12/QĐ- UBND',
  'khoa học - kỹ thuật, Hà Nội – Huế, 2018 - 2023, 2018-2023, 2018–2023',
  '- một\n- hai\n  - ba\n+ bốn\n1.  năm\n-   sáu\n>  bảy\n## tám',
  'Hết dòng có hai dấu cách  \nlà xuống dòng trong Markdown',
  '    thụt đầu dòng',
  '| Năm  | Số  hội viên |\n| :--- | ---: |\n| 2018 | 1,5 |',
  'xem https://example.vn/a,b?c=d;e và a,b; email mot,hai@example.vn, tại /mot,hai và x=mot,hai',
  '\uFFFC , \uFFFC: \uFFFC  \uFFFC ( \uFFFC )',
  'xem ![ảnh](\uFFFC) và [Hỏi & đáp](\uFFFC), "thẳng" thôi',
  '“cong” và màn hình 24", [trang](/hoi-dap/ "Hỏi đáp")',
  '- [ ] việc chưa làm\n- [x] việc đã làm',
  '“Hội” (gọi tắt là Hội), “Liên hiệp hội”: một; hai! ba?',
])('ordinary text has no errors: %j', (text) => expect(typographyFaults(text)).toEqual([]));

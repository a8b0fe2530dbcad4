import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noBreak } from '#vietnamese/no-break.ts';

/** "_" for a no-break space and "^" for a word joiner. */
const visible = (text: string) => text.replaceAll('\u00A0', '_').replaceAll('\u2060', '^');

test.each([
  ['Chiều ngày 20/6/2018, tại', 'Chiều ngày_20/6/2018, tại'],
  ['ngày 20 tháng 6 năm 2018', 'ngày_20_tháng_6_năm_2018'],
  ['Thứ Tư, 20/06/2018 và Chủ nhật', 'Thứ_Tư,_20/06/2018 và Chủ_nhật'],
  ['lúc 8 giờ 30 phút', 'lúc 8_giờ_30_phút'],
  ['Tháng 1, quý III, khóa XII', 'Tháng_1, quý_III, khóa_XII'],
  ['giai đoạn 2018 - 2023 và', 'giai đoạn 2018_-^_2023 và'],
  ['giai đoạn 2018 -2023', 'giai đoạn 2018_-^2023'],
  ['2018- 2023, 2026–2030', '2018-^_2023, 2026–^2030'],
  ['từ 5% – 7%', 'từ 5%_–^_7%'],
  ['52 người, 300 ha, 30 %, 10 kg, 1.200 học sinh', '52_người, 300_ha, 30_%, 10_kg, 1.200_học sinh'],
  ['5 triệu đồng, 2,5 nghìn tấn', '5_triệu_đồng, 2,5_nghìn_tấn'],
])('no line breaks inside dates, ranges and quantities: %s', (text, expected) =>
  expect(visible(noBreak(text))).toBe(expected),
);

test.each([
  'năm nay có sáu ngày mưa',
  'từ 2018 đến 2023',
  'Sở 4 và Sở 5',
  '0227-3740-223 hoặc 2018-06-20',
  'hội nghị - hội thảo',
  'có 12 họa sĩ',
  'số vốn',
])('other text is the same: %s', (text) => expect(noBreak(text)).toBe(text));

const text = fc
  .array(
    fc.constantFrom(
      ...[' ', ' ', '-', '–', ',', '%', '2018', '20/6', '5', 'ngày', 'tháng', 'thứ', 'Tư', 'triệu', 'đồng', 'người'],
      ...['XII', 'chữ', '\n', '\u00A0'],
    ),
  )
  .map((parts) => parts.join(''));

test('only spaces and joiners change, and doing it again changes nothing', () => {
  fc.assert(
    fc.property(text, (written) => {
      const printed = noBreak(written);
      const plain = (value: string) => value.replaceAll('\u00A0', ' ').replaceAll('\u2060', '');
      expect(plain(printed)).toBe(plain(written));
      expect(noBreak(printed)).toBe(printed);
    }),
  );
});

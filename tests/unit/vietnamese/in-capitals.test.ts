import { expect, test } from 'vitest';
import { isInCapitals } from '#vietnamese/is-in-capitals.ts';

test.each([
  'HỘI NGHỊ TỔNG KẾT CÔNG TÁC NĂM 2018',
  'LIÊN HIỆP HỘI THÁI BÌNH KÝ KÊT CHƯƠNG TRÌNH PHỐI HỢP',
  'UBND TỈNH LÀM VIỆC VỚI HỘI',
  '“CHÚC MỪNG NĂM MỚI!”',
  'THONG BAO TUYEN SINH',
])('%s is all capitals', (text) => {
  expect(isInCapitals(text)).toBe(true);
  expect(isInCapitals(text.normalize('NFD'))).toBe(true);
});

test.each([
  'Hội nghị tổng kết công tác năm 2018',
  'HỘI NGHỊ TỔNG KẾT của Liên hiệp Hội',
  'LIÊN HIỆP',
  'LIÊN HIỆP HỘI',
  'UBND',
  'HĐND, UBND, MTTQ, LĐLĐ, VUSTA',
  '20/06/2018 - 2023',
  '',
])('%j is not all capitals', (text) => expect(isInCapitals(text)).toBe(false));

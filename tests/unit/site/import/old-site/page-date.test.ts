import { expect, test } from 'vitest';
import { isMonthFirst, pageDate } from '#site/import/old-site/page-date.ts';

test.each([
  ['Thứ sáu - 25/12/2015 08:30', '2015-12-25 08:30'],
  ['08:30 | 25/12/2015', '2015-12-25 08:30'],
  ['Cập nhật: 08:30, 25-12-2015', '2015-12-25 08:30'],
  ['Đăng ngày 25/12/2015 lúc 8h30', '2015-12-25 08:30'],
  ['Thứ Hai, 05 Tháng 8 2013 09:12', '2013-08-05 09:12'],
  ['Ngày 25 tháng 12 năm 2015', '2015-12-25'],
  ['December 25, 2015', '2015-12-25'],
  ['Th12 25, 2015', '2015-12-25'],
  ['Post published:Tháng Chín 11, 2023', '2023-09-11'],
  ['Tháng Mười Hai 25, 2015', '2015-12-25'],
  ['2015-12-25T01:30:00+00:00', '2015-12-25 08:30'],
  ['31/02/2015', undefined],
  ['hôm qua', undefined],
])('“%s” is %s', (text, expected) => {
  expect(pageDate(text, false)).toBe(expected);
});

test('a site that writes the month first is known by a day after the 12th', () => {
  expect(isMonthFirst(['6/20/2018 10:18:28 AM', '6/5/2018 8:00:00 AM'])).toBe(true);
  expect(isMonthFirst(['20/6/2018', '6/5/2018'])).toBe(false);
  expect(isMonthFirst(['5/6/2018'])).toBe(false);
  expect(pageDate('6/5/2018 8:00:00 AM', true)).toBe('2018-06-05 08:00');
});

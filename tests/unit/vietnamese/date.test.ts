import { dateToRfc822 } from '@11ty/eleventy-plugin-rss';
import { afterEach, expect, test } from 'vitest';
import {
  clockTime,
  dateTimeLabel,
  isoDay,
  isoInstant,
  longDate,
  parseVietnamDate,
  rfc822Instant,
  startOfNextDay,
  suggestedDate,
} from '#vietnamese/date.ts';

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

test.each(['UTC', 'Asia/Ho_Chi_Minh', 'America/New_York'])(
  'a date is a date in Việt Nam, whatever the time zone of the system: %s',
  (tz) => {
    process.env['TZ'] = tz;
    const day = parseVietnamDate('2018-06-20');
    expect(day?.toISOString()).toBe('2018-06-19T17:00:00.000Z');
    expect(day && longDate(day)).toBe('Thứ Tư, 20/06/2018');
    const morning = parseVietnamDate('2018-06-20 06:30');
    expect(morning && isoDay(morning)).toBe('2018-06-20');
    expect(morning && isoInstant(morning)).toBe('2018-06-20T06:30:00+07:00');
  },
);

test('an instant for RSS has the same format as from the Eleventy plugin', () => {
  expect(rfc822Instant(new Date('2018-06-20T01:30:00Z'))).toBe('Wed, 20 Jun 2018 08:30:00 +0700');
  for (let at = Date.UTC(1990, 0, 1); at < Date.UTC(2040, 0, 1); at += 7_777_777_000)
    expect(rfc822Instant(new Date(at))).toBe(dateToRfc822(new Date(at), 'Asia/Ho_Chi_Minh'));
});

test.each(['2018-06-31', '2012-13-45', '20/06/2018', '2018-6-20', 'hôm nay', '2018-06-20 25:00', '2018-06-20 24:00'])(
  '%s is not a date',
  (text) => expect(parseVietnamDate(text)).toBeUndefined(),
);

test.each([
  ['20/06/2018', '2018-06-20'],
  ['20-6-2018', '2018-06-20'],
  ['20.6.2018', '2018-06-20'],
  ['20/06/18', '2018-06-20'],
  ['2018-6-20', '2018-06-20'],
  ['2026–11–23', '2026-11-23'],
  ['“2026-11-23”', '2026-11-23'],
  ['ngày 23/11/2026', '2026-11-23'],
  ['20 tháng 6 năm 2018', '2018-06-20'],
  ['2026-11-23 8:30', '2026-11-23 08:30'],
  ['2026-11-23 8h30', '2026-11-23 08:30'],
  ['23/11/2026 08:30', '2026-11-23 08:30'],
  ['08:30 23/11/2026', '2026-11-23 08:30'],
  ['31/06/2018', undefined],
  ['08:30', undefined],
  ['23/11', undefined],
  ['true', undefined],
  ['hôm qua', undefined],
])('a date in a common notation is converted to the correct one: %s', (written, expected) =>
  expect(suggestedDate(written)).toBe(expected),
);

test('a date has its time in a label when there is one', () => {
  expect(dateTimeLabel(new Date('2018-06-20T01:30:00Z'))).toBe('lúc 08:30, 20/06/2018');
  expect(dateTimeLabel(new Date('2018-06-19T17:00:00Z'))).toBe('ngày 20/06/2018');
});

test('the names of weekdays are those of Unicode CLDR', () => {
  const unicode = new Intl.DateTimeFormat('vi', { weekday: 'long', timeZone: 'Asia/Ho_Chi_Minh' });
  for (let day = 18; day < 25; day++) {
    const noon = new Date(`2018-06-${day}T05:00:00Z`);
    expect(longDate(noon)).toBe(`${unicode.format(noon)}, ${day}/06/2018`);
  }
});

test('a day begins and ends at midnight in Việt Nam', () => {
  const [first, last] = [new Date('2018-12-30T17:00:00Z'), new Date('2018-12-31T16:59:59.999Z')];
  expect([first, last].map(isoDay)).toEqual(['2018-12-31', '2018-12-31']);
  expect([first, last].map(clockTime)).toEqual(['', '23:59']);
  expect([first, last].map((instant) => startOfNextDay(instant).toISOString())).toEqual([
    '2018-12-31T17:00:00.000Z',
    '2018-12-31T17:00:00.000Z',
  ]);
});

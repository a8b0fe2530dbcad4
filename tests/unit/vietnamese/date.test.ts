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
    expect(day && longDate(day)).toBe('Thứ\u00A0Tư,\u00A020/06/2018');
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

test.each([
  ['2026-11-01 08:30:00 +0700', '2026-11-01T08:30:00+07:00'],
  ['2026-11-01 22:30:00 +0000', '2026-11-02T05:30:00+07:00'],
  ['2026-11-01 08:30:00 -0500', '2026-11-01T20:30:00+07:00'],
  ['2026-11-01 08:30:00 UTC', '2026-11-01T15:30:00+07:00'],
  ['2026-11-01 08:30:00.000000000 +07:00', '2026-11-01T08:30:00+07:00'],
  ['2026-11-01T08:30:00.000Z', '2026-11-01T15:30:00+07:00'],
  ['2026-11-01T08:30:00+0700', '2026-11-01T08:30:00+07:00'],
  ['2026-11-01 08:30 +0700', '2026-11-01T08:30:00+07:00'],
])('a date as another site generator writes it is read with its offset: %s', (written, expected) => {
  const instant = parseVietnamDate(written);
  expect(instant && isoInstant(instant)).toBe(expected);
});

test.each([
  ['2026-11-01 8:30 PM', '2026-11-01 20:30'],
  ['11:05 a.m. 1/11/2026', '2026-11-01 11:05'],
  ['12:30 SA 01/11/2026', '2026-11-01 00:30'],
  ['01/11/2026 5:00 CH', '2026-11-01 17:00'],
  ['2h chiều 1/11/2026', '2026-11-01 14:00'],
  ['8 giờ tối 1/11/2026', '2026-11-01 20:00'],
  ['8 giờ rưỡi sáng ngày 1/11/2026', '2026-11-01 08:30'],
  ['12 giờ trưa 1/11/2026', '2026-11-01 12:00'],
  ['1h trưa 1/11/2026', '2026-11-01 13:00'],
  ['10h đêm 1/11/2026', '2026-11-01 22:00'],
  ['20:30 PM 1/11/2026', '2026-11-01 20:30'],
  ['8 giờ 20 tháng 6 năm 2018', '2018-06-20 08:00'],
  ['8:30 GMT+9 1/11/2026', '2026-11-01 06:30'],
  ['Sun, 01 Nov 2026 20:30:00 +0000', '2026-11-02 03:30'],
  ['Sun Nov 01 2026 08:30:00 GMT+0700 (Indochina Time)', '2026-11-01 08:30'],
  ['Sunday, November 1st 2026, 8:30:00 pm', '2026-11-01 20:30'],
  ['1 thg 11, 2026', '2026-11-01'],
  ['1 tháng Mười Một năm 2026', '2026-11-01'],
  ['Hà Nội, ngày 20 tháng 6 năm 2018', '2018-06-20'],
  ['1-11-98', '1998-11-01'],
])('the time is the one that Vietnamese readers understand: %s', (written, expected) =>
  expect(suggestedDate(written)).toBe(expected),
);

test.each([
  '1-3/11/2026',
  '1/11/2026 - 3/11/2026',
  '1, 2/11/2026',
  '1.11.2026.5',
  '26-11-01',
  '8h-11h30 1/11/2026',
  '8:30-09:30 1/11/2026',
  '12 giờ đêm 1/11/2026',
  '24h 31/12/2026',
  '9 giờ kém 15 1/11/2026',
  '8.30 1/11/2026',
  '13 giờ sáng 1/11/2026',
  'chiều 1/11/2026',
  'hết ngày 31/12/2026',
  'Trước Tết, ngày 1/2/2026',
  '2026-11-01 08:30 EST',
  '2026-11-01 08:30 Asia/Tokyo',
  '8h 1/11/2026 âm lịch',
  '0206/11/2026',
  '20261101',
])('no date is suggested where readers may understand another instant: %s', (written) =>
  expect(suggestedDate(written)).toBeUndefined(),
);

/** Spellings of a day, of a time with the hour that readers understand, and words that change neither. */
const spellings = {
  day: (d: number, m: number) => [
    ...[
      `${d}/${m}/2026`,
      `${d}-${m}-2026`,
      `${d}.${m}.2026`,
      `2026-${m}-${d}`,
      `2026/${m}/${d}`,
      `ngày ${d}/${m}/2026`,
    ],
    ...[`${d} tháng ${m} năm 2026`, `${d} tháng ${m}, 2026`, `${d} thg ${m}, 2026`, `ngày ${d} tháng ${m} năm 2026`],
  ],
  time: (h: number, minute: string): readonly [written: string, hour: number | undefined][] => [
    ...[`${h}:${minute}`, `${h}h${minute}`, `${h} giờ ${minute} phút`, `${h}g${minute}`, `lúc ${h}h${minute}`].map(
      (written): [string, number] => [written, h],
    ),
    [`${h}:${minute} AM`, h === 12 ? 0 : h < 12 ? h : undefined],
    [`${h}:${minute} PM`, h === 0 ? undefined : h < 12 ? h + 12 : h],
    [`${h}h${minute} sáng`, h < 12 ? h : undefined],
    [`${h} giờ ${minute} phút chiều`, h >= 1 && h <= 7 ? h + 12 : h >= 13 ? h : undefined],
    [`${h}h${minute} tối`, h >= 5 && h <= 11 ? h + 12 : h >= 17 ? h : undefined],
    [`tối, ${h}h${minute}`, h >= 5 && h <= 11 ? h + 12 : h >= 17 ? h : undefined],
  ],
  noise: [
    '',
    '?',
    'hết',
    'trước',
    '1 - ',
    'từ',
    '-3',
    '+7',
    '0',
    'EST',
    'âm lịch',
    'và 9h',
    'đêm',
    '5/',
    '/12',
    'kém 5',
  ],
};

test('a suggestion is the instant that readers understand, or there is none', () => {
  const two = (number: number) => String(number).padStart(2, '0');
  let suggestions = 0;
  for (let round = 0; round < 2_000; round++) {
    const pick = <Item>(list: readonly Item[], salt: number) =>
      list[(round * 7919 + salt * round) % list.length] as Item;
    const [d, m, h, minute] = [1 + ((round * 5) % 28), 1 + (round % 12), (round * 11) % 24, two((round * 13) % 60)];
    const day = pick(spellings.day(d, m), 3);
    const [time, hour] = pick(spellings.time(h, minute), 5);
    const noise = round % 3 === 0 ? pick(spellings.noise, 1) : '';
    const parts = [round % 2 === 0 ? `${day} ${time}` : `${time} ${day}`, noise].filter(Boolean);
    const written = (round % 4 === 0 ? parts.toReversed() : parts).join(' ');
    const suggested = suggestedDate(written);
    if (suggested === undefined) continue;
    suggestions++;
    // An offset moves the instant, and a zone may only stand right after a time.
    const isUtcPlus7 = noise === '' || noise === '+7';
    expect(isUtcPlus7 && hour !== undefined, written).toBe(true);
    expect(suggested, written).toBe(`2026-${two(m)}-${two(d)} ${two(hour ?? 0)}:${minute}`);
  }
  expect(suggestions).toBeGreaterThan(700);
});

test('a date has its time in a label when there is one', () => {
  expect(dateTimeLabel(new Date('2018-06-20T01:30:00Z'))).toBe('lúc 08:30, 20/06/2018');
  expect(dateTimeLabel(new Date('2018-06-19T17:00:00Z'))).toBe('ngày 20/06/2018');
});

test('the names of weekdays are those of Unicode CLDR', () => {
  const unicode = new Intl.DateTimeFormat('vi', { weekday: 'long', timeZone: 'Asia/Ho_Chi_Minh' });
  for (let day = 18; day < 25; day++) {
    const noon = new Date(`2018-06-${day}T05:00:00Z`);
    expect(longDate(noon).replaceAll('\u00A0', ' ')).toBe(`${unicode.format(noon)}, ${day}/06/2018`);
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

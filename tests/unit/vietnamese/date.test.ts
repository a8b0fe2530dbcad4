import { afterEach, expect, test } from 'vitest';
import { isoDay, isoInstant, longDate, parseVietnamDate, suggestedDate, whenever } from '#vietnamese/date.ts';

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

test.each(['UTC', 'Asia/Ho_Chi_Minh', 'America/New_York'])(
  'a day is that day in Việt Nam when the machine is in %s',
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

test.each(['2018-06-31', '2012-13-45', '20/06/2018', '2018-6-20', 'hôm nay', '2018-06-20 25:00'])(
  '%s is no date',
  (text) => expect(parseVietnamDate(text)).toBeUndefined(),
);

test('a date written as people write it is answered with the right form', () => {
  expect(suggestedDate('20/06/2018')).toBe('2018-06-20');
  expect(suggestedDate('20-6-2018')).toBe('2018-06-20');
  expect(suggestedDate('31/06/2018')).toBeUndefined();
});

test('an hour is told where there is one', () => {
  expect(whenever(new Date('2018-06-20T01:30:00Z'))).toBe('lúc 08:30, 20/06/2018');
  expect(whenever(new Date('2018-06-19T17:00:00Z'))).toBe('ngày 20/06/2018');
});

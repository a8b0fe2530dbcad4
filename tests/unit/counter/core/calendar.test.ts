import { expect, test } from 'vitest';
import { dateOfEpochDay, epochDayAt, epochDayOfDate } from '#counter/core/epoch-day.ts';

test.each([
  ['2026-11-24T00:00:00+07:00', '2026-11-24'],
  ['2026-11-23T23:59:59.999+07:00', '2026-11-23'],
  ['2026-11-23T17:00:00Z', '2026-11-24'],
  ['2024-02-28T17:00:00Z', '2024-02-29'],
  ['2026-12-31T17:00:00Z', '2027-01-01'],
])('in Việt Nam %s falls on %s', (instant, date) => {
  expect(dateOfEpochDay(epochDayAt(Date.parse(instant)))).toBe(date);
});

test('formatting a day and parsing the date gives the same day', () => {
  for (const day of [1, 10_957, 20_781, 30_000]) expect(epochDayOfDate(dateOfEpochDay(day))).toBe(day);
});

test.each(['2026-02-30', '2026-13-01', '2025-02-29', '2026-1-1', '24/11/2026', '2026-11-24T00:00', ' 2026-11-24', ''])(
  '%j is not a date',
  (text) => expect(epochDayOfDate(text)).toBeUndefined(),
);

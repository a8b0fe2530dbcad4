import { expect, test } from 'vitest';
import { emptyBody } from '#news/body.ts';
import { displayTitle, type Event, eventEnd, nearestDeadline, pastEvents, upcomingEvents } from '#news/event.ts';
import { parseVietnamDate } from '#vietnamese/date.ts';

const at = (text: string) => parseVietnamDate(text) ?? new Date(Number.NaN);

function event(from: string, to?: string): Event {
  return {
    path: `content/events/${from}.md`,
    slug: from,
    id: `urn:uuid:${from}`,
    title: from,
    date: at('2026-01-01'),
    from: at(from),
    ...(to && { to: at(to) }),
    draft: false,
    body: emptyBody,
  };
}

test.each([
  ['2026-12-01', undefined, '2026-12-02'],
  ['2026-12-01 08:00', undefined, '2026-12-02'],
  ['2026-12-01 08:00', '2026-12-01 11:30', '2026-12-01 11:30'],
  ['2026-12-01 08:00', '2026-12-03', '2026-12-04'],
  ['2026-12-31', '2026-12-31', '2027-01-01'],
])('an event from %s to %s is over at %s, Việt Nam time', (from, to, end) => {
  expect(eventEnd(event(from, to))).toEqual(at(end));
});

test('events that are not over are sorted by start, earliest first; past events latest first', () => {
  const [current, upcoming, over, longOver] = [
    event('2026-11-20', '2026-11-25'),
    event('2026-12-01'),
    event('2026-11-01'),
    event('2025-11-01'),
  ];
  const all = [longOver, upcoming, over, current];
  expect(upcomingEvents(all, at('2026-11-23'))).toEqual([current, upcoming]);
  expect(pastEvents(all, at('2026-11-23'))).toEqual([over, longOver]);
});

test('the title of a cancelled event says so first, and the event stays in its list', () => {
  const cancelled = { ...event('2026-12-01'), title: 'Hội thả diều', cancelled: 'Mưa bão.' };
  expect(displayTitle(cancelled)).toBe('Đã hủy: Hội thả diều');
  expect(displayTitle({ title: 'Hội thả diều' })).toBe('Hội thả diều');
  expect(upcomingEvents([cancelled], at('2026-11-23'))).toEqual([cancelled]);
});

test.each([
  ['2026-12-20', '2026-11-19 23:59', false],
  ['2026-12-20', '2026-11-20', true],
  ['2026-12-20', '2026-12-20 23:59', true],
  ['2026-12-20', '2026-12-21', false],
  ['2026-12-20 17:00', '2026-12-20 17:00', false],
])('the home page announces a deadline on %s at %s: %s', (deadline, now, isAnnounced) => {
  const contest = { ...event('2027-01-10'), deadline: at(deadline) };
  expect(nearestDeadline([contest], at(now))?.event).toBe(isAnnounced ? contest : undefined);
  expect(nearestDeadline([{ ...contest, cancelled: 'Vì bão' }], at(now))).toBeUndefined();
});

test('of several deadlines the home page announces the nearest', () => {
  const [later, sooner] = ['2026-12-25', '2026-12-20'].map((day) => ({ ...event('2027-01-10'), deadline: at(day) }));
  expect(nearestDeadline([later, sooner] as Event[], at('2026-12-01'))?.event).toBe(sooner);
});

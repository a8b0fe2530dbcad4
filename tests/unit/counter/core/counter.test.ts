import { expect, test } from 'vitest';
import type { Counter } from '#counter/core/counter.ts';
import { limitOf48, limitOf56, networkLimit } from '#counter/core/network-limits.ts';
import { NotDurableError } from '#counter/core/visit-counter.ts';
import { pruneAll, restartableCounter } from '../../../restartable-counter.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const noon = Date.parse('2026-11-24T12:00:00+07:00');
const midnight = Date.parse('2026-11-25T00:00:00+07:00');

const reader = { network: '203.0.113.7', userAgent: 'Firefox' };

function open(counter: Counter, now: number, path = '/a/', visitor = reader): boolean {
  const counted = counter.hit({ ...visitor, path }, now);
  counter.commit();
  return counted;
}

function visits(counter: Counter, now: number): number {
  return counter.figures([], now).total;
}

test('a page counts once for a visitor, and every page of a visit counts', () => {
  const counter = restartableCounter().start(noon);
  expect([open(counter, noon), open(counter, noon + second), open(counter, noon + 2 * second, '/b/')]).toEqual([
    true,
    false,
    true,
  ]);
  expect(counter.figures(['/a/', '/b/', '/c/'], noon)).toEqual({
    total: 1,
    today: 1,
    pages: { '/a/': 1, '/b/': 1, '/c/': 0 },
  });
});

test('another network or another browser is another visitor', () => {
  const counter = restartableCounter().start(noon);
  open(counter, noon);
  expect(open(counter, noon, '/a/', { ...reader, network: '203.0.113.8' })).toBe(true);
  expect(open(counter, noon, '/a/', { ...reader, userAgent: 'Safari' })).toBe(true);
  expect(visits(counter, noon)).toBe(3);
});

test('a repeat gives the numbers and is marked as not counted', () => {
  const counter = restartableCounter().start(noon);
  open(counter, noon);
  expect(counter.pageFigures('/a/', open(counter, noon), noon)).toEqual({
    total: 1,
    today: 1,
    path: '/a/',
    views: 1,
    counted: false,
  });
});

test.each([
  ['29 minutes 59 seconds', 30 * minute - second, false],
  ['30 minutes', 30 * minute, true],
])('a visitor who returns after %s counts again only if the window has passed', (_when, elapsed, isNew) => {
  const counter = restartableCounter().start(noon);
  open(counter, noon);
  expect(open(counter, noon + elapsed)).toBe(isNew);
  expect(visits(counter, noon + elapsed)).toBe(isNew ? 2 : 1);
});

test('a visitor who returns within the window is the same visitor, however long the visit lasts', () => {
  const counter = restartableCounter().start(noon);
  open(counter, noon);
  for (let now = noon; now < noon + 3 * hour; now += 29 * minute) {
    open(counter, now, '/a/');
    open(counter, now, '/b/');
  }
  expect(counter.figures(['/a/', '/b/'], noon)).toMatchObject({ total: 1, pages: { '/a/': 1, '/b/': 1 } });
});

test('a hit on another page extends the visit, but not the view of the first page', () => {
  const counter = restartableCounter().start(noon);
  open(counter, noon, '/a/');
  open(counter, noon + 20 * minute, '/b/');
  expect(open(counter, noon + 40 * minute, '/a/')).toBe(true);
  expect(visits(counter, noon)).toBe(1);
});

test('a restart counts nobody twice within the window, whose end is known to the minute', () => {
  for (const lastSeen of [noon, noon + 59 * second]) {
    const memory = restartableCounter();
    open(memory.start(noon), lastSeen);
    expect(open(memory.start(lastSeen + 29 * minute), lastSeen + 30 * minute - second)).toBe(false);
  }
  const memory = restartableCounter();
  open(memory.start(noon), noon);
  expect(open(memory.start(noon + 31 * minute), noon + 31 * minute)).toBe(true);
});

test('a repeat extends the window across a restart too', () => {
  const memory = restartableCounter();
  const before = memory.start(noon);
  open(before, noon);
  open(before, noon + 20 * minute);
  expect(open(memory.start(noon + 40 * minute), noon + 40 * minute)).toBe(false);
});

test('a day begins at midnight in Việt Nam', () => {
  const counter = restartableCounter().start(noon);
  open(counter, midnight - 1);
  open(counter, midnight, '/a/', { ...reader, userAgent: 'Safari' });
  expect(counter.figures([], midnight - 1)).toMatchObject({ total: 2, today: 1 });
  expect(counter.all(midnight).days).toEqual({ '2026-11-24': 1, '2026-11-25': 1 });
  expect(counter.all(midnight).months).toEqual({ '2026-11': 2 });
});

test('midnight counts nobody twice, with or without a restart', () => {
  for (const restarted of [false, true]) {
    const memory = restartableCounter();
    const before = memory.start(noon);
    open(before, midnight - 10 * minute);
    const counter = restarted ? memory.start(midnight + minute) : before;
    expect(open(counter, midnight + 5 * minute)).toBe(false);
    expect(open(counter, midnight + 6 * minute, '/b/')).toBe(true);
    expect(open(counter, midnight + 34 * minute)).toBe(false);
    expect(counter.figures([], midnight + 34 * minute)).toMatchObject({ total: 1, today: 0 });
  }
});

test('a day has one salt, which is deleted half an hour after the day', () => {
  const memory = restartableCounter();
  const counter = memory.start(noon);
  open(counter, noon);
  const [old] = memory.salts;
  open(counter, midnight - 1);
  expect(memory.salts).toEqual([old]);
  open(counter, midnight);
  expect(memory.salts.map(({ secret }) => secret)).toContain(old?.secret);
  expect(memory.salts).toHaveLength(2);
  pruneAll(counter, midnight + 30 * minute);
  expect(memory.salts).toHaveLength(1);
  expect(memory.salts[0]?.secret).not.toBe(old?.secret);
});

test('a lost salt is replaced by a new one', () => {
  const memory = restartableCounter();
  open(memory.start(noon), noon);
  const [old] = memory.salts;
  memory.salts = [];
  const counter = memory.start(noon);
  expect(open(counter, noon)).toBe(true);
  expect(memory.salts[0]?.secret.length).toBeGreaterThanOrEqual(43);
  expect(memory.salts[0]?.secret).not.toBe(old?.secret);
});

test('the database contains neither networks nor user agents', () => {
  const memory = restartableCounter();
  open(memory.start(noon), noon);
  const tables = ['counts', 'totals', 'recent', 'meta'].map((table) => memory.sql.query(`SELECT * FROM ${table}`));
  expect(JSON.stringify(tables)).not.toMatch(/203\.0|Firefox/);
});

function hitFromBrowsers(counter: Counter, from: number, to: number, now: number): number {
  let counted = 0;
  for (let n = from; n < to; n++)
    if (counter.hit({ ...reader, userAgent: `Firefox/${n}`, path: '/a/' }, now)) counted++;
  counter.commit();
  return counted;
}

test('at most 120 views of one network count in a window; other networks are not affected', () => {
  const counter = restartableCounter().start(noon);
  expect(hitFromBrowsers(counter, 0, 200, noon)).toBe(networkLimit);
  expect(open(counter, noon, '/a/', { ...reader, network: '203.0.113.8' })).toBe(true);
  expect(hitFromBrowsers(counter, 200, 400, noon + 29 * minute)).toBe(0);
  expect(hitFromBrowsers(counter, 400, 600, noon + 30 * minute)).toBe(networkLimit);
  expect(visits(counter, noon)).toBe(2 * networkLimit + 1);
});

test('a client with many IPv6 networks is one of its /56 and of its /48; other clients count', () => {
  const counter = restartableCounter({ maxKeys: 100_000, maxPendingHits: 100_000 }).start(noon);
  const hits = (prefix: string, networks: number) => {
    let counted = 0;
    for (let n = 0; n < networks; n++)
      for (let browser = 0; browser < 4; browser++)
        if (
          counter.hit(
            { network: `${prefix}${n.toString(16)}::/64`, userAgent: `Firefox/${browser}`, path: '/a/' },
            noon,
          )
        )
          counted++;
    return counted;
  };
  // Networks 0 to ff are one /56, those up to fff sixteen.
  expect(hits('2001:db8:1:', 0x100)).toBe(limitOf56);
  expect(hits('2001:db8:2:', 0x1000)).toBe(limitOf48);
  expect(hits('2001:db8:3:', 10)).toBe(40);
});

test('a tally is stored only when its network nears the limit', () => {
  const memory = restartableCounter();
  hitFromBrowsers(memory.start(noon), 0, networkLimit / 4 - 1, noon);
  expect(memory.store.tallies()).toEqual([]);
  hitFromBrowsers(memory.start(noon), 100, 100 + networkLimit / 4, noon);
  expect(memory.store.tallies()).toHaveLength(1);
});

test('neither a restart nor midnight resets the limit of a network', () => {
  const memory = restartableCounter();
  expect(hitFromBrowsers(memory.start(noon), 0, 100, midnight - 5 * minute)).toBe(100);
  const counter = memory.start(midnight - minute);
  expect(hitFromBrowsers(counter, 100, 115, midnight - minute)).toBe(15);
  expect(hitFromBrowsers(counter, 115, 300, midnight + minute)).toBe(5);
  expect(hitFromBrowsers(memory.start(midnight + 2 * minute), 300, 400, midnight + 2 * minute)).toBe(0);
});

test('a clock set back a day counts nobody twice and locks nobody out', () => {
  for (const now of [noon, midnight + 10 * minute]) {
    const counter = restartableCounter().start(now - 20 * minute);
    open(counter, now - 15 * minute);
    open(counter, now, '/b/');
    hitFromBrowsers(counter, 0, 200, now);
    const back = now - day;
    expect(open(counter, back)).toBe(false);
    expect(open(counter, back + minute, '/b/')).toBe(false);
    expect(visits(counter, back)).toBe(networkLimit - 2 + 1);
    expect(open(counter, back + 31 * minute)).toBe(true);
    expect(hitFromBrowsers(counter, 200, 400, back + 32 * minute)).toBe(networkLimit - 1);
  }
});

test('a clock set back a day while the counter was stopped counts nobody twice either', () => {
  for (const now of [noon, midnight + 10 * minute]) {
    const memory = restartableCounter();
    const before = memory.start(now - 20 * minute);
    open(before, now - 15 * minute);
    open(before, now, '/b/');
    hitFromBrowsers(before, 0, 200, now);
    const back = now - day;
    const counter = memory.start(back);
    expect(open(counter, back)).toBe(false);
    expect(open(counter, back + minute, '/b/')).toBe(false);
    expect(open(counter, back + 31 * minute)).toBe(true);
    // The tally of one view was never stored.
    expect(hitFromBrowsers(memory.start(back + 32 * minute), 200, 400, back + 32 * minute)).toBe(networkLimit);
  }
});

test('a small step back of the clock is ignored', () => {
  const counter = restartableCounter().start(noon);
  open(counter, noon);
  expect(open(counter, noon - 50 * second)).toBe(false);
  expect(open(counter, noon + 30 * minute - second)).toBe(false);
});

test('expired keys and tallies are deleted', () => {
  const memory = restartableCounter();
  const counter = memory.start(noon);
  hitFromBrowsers(counter, 0, 40, noon);
  pruneAll(counter, noon + 29 * minute);
  expect(memory.store.keysAfter(0, 1e6).flatMap(({ keys }) => keys)).toHaveLength(80);
  expect(memory.store.tallies()).toHaveLength(1);
  pruneAll(counter, noon + 31 * minute);
  expect(memory.store.keysAfter(0, 1e6)).toEqual([]);
  expect(memory.store.tallies()).toEqual([]);
});

test('at the maximum number of keys new visitors do not count until keys expire; known visitors stay known', () => {
  const counter = restartableCounter({ maxKeys: 10 }).start(noon);
  const visitor = (n: number) => ({ ...reader, network: `198.51.100.${n}` });
  const counted = (from: number, to: number, now: number) => {
    let count = 0;
    for (let n = from; n < to; n++) if (open(counter, now, '/a/', visitor(n))) count++;
    return count;
  };
  expect(counted(0, 20, noon)).toBe(5);
  expect(open(counter, noon + minute, '/a/', visitor(0))).toBe(false);
  expect(counted(20, 40, noon + 30 * minute)).toBe(4);
});

test('at the maximum number of pending hits a hit is refused, not dropped silently', () => {
  const counter = restartableCounter({ maxPendingHits: 3 }).start(noon);
  const hit = (n: number) => counter.hit({ ...reader, userAgent: `Firefox/${n}`, path: '/a/' }, noon);
  for (const n of [1, 2, 3]) hit(n);
  expect(() => hit(4)).toThrow(NotDurableError);
  counter.commit();
  expect(hit(4)).toBe(true);
  counter.commit();
  expect(visits(counter, noon)).toBe(4);
});

test('pending hits are in no number; after a failed commit they stay pending and are written once', () => {
  const memory = restartableCounter();
  const counter = memory.start(noon);
  open(counter, noon);
  counter.hit({ ...reader, path: '/b/' }, noon);
  memory.failsTransactions = true;
  for (let tries = 0; tries < 3; tries++) expect(() => counter.commit()).toThrow('disk full');
  expect(counter.hit({ ...reader, path: '/b/' }, noon)).toBe(false);
  expect(counter.figures(['/b/'], noon).pages).toEqual({ '/b/': 0 });
  expect(memory.store.total('/b/')).toBe(0);
  memory.failsTransactions = false;
  counter.commit();
  counter.commit();
  expect(counter.figures(['/b/'], noon).pages).toEqual({ '/b/': 1 });
  expect(memory.store.total('/b/')).toBe(1);
});

test('days older than 400 days are added up, and no total changes', () => {
  const memory = restartableCounter();
  const counter = memory.start(noon - 800 * day);
  for (let n = 800; n >= 0; n -= 100) open(counter, noon - n * day, n % 200 ? '/a/' : '/b/');
  const before = counter.figures(['/a/', '/b/'], noon);
  expect(before).toMatchObject({ total: 9, pages: { '/a/': 4, '/b/': 5 } });
  const restarted = memory.start(noon);
  expect(restarted.figures(['/a/', '/b/'], noon)).toEqual(before);
  expect(Object.keys(restarted.all(noon).days)).toHaveLength(5);
  expect(memory.store.rowsAfter({ day: -1, path: '' }, 1e6).filter(({ day: on }) => on === 0)).toEqual([
    { day: 0, path: '', n: 4 },
    { day: 0, path: '/a/', n: 2 },
    { day: 0, path: '/b/', n: 2 },
  ]);
});

test('a clock set far ahead does not roll up the history', () => {
  const memory = restartableCounter();
  const counter = memory.start(noon - 10 * day);
  for (let n = 10; n >= 0; n--) open(counter, noon - n * day);
  const inFuture = memory.start(noon + 5000 * day);
  open(inFuture, noon + 5000 * day);
  inFuture.prune(noon + 5000 * day + hour);
  expect(Object.keys(memory.start(noon).all(noon).days)).toHaveLength(12);
});

test('recent views cover the last 30 days; months are sums of the days', () => {
  const counter = restartableCounter().start(noon - 40 * day);
  for (const n of [40, 30, 29, 1, 0]) open(counter, noon - n * day);
  expect(counter.all(noon)).toMatchObject({
    v: 1,
    at: '2026-11-24T05:00:00.000Z',
    total: 5,
    today: 1,
    pages: { '/a/': 5 },
    recent: { '/a/': 3 },
    months: { '2026-10': 3, '2026-11': 2 },
  });
});

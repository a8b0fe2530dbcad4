import { expect, test } from 'vitest';
import { hiddenBecause, nextVisibilityChange, published, withdrawn } from '#news/published.ts';

const item = (
  slug: string,
  date: string,
  more: { draft?: boolean; expires?: Date; withdrawn?: { date: Date } } = {},
) => ({
  slug,
  date: new Date(date),
  draft: false,
  ...more,
});

test('an article is published at the instant of its date; the newest is first', () => {
  const items = [item('nay', '2026-11-22T17:00:00Z'), item('moi', '2026-11-23T01:00:00Z')];
  expect(published(items, new Date('2026-11-22T16:59:59Z'))).toEqual([]);
  expect(published(items, new Date('2026-11-22T17:00:00Z')).map(({ slug }) => slug)).toEqual(['nay']);
  expect(published(items, new Date('2026-11-23T01:00:00Z')).map(({ slug }) => slug)).toEqual(['moi', 'nay']);
});

test('drafts and expired articles are hidden', () => {
  const items = [
    item('nhap', '2020-01-01', { draft: true }),
    item('cu', '2020-01-01', { expires: new Date('2021-01-01') }),
  ];
  expect(published(items, new Date('2020-06-01')).map(({ slug }) => slug)).toEqual(['cu']);
  expect(published(items, new Date('2021-01-01'))).toEqual([]);
});

test('an article is withdrawn and expires at the instant that is written, not a moment later', () => {
  const end = new Date('2026-11-23T01:00:00Z');
  const before = new Date(end.getTime() - 1);
  const taken = item('go', '2020-01-01', { withdrawn: { date: end } });
  const over = item('het', '2020-01-01', { expires: end });
  expect([taken, over].map((each) => hiddenBecause(each, before))).toEqual([undefined, undefined]);
  expect([taken, over].map((each) => hiddenBecause(each, end))).toEqual(['withdrawn', 'expired']);
  expect(withdrawn([taken, over], end)).toEqual([taken]);
});

test('the next change is the next publication, withdrawal or expiry of an item that is not a draft', () => {
  const items = [
    item('go', '2020-01-01', { withdrawn: { date: new Date('2029-06-01') } }),
    item('nhap', '2030-01-01', { draft: true }),
    item('hen', '2031-01-01'),
    item('cu', '2020-01-01', { expires: new Date('2030-06-01') }),
  ];
  expect(nextVisibilityChange(items, new Date('2026-01-01'))).toEqual(new Date('2029-06-01'));
  // Not the same instant again, or a timer would build for ever.
  expect(nextVisibilityChange(items, new Date('2029-06-01'))).toEqual(new Date('2030-06-01'));
  expect(nextVisibilityChange(items, new Date('2030-06-01'))).toEqual(new Date('2031-01-01'));
  expect(nextVisibilityChange(items, new Date('2032-01-01'))).toBeUndefined();
});

import { expect, test } from 'vitest';
import { parseStatus, type Status, statusFields, statusOf, statusText } from '#desk/entry/status.ts';

const statuses: readonly Status[] = [
  { is: 'draft' },
  { is: 'public' },
  { is: 'withdrawn', date: '2026-11-29', reason: 'Vì số liệu\nchưa đúng' },
];

test.each(statuses)('the status “$is” is the same in a field of the CMS and in front matter', (status) => {
  expect(parseStatus(statusText(status))).toEqual(status);
  const { draft, withdrawn, withdrawnReason } = statusFields(status);
  expect(
    statusOf({ ...(draft && { draft }), ...(withdrawn && { withdrawn }), ...(withdrawnReason && { withdrawnReason }) }),
  ).toEqual(status);
});

test('what nobody has chosen yet is a draft', () => {
  expect(parseStatus('')).toEqual({ is: 'draft' });
});

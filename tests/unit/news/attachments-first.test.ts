import { expect, test } from 'vitest';
import { attachmentsFirst } from '#news/attachments-first.ts';

test('files come first in an article of at most two minutes that has some', () => {
  expect(attachmentsFirst(['a.pdf'], 2)).toBe(true);
  expect(attachmentsFirst(['a.pdf'], 3)).toBe(false);
  expect(attachmentsFirst([], 1)).toBe(false);
});

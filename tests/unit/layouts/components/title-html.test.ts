import { expect, test } from 'vitest';
import { titleHtml } from '#layouts/components/title-html.ts';

test('a date, a range and a quantity of a title do not break, as its words of two syllables', () => {
  const { text } = titleHtml('Chương trình 2018 - 2023 cho 52 người');
  expect(text).toBe('<span class="word">Chương trình</span> 2018\u00A0-\u2060\u00A02023 cho 52\u00A0người');
});

test.each([
  [90, false],
  [91, true],
])('a title of %s characters is marked as long: %s', (length, isLong) => {
  expect(titleHtml('ệ'.repeat(length)).text.startsWith('<span class="long">')).toBe(isLong);
});

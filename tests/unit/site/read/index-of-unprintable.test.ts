import { expect, test } from 'vitest';
import { indexOfUnprintable } from '#site/read/index-of-unprintable.ts';

/** The same characters as Unicode property classes, tested one by one. */
const unprintablePattern = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u;

test('exactly the characters that no page or feed may contain are found', () => {
  const wrong: string[] = [];
  for (let code = 0; code <= 0x10ffff; code++) {
    const text = `chữ${String.fromCodePoint(code)}`;
    if ((indexOfUnprintable(text) === 3) !== unprintablePattern.test(text)) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});

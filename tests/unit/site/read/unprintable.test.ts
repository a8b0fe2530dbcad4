import { expect, test } from 'vitest';
import { unprintable } from '#site/read/unprintable.ts';

/** What the characters are called in Unicode's own terms, one by one. */
const none = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u;

test('of all characters those are found that neither a page nor a feed may hold', () => {
  const wrong: string[] = [];
  for (let code = 0; code <= 0x10ffff; code++) {
    const text = `chữ${String.fromCodePoint(code)}`;
    if ((unprintable(text) === 3) !== none.test(text)) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});

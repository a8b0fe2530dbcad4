import { expect, test } from 'vitest';
import { decodePage } from '#site/import/old-site/decode-page.ts';

/** Windows-1258 has the vowel and its tone apart. */
const windows1258 = Buffer.from([0x48, 0xf4, 0xf2, 0x69, 0x20, 0x6e, 0x67, 0x68, 0x69, 0xf2]);

test.each([
  ['UTF-8', Buffer.from('Hội nghị'), 'Hội nghị'],
  ['UTF-8 with a mark', Buffer.from('\uFEFFHội nghị'), 'Hội nghị'],
  ['UTF-16', Buffer.from('\uFEFFHội nghị', 'utf16le'), 'Hội nghị'],
  ['Windows-1258 that it does not name', windows1258, 'Hội nghị'],
  [
    'Windows-1258 that calls itself ISO-8859-1',
    Buffer.concat([Buffer.from('<meta charset=iso-8859-1>'), windows1258]),
    '<meta charset=iso-8859-1>Hội nghị',
  ],
])('a page in %s is read', (_, bytes, expected) => {
  expect(decodePage(bytes)).toBe(expected);
});

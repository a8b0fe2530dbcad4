import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileAbbreviations } from '#search/compile-abbreviations.ts';
import { forEachToken } from '#search/tokenize.ts';

const shorts = ['UBND', 'T.Ư', 'T.Ư Đoàn', 'KH&CN', '.NET', 'Đ/c'];
const pieces = [
  ...['ủy ban', 'Đ/C', 'đ/c', 't.ư', 'T.Ư.', 'KH&CNx', 'kh&cn', '.net', 'tỉnh', '06', 'e\u0323\u0302', '\u0301'],
  ...[' ', ', ', '. ', '\n', '-', '\u00A0', '😀', '𠮷野', '\uD83D', '\uDE00', '🇻', '٣', 'ﬁ', '1', '%'],
];

test('the words of a text are its runs of letters, digits and marks, and its abbreviations', () => {
  const escaped = shorts.filter((short) => /\W/u.test(short)).sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    [
      ...escaped.map((short) => `${short.replaceAll('.', '\\.')}(?![\\p{L}\\p{M}\\p{N}])`),
      '[\\p{L}\\p{M}\\p{N}]+',
    ].join('|'),
    'giu',
  );
  const compiled = compileAbbreviations(shorts.map((short) => ({ short, meaning: 'nghĩa', capitalsOnly: false })));
  const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3, unit: 'binary' })));
  fc.assert(
    fc.property(text, (parts) => {
      const written = parts.join('');
      const found: [string, number][] = [];
      forEachToken(written, compiled, (token, start) => found.push([token, start]));
      expect(found).toEqual(Array.from(written.matchAll(pattern), ({ 0: token, index }) => [token, index]));
    }),
    { numRuns: 1000 },
  );
});

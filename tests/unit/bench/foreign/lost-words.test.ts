import { expect, test } from 'vitest';
import { lostWords } from '#bench/foreign/lost-words.ts';

const lost = (source: string, page: string) =>
  lostWords(
    source.split(' ').map((text, index) => ({ text, line: index + 1 })),
    page.split(' '),
  ).map(({ line, text }) => `${line} ${text}`);

test.each([
  ['nothing', 'a b c', 'x a b y c z', []],
  ['a word', 'a b c d', 'a b d', ['3 c']],
  ['no word in capitals', 'A b', 'a B', []],
  ['runs', 'a b c d e f', 'a x d f', ['2 b c', '5 e']],
  ['the end, though the same word is in front', 'a b c', 'c a b', []],
  ['a repeated word', 'a b a b a', 'a b a', ['4 b a']],
  ['everything', 'a b', 'x', ['1 a b']],
])('words that the page lacks are lost: %s', (_name, source, page, expected) => {
  expect(lost(source, page)).toEqual(expected);
});

test('a run that stands elsewhere on the page is not lost', () => {
  expect(lost('a b n1 n2 n3 c d e f', 'a b c d e f n1 n2 n3')).toEqual([]);
});

test('one word that is elsewhere by chance does not hide a loss', () => {
  expect(lost('a b x y z c d e f', 'a b c d e f y')).toEqual(['3 x y z']);
});

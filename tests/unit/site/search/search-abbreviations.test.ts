import { expect, test } from 'vitest';
import { searchAbbreviations } from '#site/search/search-files.ts';

function found(...shorts: string[]) {
  return searchAbbreviations({ abbreviations: shorts.map((short) => ({ short, meaning: `nghĩa của ${short}` })) });
}

test('“TP.” is found as “TP” too', () => {
  expect(found('TP.')).toEqual([
    { short: 'TP.', meaning: 'nghĩa của TP.', capitalsOnly: false },
    { short: 'TP', meaning: 'nghĩa của TP.', capitalsOnly: false },
  ]);
});

test('letters that are a word too count in capitals alone, with a point or without', () => {
  expect(found('TU', 'TƯ.').map(({ short, capitalsOnly }) => [short, capitalsOnly])).toEqual([
    ['TU', true],
    ['TƯ.', false],
    ['TƯ', true],
  ]);
});

test('what editors wrote down themselves holds; one letter needs its point', () => {
  expect(found('TS.', 'TS', 'P.').map(({ short, meaning }) => [short, meaning])).toEqual([
    ['TS.', 'nghĩa của TS.'],
    ['TS', 'nghĩa của TS'],
    ['P.', 'nghĩa của P.'],
  ]);
});

import { expect, test } from 'vitest';
import { searchAbbreviations } from '#site/search/index-files.ts';

function abbreviationsOf(...shorts: string[]) {
  return searchAbbreviations({ abbreviations: shorts.map((short) => ({ short, meaning: `nghĩa của ${short}` })) });
}

test('“TP.” also matches as “TP”', () => {
  expect(abbreviationsOf('TP.')).toEqual([
    { short: 'TP.', meaning: 'nghĩa của TP.', capitalsOnly: false },
    { short: 'TP', meaning: 'nghĩa của TP.', capitalsOnly: false },
  ]);
});

test('an abbreviation that is also a word matches only in capitals if it is written without a full stop', () => {
  expect(abbreviationsOf('TU', 'TƯ.').map(({ short, capitalsOnly }) => [short, capitalsOnly])).toEqual([
    ['TU', true],
    ['TƯ.', false],
    ['TƯ', true],
  ]);
});

test('a form that editors listed themselves keeps its meaning; a single letter needs its full stop', () => {
  expect(abbreviationsOf('TS.', 'TS', 'P.').map(({ short, meaning }) => [short, meaning])).toEqual([
    ['TS.', 'nghĩa của TS.'],
    ['TS', 'nghĩa của TS'],
    ['P.', 'nghĩa của P.'],
  ]);
});

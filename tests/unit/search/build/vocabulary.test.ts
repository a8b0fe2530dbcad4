import { expect, test } from 'vitest';
import { Lexicon } from '#search/build/lexicon.ts';
import { visitTerms } from '#search/build/visit-terms.ts';
import { countSpelling, frequentWords, Vocabulary } from '#search/build/vocabulary.ts';
import { compileAbbreviations } from '#search/compile-abbreviations.ts';

/** The frequent words of entries with these titles. */
function listedWords(titles: readonly string[]): Record<string, readonly string[]> {
  const vocabulary = new Vocabulary();
  const compiled = compileAbbreviations([{ short: 'UBND', meaning: 'Ủy ban nhân dân', capitalsOnly: false }]);
  const lexicon = new Lexicon(compiled, vocabulary);
  for (const [entry, title] of titles.entries())
    visitTerms({ address: '', title, lead: '', body: '', category: '' }, lexicon, {
      word: () => {},
      pair: () => {},
      spelling: (spelling) => countSpelling(spelling, entry),
    });
  return Object.fromEntries(frequentWords(vocabulary.sortedSpellings()));
}

test('a word is listed with its most frequent marks, in their most frequent spelling', () => {
  expect(listedWords(['Hoa', 'hòa hòa hòa', 'hoà', 'Hoà'])).toEqual({ h: ['hoà'] });
});

test('words are listed by their initials and how many entries hold them, whatever the order of the entries', () => {
  const titles = ['cây lúa', 'cây xanh', 'lúa', 'cây cá'];
  expect(listedWords(titles)).toEqual({ c: ['cây', 'cá'], l: ['lúa'], x: ['xanh'] });
  expect(listedWords(titles.toReversed())).toEqual(listedWords(titles));
});

test('an abbreviation is not listed as a spelling of its words', () => {
  expect(listedWords(['UBND tỉnh'])).toEqual({ t: ['tỉnh'] });
});

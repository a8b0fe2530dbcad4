import { expect, test } from 'vitest';
import { abbreviations } from '#search/abbreviations.ts';
import { eachTerm } from '#search/build/each-term.ts';
import { Lexicon } from '#search/build/lexicon.ts';
import { listed as listedOf, note, Vocabulary } from '#search/build/vocabulary.ts';

/** What is listed of entries with these titles. */
function listed(titles: readonly string[]): string[] {
  const vocabulary = new Vocabulary();
  const known = abbreviations([{ short: 'UBND', meaning: 'Ủy ban nhân dân', capitalsOnly: false }]);
  const lexicon = new Lexicon(known, vocabulary);
  for (const [entry, title] of titles.entries())
    eachTerm({ address: '', title, lead: '', body: '', category: '' }, lexicon, {
      word: () => {},
      pair: () => {},
      spelling: (spelling) => note(spelling, entry),
    });
  return listedOf(vocabulary.sorted());
}

test('a word is listed with the marks that most entries give it, the way most of them place the tone', () => {
  expect(listed(['Hoa', 'hòa hòa hòa', 'hoà', 'Hoà'])).toEqual(['hoà']);
});

test('words are listed by how many entries hold them, in whatever order these come', () => {
  const titles = ['cây lúa', 'cây xanh', 'lúa', 'cây'];
  expect(listed(titles)).toEqual(['cây', 'lúa', 'xanh']);
  expect(listed(titles.toReversed())).toEqual(listed(titles));
});

test('an abbreviation is not how the words it means are written', () => {
  expect(listed(['UBND tỉnh'])).toEqual(['tỉnh']);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CompiledAbbreviations, compileAbbreviations } from '#search/compile-abbreviations.ts';
import { parseQuery } from '#search/parse-query.ts';
import { tokenize } from '#search/tokenize.ts';

const syllable = fc.constantFrom('ủy', 'ban', 'nhân', 'dân', 'Hội', 'đồng', 'khoa', 'học', 'và', 'Kỹ', 'thuật', 'tỉnh');
const phrase = fc.array(syllable, { minLength: 1, maxLength: 5 }).map((syllables) => syllables.join(' '));
const letters = fc.stringMatching(/^[A-ZĐÂ]{2,4}$/).filter((each) => !/^(BAN|VÂ)$/.test(each));
const short = fc.tuple(letters, fc.constantFrom('', '.', '&CN', '&ĐT', '&Â')).map((parts) => parts.join(''));

/** The words of a text, without their positions. */
function textWords(text: string, compiled: CompiledAbbreviations) {
  return tokenize(text, compiled).map(({ key, marks, followsPrevious }) => ({ key, marks, followsPrevious }));
}

/** The words of a typed query. */
function queryWords(text: string, compiled: CompiledAbbreviations) {
  return parseQuery(text, compiled).parts.flatMap((part) => part.words.map(({ key, marks }) => ({ key, marks })));
}

test('in a text an abbreviation equals its meaning, in capitals or not, between any words', () => {
  fc.assert(
    fc.property(short, phrase, phrase, phrase, (abbreviated, meaning, before, after) => {
      const compiled = compileAbbreviations([{ short: abbreviated, meaning, capitalsOnly: false }]);
      const expected = textWords(`${before}, ${meaning}, ${after}`, compiled);
      for (const written of [abbreviated, abbreviated.toLowerCase()])
        expect(textWords(`${before}, ${written}, ${after}`, compiled)).toEqual(expected);
    }),
  );
});

test('in a query an abbreviation equals its meaning, in NFC or NFD', () => {
  fc.assert(
    fc.property(short, phrase, phrase, (abbreviated, meaning, before) => {
      const compiled = compileAbbreviations([{ short: abbreviated, meaning, capitalsOnly: false }]);
      const expected = queryWords(`${before} ${meaning}`, compiled);
      for (const written of [abbreviated, abbreviated.toLowerCase(), abbreviated.normalize('NFD')])
        expect(queryWords(`${before} ${written}`, compiled)).toEqual(expected);
    }),
  );
});

test('an abbreviation that is also a word is expanded only in capitals', () => {
  fc.assert(
    fc.property(letters, phrase, (abbreviated, meaning) => {
      const compiled = compileAbbreviations([{ short: abbreviated, meaning, capitalsOnly: true }]);
      const none = compileAbbreviations([]);
      expect(textWords(abbreviated, compiled)).toEqual(textWords(meaning, none));
      expect(textWords(abbreviated.toLowerCase(), compiled)).toEqual(textWords(abbreviated.toLowerCase(), none));
    }),
  );
});

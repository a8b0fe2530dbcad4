import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Abbreviations, abbreviations } from '#search/abbreviations.ts';
import { parseQuery } from '#search/query.ts';
import { words } from '#search/words.ts';

const syllable = fc.constantFrom('ủy', 'ban', 'nhân', 'dân', 'Hội', 'đồng', 'khoa', 'học', 'và', 'Kỹ', 'thuật', 'tỉnh');
const spoken = fc.array(syllable, { minLength: 1, maxLength: 5 }).map((syllables) => syllables.join(' '));
const letters = fc.stringMatching(/^[A-ZĐÂ]{2,4}$/).filter((each) => !/^(BAN|VÂ)$/.test(each));
const short = fc.tuple(letters, fc.constantFrom('', '.', '&CN', '&ĐT', '&Â')).map((parts) => parts.join(''));

/** What is compared of a text. */
function inText(text: string, known: Abbreviations) {
  return words(text, known).map(({ key, marks, joined }) => ({ key, marks, joined }));
}

/** What is compared of what a reader types. */
function typed(text: string, known: Abbreviations) {
  return parseQuery(text, known).parts.flatMap((part) => part.words.map(({ key, marks }) => ({ key, marks })));
}

test('an abbreviation and what it means are one in a text, in capitals or not, between any words', () => {
  fc.assert(
    fc.property(short, spoken, spoken, spoken, (abbreviated, meaning, before, after) => {
      const known = abbreviations([{ short: abbreviated, meaning, capitalsOnly: false }]);
      const meant = inText(`${before}, ${meaning}, ${after}`, known);
      for (const written of [abbreviated, abbreviated.toLowerCase()])
        expect(inText(`${before}, ${written}, ${after}`, known)).toEqual(meant);
    }),
  );
});

test('they are one when they are typed, in NFC or NFD', () => {
  fc.assert(
    fc.property(short, spoken, spoken, (abbreviated, meaning, before) => {
      const known = abbreviations([{ short: abbreviated, meaning, capitalsOnly: false }]);
      const meant = typed(`${before} ${meaning}`, known);
      for (const written of [abbreviated, abbreviated.toLowerCase(), abbreviated.normalize('NFD')])
        expect(typed(`${before} ${written}`, known)).toEqual(meant);
    }),
  );
});

test('letters that are a word too mean it in capitals alone', () => {
  fc.assert(
    fc.property(letters, spoken, (abbreviated, meaning) => {
      const known = abbreviations([{ short: abbreviated, meaning, capitalsOnly: true }]);
      const none = abbreviations([]);
      expect(inText(abbreviated, known)).toEqual(inText(meaning, none));
      expect(inText(abbreviated.toLowerCase(), known)).toEqual(inText(abbreviated.toLowerCase(), none));
    }),
  );
});

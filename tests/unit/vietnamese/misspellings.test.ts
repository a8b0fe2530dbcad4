import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { misspellings } from '#vietnamese/misspellings.ts';

const none: ReadonlySet<string> = new Set();
const year = join(import.meta.dirname, '../../fixtures/newsroom/articles/2018');
const file = readdirSync(year).find((name) => name.startsWith('2018-06-20-')) ?? '';
const article = readFileSync(join(year, file), 'utf8')
  .replace(/^(---|#.*|date:.*|author:.*|category:.*)$/gm, '')
  .replace(/^title: /m, '');

function wrongWords(text: string): string[] {
  return misspellings(text, none).map(({ word }) => word);
}

test('the article of 20/06/2018 has one misspelt word, in its title: kêt', () => {
  expect(misspellings(article, none)).toEqual([
    { offset: article.indexOf('kêt'), word: 'kêt', suggestions: ['kết', 'kệt'] },
  ]);
});

test.each([
  ['Hội nghị triễn khai kế họach', ['họach']],
  ['Ban Chấp hành dã tòan tâm', ['tòan']],
  ['các nghành nghề', ['nghành']],
  ['LỄ KÝ KÊT', ['KÊT']],
  ['TRÍ THƯC', ['THƯC']],
  ['củathànhphố', ['củathànhphố']],
  ['Kết luận (kêt), “đựơc”', ['kêt', 'đựơc']],
  ['**kêt** _kêt_ [kêt]', ['kêt', 'kêt', 'kêt']],
  ['đươcj và nghiệpf', ['đươcj', 'nghiệpf']],
])('a word that cannot be Vietnamese is reported: %s', (text, expected) => {
  expect(wrongWords(text)).toEqual(expected);
});

test.each([
  ['củaHội', 'của Hội'],
  ['trongđó', 'trong đó'],
  ['nghiêncứu', 'nghiên cứu'],
  ['vàcác', 'và các'],
  ['đềcho', 'đề cho'],
])('two words without a space between them get the separated words as suggestion: %s', (text, expected) => {
  expect(misspellings(`trong đó của Hội nghiên cứu và các đề nghị cho ${text}`, none)[0]?.suggestions[0]).toBe(
    expected,
  );
});

test.each([
  ['a word without diacritics', 'Facebook, website, Zalo, online, PGS.TS, TP. HCM, VUSTA'],
  ['an abbreviation', 'HĐND, UBND, LĐLĐ, NSƯT, NGƯT, GDĐT, BCHTƯ, TW, QĐ-UBND, 500.000 vnđ, đ/c'],
  ['a word with digits', '5đ, ĐT125, m²ấ1, 20tấn, H5N1kêt'],
  ['another language', 'Müller, Curaçao, Škoda, Zürich, Łódź, España, Đoković, Борей, naïve'],
  ['a foreign name', 'José, Mbappé, Mané, Genève, Élysées, André, Pérez, León, café'],
  [
    'a place or people of the highlands',
    'Đắk Lắk, Đăk Nông, Krông Pắc, Chư Păh, M’Đrắk, Bắc Kạn, Brâu, Hrê, Stiêng, Mnông',
  ],
  ['a foreign place in Vietnamese letters', 'Hồng Kông, Mát-xcơ-va, Ác-hen-ti-na, Crưm'],
  [
    'a loanword',
    'ôxy, ôtô, nitơ, mêtan, iốt, i-ốt, prôtêin, vắcxin, hiđrô, brôm, crôm, lô-gích, bêtông, côngtenơ, glu-cô-zơ',
  ],
  ['a name on a social network', '#TháiBình @kêt'],
  ['what Chinese sounds like', '票 (piào), 桌子（zhuōzi nǎo）'],
])('%s is not reported: %s', (_, text) => expect(wrongWords(text)).toEqual([]));

test('a known word is not reported, whatever its case', () => {
  expect(misspellings('Kêt, KÊT và kêt', new Set(['kêt']))).toEqual([]);
});

test('masked text separates words and does not change offsets', () => {
  expect(misspellings('\uFFFC\uFFFCkêt\uFFFCquả', none)).toMatchObject([{ offset: 2, word: 'kêt' }]);
});

test('words of the article come first among the suggestions', () => {
  expect(misspellings('Thương mại; Thuơng mại', none)[0]?.suggestions[0]).toBe('Thương');
});

test.each(['a', 'ế'])('a word of a hundred thousand times “%s” is ignored', (letter) =>
  expect(misspellings(letter.repeat(100_000), none)).toEqual([]),
);

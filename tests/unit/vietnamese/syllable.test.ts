import { expect, test } from 'vitest';
import { isSyllable, syllableSuggestions } from '#vietnamese/syllable.ts';

const onsets = ' b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ');
const vowels = `
  a ă â e ê i iê o oo ô ơ u uô ư ươ y yê ya ia ua ưa oa oă oe uâ uê uơ uy uya uyê ai ao au ay âu ây eo êu iu
  iêu oi ôi ơi ui uôi ưi ưu ươi ươu yêu oai oao oay oeo uây uêu uyu
`
  .trim()
  .split(/\s+/);
const codas = ' c ch m n ng nh p t'.split(' ');
const tones = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];

function toned(letters: string, at: number, tone: string): string {
  return `${letters.slice(0, at)}${tone}${letters.slice(at)}`.normalize('NFC');
}

const bases = onsets.flatMap((onset) => vowels.flatMap((vowel) => codas.map((coda) => onset + vowel + coda)));
const spellings = bases.flatMap((base) => tones.flatMap((tone) => [...base].map((_, i) => toned(base, i + 1, tone))));
const valid = new Set(spellings.filter(isSyllable));

test('thousands of syllables are valid, each also in capitals and decomposed', () => {
  expect(valid.size).toBeGreaterThan(15_000);
  expect(valid.size).toBeLessThan(25_000);
  const changed = [...valid].flatMap((word) => [word.toUpperCase(), word.normalize('NFD')]);
  expect(changed.filter((word) => !isSyllable(word))).toEqual([]);
});

test('a syllable that ends in oa, oe or uy is valid with its tone on either letter', () => {
  const placed = [...valid].filter((word) =>
    /^(?!q).*(oa|oe|uy)$/.test(word.normalize('NFD').replace(/[\u0300-\u0303\u0309\u0323]/g, '')),
  );
  expect(placed.length).toBeGreaterThan(300);
  for (const word of placed) {
    const letters = word.normalize('NFD');
    const tone = tones.slice(1).find((mark) => letters.includes(mark));
    if (tone === undefined) continue;
    const plain = letters.replace(tone, '').normalize('NFC');
    expect(isSyllable(toned(plain, plain.length, tone)), word).toBe(true);
    expect(isSyllable(toned(plain, plain.length - 1, tone)), word).toBe(true);
  }
});

test('a syllable that ends in p, t, c or ch has the tone sắc or nặng', () => {
  for (const word of valid) if (/([ptc]|ch)$/.test(word)) expect(word.normalize('NFD'), word).toMatch(/[\u0301\u0323]/);
});

test('k, gh and ngh come before e, ê, i and y; c, g and ng before other vowels', () => {
  for (const word of valid) {
    const letters = word.normalize('NFD').replace(/\p{M}/gu, '');
    if (/^(k(?!h)|gh|ngh)/.test(letters)) expect(letters, word).toMatch(/^(k|gh|ngh)[eiy]/);
    if (/^(c(?!h)|ng(?!h))/.test(letters)) expect(letters, word).toMatch(/^(c|ng)[aou]/);
  }
});

test.each(
  `
  kết Kết KẾT hoà hòa thuỷ thủy THUỶ kĩ kỹ quý quí quốc quyết quỹ gì giếng giêng giường gìn giữ Nguyễn nghiêng
  khuỷu ngoằn ngoèo khuya uyên ý ỷ yếu yểng ừ Đắc xoong goòng rượu hươu bướu oái oăm tuýp buýt loẻng xoẻng ốc
  ưu thuở huơ mía múa mưa ghế kẻ cả nghĩ ngã pin vẹt ruộng Thuỵ Thụy hoạt hoặc góa
`
    .trim()
    .split(/\s+/),
)('%s is a syllable', (word) => expect(isSyllable(word)).toBe(true));

test.each(
  `
  kêt hoat tòan họat qúy qủa thúyen gía nghành ngiêng gế kẹo̧ cế ghà ngé thuơng chưong đựơc hhội kết̉ iêu yêt
  kạ cuyết prô Đắk web tha̛ng hoà̀n viêng̣ êng ơng kếtt
`
    .trim()
    .split(/\s+/),
)('%s is not a syllable', (word) => expect(isSyllable(word)).toBe(false));

test.each([
  ['kêt', ['kết', 'kệt']],
  ['Kêt', ['Kết', 'Kệt']],
  ['KÊT', ['KẾT', 'KỆT']],
  ['tòan', ['toàn']],
  ['qúy', ['quý']],
  ['cưỡì', ['cười', 'cưỡi']],
])('suggestions for %s have the same letters and another tone mark: %j', (word, expected) => {
  expect(syllableSuggestions(word)).toEqual(expected);
});

test.each([
  ['nghành', 'ngành'],
  ['ngiêng', 'nghiêng'],
  ['thuơng', 'thương'],
  ['hhội', 'hội'],
  ['nàh', 'nhà'],
  ['gế', 'ghế'],
])('the suggestion for %s is %s, one letter away', (word, expected) => {
  const suggestions = syllableSuggestions(word, new Set([expected]));
  expect(suggestions[0]).toBe(expected);
  expect(suggestions.length).toBeLessThanOrEqual(3);
});

test('of two equally near spellings, the one in the article comes first', () => {
  expect(syllableSuggestions('nghiêp', new Set(['nghiệp']))).toEqual(['nghiệp', 'nghiếp']);
  expect(syllableSuggestions('hoạ̀', new Set(['họa']))[0]).toBe('họa');
  expect(syllableSuggestions('hoạ̀', new Set(['hoạ']))[0]).toBe('hoạ');
});

test('a similar letter comes before any other letter', () => {
  expect(syllableSuggestions('thuơng')[0]).toBe('thương');
  expect(syllableSuggestions('chưong')[0]).toBe('chương');
});

test('every suggestion is a syllable', () => {
  const impossible = spellings.filter((word) => !valid.has(word)).filter((_, i) => i % 997 === 0);
  expect(impossible.length).toBeGreaterThan(50);
  for (const word of impossible)
    expect(
      syllableSuggestions(word).filter((suggestion) => !isSyllable(suggestion)),
      word,
    ).toEqual([]);
});

test('a word that is not near any syllable has no suggestions', () => {
  expect(syllableSuggestions('xyzxyz')).toEqual([]);
});

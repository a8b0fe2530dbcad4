import { expect, test } from 'vitest';
import { syllableForm } from '#vietnamese/syllable-form.ts';

test.each([
  ['hoà', 'hòa'],
  ['thuỷ', 'thủy'],
  ['kỹ', 'kĩ'],
  ['QUÝ', 'quí'],
  ['Đại', 'ĐẠI'],
  ['hội', 'hội'.normalize('NFD')],
  ['06', '6'],
])('%s and %s are spellings of the same syllable', (one, other) => {
  expect(syllableForm(one)).toEqual(syllableForm(other));
});

test.each([
  ['đại', 'đài'],
  ['đại', 'dại'],
  ['hội', 'họi'],
  ['hội', 'hợi'],
  ['tân', 'tăn'],
  ['mưu', 'muu'],
])('%s and %s have the same letters and different diacritics', (one, other) => {
  expect(syllableForm(one).key).toBe(syllableForm(other).key);
  expect(syllableForm(one).marks).not.toBe(syllableForm(other).marks);
});

test.each([
  ['Đăk', 'dak'],
  ['LHH', 'lhh'],
  ['tay', 'tay'],
  ['ý', 'y'],
  ['quỹ', 'qui'],
  ['2018', '2018'],
  ['0', '0'],
  ['20ha', '20ha'],
  ['Straße', 'straße'],
])('%s has the letters %s', (word, key) => {
  expect(syllableForm(word).key).toBe(key);
});

test('a word without diacritics has the number 0', () => {
  expect(syllableForm('thai').marks).toBe(0);
  expect(syllableForm('dai').marks).toBe(0);
});

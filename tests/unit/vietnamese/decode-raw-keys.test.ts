import { describe, expect, test } from 'vitest';
import { telexKeys, vniKeys } from '#bench/search/raw-typing.ts';
import { decodeRawKeys } from '#vietnamese/decode-raw-keys.ts';
import { isSyllable } from '#vietnamese/syllable.ts';

const onsets = ' b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ');
const vowels =
  'a ă â e ê i o oo ô ơ u ư y ia iê iu êu eo ai ay ây ao au âu oi ôi ơi ui ưi ưu ua uô uôi ưa ươ ươi ươu oa oă oe oai oay oao oeo uâ uây uê uêu uơ uy uya uyê uyu uôi ươi iêu yê yêu'.split(
    ' ',
  );
const codas = ' c ch m n ng nh p t'.split(' ');
const tones = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];

/** Every syllable of the language, each place of its tone mark on its own. */
function everySyllable(): string[] {
  const found = new Set<string>();
  for (const onset of onsets)
    for (const vowel of vowels)
      for (const coda of codas)
        for (const tone of tones)
          for (let at = 1; at <= vowel.length; at++) {
            const syllable = `${onset}${vowel.slice(0, at)}${tone}${vowel.slice(at)}${coda}`.normalize('NFC');
            if (isSyllable(syllable)) found.add(syllable);
          }
  return [...found];
}

/** "hoà" and "hòa" have the same keys. */
const withoutPlaceOfTone = (syllable: string) => {
  const decomposed = syllable.normalize('NFD');
  return (
    decomposed.replace(/[\u0300\u0301\u0303\u0309\u0323]/, '') +
    (/[\u0300\u0301\u0303\u0309\u0323]/.exec(decomposed) ?? '')
  );
};

describe('every syllable is read again', () => {
  const syllables = everySyllable();

  test.each([
    ['Telex', telexKeys],
    ['VNI', vniKeys],
    [
      'Telex with the tone key after the vowel',
      (syllable: string) => telexKeys(syllable).replace(/([aeiouyw])([^aeiouyw]*)([sfrxj])$/, '$1$3$2'),
    ],
    [
      'VNI with the tone key after the vowel',
      (syllable: string) => vniKeys(syllable).replace(/([aeiouy678])([^aeiouy\d]*)([1-5])$/, '$1$3$2'),
    ],
    [
      'Telex with the marks of letters at the end',
      (syllable: string) => telexKeys(syllable).replace(/(?<=[ao])w(.*?)([sfrxj]?)$/, '$1w$2'),
    ],
  ])('from its keys of %s', (_, keysOf) => {
    const wrong = syllables
      .filter((syllable) => keysOf(syllable) !== syllable)
      .filter((syllable) => withoutPlaceOfTone(decodeRawKeys(keysOf(syllable)) ?? '') !== withoutPlaceOfTone(syllable));
    expect(syllables.length).toBeGreaterThan(15_000);
    expect(wrong.map((syllable) => `${syllable} ${keysOf(syllable)} ${decodeRawKeys(keysOf(syllable))}`)).toEqual([]);
  });
});

test.each([
  ['hocj', 'học'],
  ['hojc', 'học'],
  ['ho5c', 'học'],
  ['thuatj', 'thuạt'],
  ['kyx', 'kỹ'],
  ['Vieetj', 'việt'],
  ['ddaij', 'đại'],
  ['dadij', 'đại'],
  ['nguowif', 'người'],
  ['nguoiwf', 'người'],
  ['tw', 'tư'],
  ['boong', 'bông'],
  ['xooong', 'xoong'],
])('%s stands for %s', (keys, syllable) => expect(decodeRawKeys(keys)).toBe(syllable));

test.each(['wifi', 'from', 'fix', 'data', 'web', 'hoc', 'khoa', 'kubernetes', 'docker', '2024', '5kg', 'a', '', 'học'])(
  '%s is no syllable typed without an input method',
  (word) => expect(decodeRawKeys(word)).toBeUndefined(),
);

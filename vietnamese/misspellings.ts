import { isSyllable, syllableSuggestions } from './syllable.ts';

/** In common use, though no spelling rule covers them: the Ê Đê family name Niê, Nôen, lô-gích, and the title NGƯT. */
const exceptions = new Set(['niê', 'nôen', 'gích', 'gíc', 'ngưt']);

/** Letters, digits and characters of words that are not checked: # and @ of social networks, soft hyphens, joiners. */
const inWord = 'a-zA-Z0-9#@\\u00ad\\u00c0-\\u036f\\u1ea0-\\u1ef9\\u200b-\\u200d';
const anyWord = new RegExp(`[${inWord}]+`, 'g');
const markedWord = new RegExp(`(?<![a-zA-Z0-9#@])[a-zA-Z0-9#@]*[\\u00c0-\\u036f\\u1ea0-\\u1ef9][${inWord}]*`, 'g');
const marks = /[\u0300-\u0303\u0306\u0309\u031b\u0323]/g;
/** Tones that only Vietnamese has: hỏi and nặng, and huyền and ngã where French and Portuguese have none. */
const nativeTone = /[\u0309\u0323]|[\u0302\u0306\u031by][\u0300\u0303]|[eiu]\u0303/;

function withoutMarks(word: string): string {
  return word.normalize('NFD').replace(marks, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase();
}

function lacksTone(word: string): boolean {
  return [...word].some((_, i) => isSyllable(`${word.slice(0, i + 1)}\u0301${word.slice(i + 1)}`));
}

function isAbbreviation(word: string): boolean {
  return (/^[A-ZĐƯ]+$/.test(word) && !lacksTone(word)) || !/[aeiouy]/.test(withoutMarks(word));
}

/** Đắk, Krông, Chrlâng, Păh, (Hồng) Kông and (Bắc) Kạn among names; brôm, xcơ and zơ among parts of loanwords. */
function hasForeignShape(word: string): boolean {
  const letters = withoutMarks(word);
  if (/^([bcdgkpsx][lr]|[sx][ckmnptv]|[fjwz])/.test(letters)) return true;
  const onset = /^(?:(?!ch|gh|gi|kh|ng|nh|ph|qu|th|tr|(.)\1)[^aeiouy]{2}|[ckpt]h[lnr]|k[aou])/;
  return /^\p{Lu}/u.test(word) && (onset.test(letters) || /[aeiouy][hkl]$/.test(letters));
}

/** Every way to read a word as two syllables, with the space between them: "làmột" → ["là một", "làm ột"]. */
function halves(word: string): string[] {
  return [...word]
    .map((_, i): [string, string] => [word.slice(0, i), word.slice(i)])
    .filter((pair) => pair.every(isSyllable))
    .map((pair) => pair.join(' '));
}

/** Two words without the space between them, as "củaHội" and "trongđó", not a loanword such as "ôtô" and "vắcxin". */
function lacksSpace(word: string): boolean {
  if (/^\p{Lu}[a-zàáâãèéêìíòóôõùúý]+$/u.test(word)) return false;
  const hasTone = /[\u0300\u0303]|\u0301(?!(\p{L}\p{M}*)*([ptc]|ch)\b)/u;
  return halves(word).some(
    (pair) => /\p{Ll} \p{Lu}|(^| )(kh|nh|ng)| th|ươ|uô/u.test(pair) || hasTone.test(pair.normalize('NFD')),
  );
}

/** José, ôxy, iốt, prôtêin: two syllables or more in one, without a tone that only Vietnamese has. */
function isLoanword(word: string): boolean {
  const letters = withoutMarks(word);
  const isLong = /[aeiouy][^aeiouy]+[aeiouy]|(^|[^g])io|y[ou]|ea|eo./.test(letters);
  return isLong && !nativeTone.test(word.normalize('NFD').toLowerCase()) && !lacksSpace(word);
}

/** Longer words are not checked: the time grows with the square of the length. */
const maxLength = 40;

/** Words that were found to be syllables: nearly every word of a text was in one before. */
const knownSyllables = new Set<string>();
/** More than all syllables with and without capitals. */
const maxKnownSyllables = 40_000;

function isKnownSyllable(word: string): boolean {
  if (knownSyllables.has(word)) return true;
  if (!isSyllable(word)) return false;
  if (knownSyllables.size < maxKnownSyllables) knownSyllables.add(word);
  return true;
}

function isMisspelt(word: string): boolean {
  if (word.length < 2 || word.length > maxLength || isKnownSyllable(word) || exceptions.has(word.toLowerCase()))
    return false;
  if (/[^a-z]/.test(withoutMarks(word)) || isAbbreviation(word)) return false;
  return !hasForeignShape(word) && !isLoanword(word);
}

function suggestions(word: string, seen: ReadonlySet<string>): string[] {
  const pairs = halves(word);
  const seenPairs = pairs.filter((pair) => pair.split(' ').every((half) => seen.has(half.toLowerCase())));
  return [...new Set([...seenPairs, ...syllableSuggestions(word, seen), ...pairs])].slice(0, 3);
}

/** Whether a word stands in brackets after Chinese or Japanese, which it transcribes: "票 (piào)" */
function isTranscription(text: string, index: number): boolean {
  return /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}] ?[([/（][^()[\]/（）\n]{0,60}$/u.test(
    text.slice(Math.max(0, index - 64), index),
  );
}

/**
 * The words of a text that cannot be Vietnamese and are not in `words`, the known words in lower case: "ký kêt" → "kêt"
 * with the suggestions "kết" and "kệt". Words without diacritics, abbreviations and foreign names are not checked.
 */
export function misspellings(
  text: string,
  words: ReadonlySet<string>,
): { offset: number; word: string; suggestions: string[] }[] {
  const isWrong = (word: string) => isMisspelt(word) && !words.has(word.toLowerCase());
  const wrong = new Set([...new Set(text.match(markedWord))].filter(isWrong));
  if (wrong.size === 0) return [];
  const seen = new Set(text.toLowerCase().match(anyWord));
  return [...text.matchAll(markedWord)]
    .filter(({ 0: word, index }) => wrong.has(word) && !isTranscription(text, index))
    .map(({ 0: word, index }) => ({ offset: index, word, suggestions: suggestions(word, seen) }));
}

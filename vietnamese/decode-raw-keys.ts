import { isPlainSyllable } from './plain-syllable.ts';
import { isSyllable } from './syllable.ts';

/** A key of an input method that changes earlier letters instead of being one. */
type Modifier =
  | { readonly kind: 'tone'; readonly mark: string }
  | { readonly kind: 'shape'; readonly mark: string; readonly letters: string }
  | { readonly kind: 'bar' };

const tones: Readonly<Record<string, string>> = {
  ...{ s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323', z: '' },
  ...{ 1: '\u0301', 2: '\u0300', 3: '\u0309', 4: '\u0303', 5: '\u0323', 0: '' },
};
const [circumflex, breve, horn] = ['\u0302', '\u0306', '\u031B'];

/** What each key may mean besides its letter. */
const modifiers = new Map<string, readonly Modifier[]>([
  ...Object.entries(tones).map(([key, mark]) => [key, [{ kind: 'tone', mark }]] as const),
  ...[...'aeo'].map((key) => [key, [{ kind: 'shape', mark: circumflex, letters: key }]] as const),
  [
    'w',
    [
      { kind: 'shape', mark: horn, letters: 'ou' },
      { kind: 'shape', mark: breve, letters: 'a' },
    ],
  ],
  ['d', [{ kind: 'bar' }]],
  ['6', [{ kind: 'shape', mark: circumflex, letters: 'aeo' }]],
  ['7', [{ kind: 'shape', mark: horn, letters: 'ou' }]],
  ['8', [{ kind: 'shape', mark: breve, letters: 'a' }]],
  ['9', [{ kind: 'bar' }]],
]);

/** The letters that the keys so far stand for (NFD, without the tone), and the tone. */
interface Reading {
  readonly letters: readonly string[];
  readonly tone: string;
}

/** Longer words are no syllables; of the readings of one word this many are followed. */
const [maxKeys, maxReadings] = [12, 48];

/**
 * The syllable that the keys of Telex or VNI stand for, typed while no input method was on: "hocj" and "ho5c" → "học".
 * A key that marks a letter may come at any later place. Where no syllable of the language results, only a tone is
 * read: "thuatj" → "thuạt". Undefined for other words, also for those without such keys.
 */
export function decodeRawKeys(keys: string): string | undefined {
  const lower = keys.toLowerCase();
  if (lower.length < 2 || lower.length > maxKeys || !/^[a-z]+(?:\d[a-z\d]*)?$/.test(lower)) return undefined;
  let readings: readonly Reading[] = [{ letters: [], tone: '' }];
  const isVni = /\d/.test(lower);
  for (const key of lower) {
    const mayMark = !isVni || /\d/.test(key);
    readings = readings.flatMap((reading) => readKey(reading, key, mayMark)).slice(0, maxReadings);
  }
  const changed = readings.filter(({ letters, tone }) => tone !== '' || letters.join('') !== lower);
  for (const reading of changed) {
    const syllable = spellings(reading).find(isSyllable);
    if (syllable) return syllable;
  }
  const toned = changed.find(({ letters, tone }) => tone !== '' && isPlainSyllable(letters.join('')));
  return toned && spellings(toned).at(-1);
}

/** The readings of a key after those before it, the most likely first. */
function readKey({ letters, tone }: Reading, key: string, mayMark: boolean): Reading[] {
  if (!mayMark) return [{ letters: [...letters, key], tone }];
  const marked = (modifiers.get(key) ?? []).flatMap((modifier) => withModifier({ letters, tone }, modifier));
  if (/\d/.test(key)) return marked;
  // A third "o" makes two plain ones of "ô", as in "xoong".
  const undone = letters.at(-1) === key + circumflex ? [{ letters: [...letters.slice(0, -1), key, key], tone }] : [];
  const alone = key === 'w' ? [{ letters: [...letters, `u${horn}`], tone }] : [];
  return [...undone, ...marked, ...alone, { letters: [...letters, key], tone }];
}

function withModifier({ letters, tone }: Reading, modifier: Modifier): Reading[] {
  if (modifier.kind === 'tone')
    return letters.some(isVowel) && modifier.mark !== tone ? [{ letters, tone: modifier.mark }] : [];
  if (modifier.kind === 'bar') return letters[0] === 'd' ? [{ letters: ['đ', ...letters.slice(1)], tone }] : [];
  return withShape(letters, modifier.mark, modifier.letters).map((shaped) => ({ letters: shaped, tone }));
}

/** The letters with a mark on one that can bear it: the last, or for a horn "uo" together before a single letter. */
function withShape(letters: readonly string[], mark: string, bearers: string): (readonly string[])[] {
  const last = letters.findLastIndex((letter) => letter.length === 1 && bearers.includes(letter));
  if (last < 0) return [];
  const marked = (...places: number[]) => letters.map((letter, at) => (places.includes(at) ? letter + mark : letter));
  if (mark !== horn) return [marked(last)];
  const pair = letters.findIndex((letter, at) => letter === 'u' && letters[at + 1] === 'o');
  const first = letters.indexOf('u');
  return [
    ...(pair >= 0 ? [marked(pair, pair + 1)] : []),
    marked(last),
    ...(first >= 0 && first < last ? [marked(first)] : []),
  ];
}

function isVowel(letter: string): boolean {
  return /^[aeiouy]/.test(letter);
}

/** The tone on each vowel in turn, NFC; without a tone one spelling. */
function spellings({ letters, tone }: Reading): string[] {
  const at = tone === '' ? [0] : [...letters.keys()].filter((index) => isVowel(letters[index] ?? ''));
  return at.map((index) =>
    [...letters.slice(0, index), letters[index] + tone, ...letters.slice(index + 1)].join('').normalize('NFC'),
  );
}

const stopTones = ['\u0301', '\u0323'];
const tones = ['', ...stopTones, '\u0300', '\u0309', '\u0303'];
const alphabet = [...'aăâbcdđeêghiklmnoôơpqrstuưvxy'];
const lookalikes = ['aăâ', 'eê', 'oôơ', 'uư', 'dđ', 'iy', 'sx'];

/** Vowels up to the one with the tone, and the endings that may follow: "hoang" is h + oa + ng, "mia" is m + i + a. */
const front = {
  e: '∅ o c m n ng p t',
  ê: '∅ u ch m n nh p t',
  i: '∅ a u ch m n nh p t',
};
const diphthong = { iê: 'u c m n ng p t' };
const back = {
  a: '∅ i o u y c ch m n ng nh p t',
  ă: 'c m n ng p t',
  â: 'u y c m n ng p t',
  o: '∅ i c m n ng p t',
  oo: 'c ng',
  ô: '∅ i c m n ng p t',
  ơ: '∅ i m n p t',
  u: '∅ a i c m n ng p t',
  uô: 'i c m n ng t',
  ư: '∅ a i u c m n ng t',
  ươ: 'i u c m n ng p t',
};
const rounded = {
  oa: '∅ i o y c ch m n ng nh p t',
  oă: 'c m n ng p t',
  oe: '∅ o m n ng t',
  uâ: 'y n ng t',
  uê: '∅ ch nh u',
  uơ: '∅',
  uy: '∅ a u ch n nh p t',
  uyê: 'n t',
};
const afterQu = {
  a: back.a,
  ă: back.ă,
  â: 'c n ng t y',
  e: front.e,
  ê: front.ê,
  i: '∅ ch n nh p t u',
  ô: 'c',
  ơ: '∅ i n t',
  y: '∅ ch n nh t u',
  yê: 'n t',
};

/** Every spelling without its tone, with the indexes at which the tone mark is allowed: "hoa" → 1 or 2, "hoan" → 2. */
const spellings = new Map<string, readonly number[]>();

function addSpellings(onsets: string, rhymes: Readonly<Record<string, string>>): void {
  for (const onset of onsets.replace('∅', '').split(' '))
    for (const [vowels, endings] of Object.entries(rhymes))
      for (const ending of endings.replace('∅', '').split(' ')) {
        const last = onset.length + vowels.length - 1;
        const isEither = ending === '' && /^(oa|oe|uy)$/.test(vowels);
        spellings.set(onset + vowels + ending, isEither ? [last - 1, last] : [last]);
      }
}

const unrestricted = 'b ch d đ h kh l m n nh p ph r s t th tr v x';
addSpellings(`∅ ${unrestricted}`, { ...front, ...back, ...rounded });
addSpellings(`${unrestricted} k gh ngh g`, diphthong);
addSpellings('∅ h k l m n s t th v', { y: '∅' });
addSpellings('∅', { yê: 'u m n ng t' });
addSpellings('k gh ngh', front);
addSpellings('c g ng', back);
addSpellings('ng', rounded);
addSpellings('g', { oa: '∅', i: '∅ m n p t' });
addSpellings('gi', { e: front.e, ê: front.ê, ...back, oă: 'ng' });
addSpellings('qu', afterQu);

/** The code of each vowel with a tone → the vowel and the tone. Normalising every word takes ten times as long. */
const tonedVowels = new Map(
  [...'aăâeêioôơuưy'].flatMap((vowel) =>
    tones
      .filter(Boolean)
      .map((tone): [number, readonly [string, string]] => [(vowel + tone).normalize().charCodeAt(0), [vowel, tone]]),
  ),
);
for (const tone of tones.filter(Boolean)) tonedVowels.set(tone.charCodeAt(0), ['', tone]);

function splitTone(word: string): { letters: string; marks: string[]; index: number } {
  let letters = word.normalize('NFC').toLowerCase();
  const marks: string[] = [];
  let index = -1;
  for (let position = 0; position < letters.length; position++) {
    const code = letters.charCodeAt(position);
    const toned = code > 0x7f ? tonedVowels.get(code) : undefined;
    if (toned === undefined) continue;
    const [letter, mark] = toned;
    letters = letters.slice(0, position) + letter + letters.slice(position + 1);
    position += letter.length - 1;
    if (marks.length === 0) index = position;
    marks.push(mark);
  }
  return { letters, marks: marks.length > 0 ? marks : [''], index };
}

function tonesOf(letters: string): string[] {
  const last = letters.at(-1);
  return last === 'p' || last === 't' || last === 'c' || letters.endsWith('ch') ? stopTones : tones;
}

/** Whether a word can be one Vietnamese syllable: "kết", "Thuỷ" and "THỦY" can, "kêt" and "tòan" cannot. */
export function isSyllable(word: string): boolean {
  const { letters, marks, index } = splitTone(word);
  const allowed = spellings.get(letters);
  const [mark = '', second] = marks;
  if (!allowed || second !== undefined || !tonesOf(letters).includes(mark)) return false;
  return mark === '' || allowed.includes(index);
}

function withTone(letters: string, mark: string, seen: ReadonlySet<string>): string {
  const variants = (spellings.get(letters) ?? []).map((index) =>
    `${letters.slice(0, index + 1)}${mark}${letters.slice(index + 1)}`.normalize('NFC'),
  );
  return variants.find((variant) => seen.has(variant)) ?? variants[0] ?? '';
}

function oneLetterAway(letters: string): string[] {
  const positions = [...letters].map((letter, i) => ({
    letter,
    before: letters.slice(0, i),
    after: letters.slice(i + 1),
  }));
  const similar = (letter: string) => [...(lookalikes.find((group) => group.includes(letter)) ?? '')];
  const replaced = positions.flatMap(({ letter, before, after }) =>
    similar(letter).map((other) => before + other + after),
  );
  const removed = positions.map(({ before, after }) => before + after);
  const swapped = positions.map(({ letter, before, after }) => before + after.slice(0, 1) + letter + after.slice(1));
  const added = alphabet.flatMap((other) => [
    ...positions.map(({ letter, before, after }) => before + other + letter + after),
    letters + other,
  ]);
  const changed = positions.flatMap(({ before, after }) => alphabet.map((other) => before + other + after));
  return [...replaced, ...removed, ...swapped, ...added, ...changed].filter((other) => spellings.has(other));
}

function withCaseOf(word: string, spelling: string): string {
  if (word === word.toUpperCase()) return spelling.toUpperCase();
  return /^\p{Lu}/u.test(word) ? spelling.slice(0, 1).toUpperCase() + spelling.slice(1) : spelling;
}

/**
 * Up to three valid spellings near to an impossible one: those with another tone before those with another letter, and
 * those in `seen` before others: "Kêt" → ["Kết", "Kệt"].
 */
export function syllableSuggestions(word: string, seen: ReadonlySet<string> = new Set()): string[] {
  const { letters, marks } = splitTone(word);
  function toned(base: string): string[] {
    const existing = tonesOf(base).filter((mark) => marks.includes(mark));
    return (existing.length > 0 ? existing : tonesOf(base)).map((mark) => withTone(base, mark, seen));
  }
  const found = spellings.has(letters) ? toned(letters) : oneLetterAway(letters).flatMap(toned);
  const ranked = new Set([...found.filter((spelling) => seen.has(spelling)), ...found]);
  return [...ranked].slice(0, 3).map((spelling) => withCaseOf(word, spelling));
}

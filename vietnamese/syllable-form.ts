/** A word in the form that search compares. */
export interface SyllableForm {
  /** The letters without diacritics: "đại" → "dai"; "kỹ" and "kĩ" → "ki" */
  readonly key: string;
  /** The diacritics as one number, 0 for none: the same for "hoà" and "hòa", another for "họa". */
  readonly marks: number;
}

const tones = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];
const shapes = new Map([
  ['\u0302', 1],
  ['\u0306', 2],
  ['\u031B', 2],
]);
/** The base letters of ă, â, ê, ô, ơ, ư and đ. Words longer than a syllable are foreign: their shapes are ignored. */
const shaped = /[aeoud]/;
const longestSyllable = 7;

/**
 * The form of one word (only letters and digits, NFC or NFD). A tone belongs to the syllable, whichever letter has it;
 * y is i where it is the whole rime after h, k, l, m, s, t, v and qu (Quyết định 240/QĐ, 1984); "06" is "6".
 */
export function syllableForm(word: string): SyllableForm {
  if (/^\d+$/.test(word)) return { key: word.replace(/^0+(?=\d)/, ''), marks: 0 };
  let key = '';
  let tone = 0;
  const letterShapes: number[] = [];
  for (const letter of word.normalize('NFD').toLowerCase()) {
    const toneIndex = tones.indexOf(letter);
    const shape = shapes.get(letter);
    if (toneIndex > 0) tone = toneIndex;
    else if (shape !== undefined) letterShapes[letterShapes.length - 1] = shape;
    else if (!/\p{M}/u.test(letter)) {
      const barred = /[đðɖ]/.test(letter);
      key += barred ? 'd' : letter;
      if (barred || shaped.test(letter)) letterShapes.push(barred ? 1 : 0);
    }
  }
  const shape = key.length > longestSyllable ? 0 : letterShapes.reduce((number, digit) => number * 3 + digit, 0);
  return { key: key.replace(/^(h|k|l|m|s|t|v|qu)y$/, '$1i'), marks: shape * tones.length + tone };
}

/** Whether a word has all marks that were typed, and perhaps more; `typed` is its key or the beginning of it. */
export function hasMarksOf(found: SyllableForm, typed: SyllableForm): boolean {
  const [typedTone, foundTone] = [typed, found].map(({ marks }) => marks % tones.length);
  if (typedTone !== 0 && typedTone !== foundTone) return false;
  let typedShapes = Math.floor(typed.marks / tones.length);
  const further = shapedLetters(found.key) - shapedLetters(typed.key);
  let foundShapes = Math.floor(Math.floor(found.marks / tones.length) / 3 ** further);
  for (; typedShapes > 0; typedShapes = Math.floor(typedShapes / 3), foundShapes = Math.floor(foundShapes / 3))
    if (typedShapes % 3 !== 0 && typedShapes % 3 !== foundShapes % 3) return false;
  return true;
}

function shapedLetters(key: string): number {
  return key.match(/[aeoud]/g)?.length ?? 0;
}

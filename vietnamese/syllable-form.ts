/** A word of a text as search compares it. */
export interface SyllableForm {
  /** Its letters without marks: "đại" → "dai"; "kỹ" and "kĩ" → "ki" */
  readonly key: string;
  /** Its marks as one number, 0 when it bears none: the same for "hoà" and "hòa", another for "họa". */
  readonly marks: number;
}

const tones = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];
const shapes = new Map([
  ['\u0302', 1],
  ['\u0306', 2],
  ['\u031B', 2],
]);
/** The letters that Vietnamese gives another shape; those of a longer word are another language's. */
const shaped = /[aeoud]/;
const longestSyllable = 7;

/**
 * The form of one word (letters and digits alone, NFC or NFD). A tone belongs to the syllable wherever it is written;
 * y is i where it is the whole rime after h, k, l, m, s, t, v and qu (Quyết định 240/QĐ, 1984); "06" is "6".
 */
export function syllableForm(word: string): SyllableForm {
  if (/^\d+$/.test(word)) return { key: word.replace(/^0+(?=\d)/, ''), marks: 0 };
  let key = '';
  let tone = 0;
  const letterShapes: number[] = [];
  for (const letter of word.normalize('NFD').toLowerCase()) {
    const toneHere = tones.indexOf(letter);
    const shape = shapes.get(letter);
    if (toneHere > 0) tone = toneHere;
    else if (shape !== undefined) letterShapes[letterShapes.length - 1] = shape;
    else if (!/\p{M}/u.test(letter)) {
      const barred = /[đðɖ]/.test(letter);
      key += barred ? 'd' : letter;
      if (barred || shaped.test(letter)) letterShapes.push(barred ? 1 : 0);
    }
  }
  const shape = key.length > longestSyllable ? 0 : letterShapes.reduce((number, each) => number * 3 + each, 0);
  return { key: key.replace(/^(h|k|l|m|s|t|v|qu)y$/, '$1i'), marks: shape * tones.length + tone };
}

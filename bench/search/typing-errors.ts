/** Letters that Vietnamese writers confuse at the beginning of a syllable, each pair both ways. */
const confusedOnsets = [
  ['s', 'x'],
  ['tr', 'ch'],
  ['l', 'n'],
  ['d', 'gi'],
  ['r', 'd'],
] as const;
const keyboardRows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Every way to mistype a lower-case word by one error of a kind. */
export const typingErrors: Readonly<Record<string, (word: string) => readonly string[]>> = {
  'confused letters': (word) =>
    [
      ...confusedOnsets.flatMap(([first, second]) => [
        replaceOnset(word, first, second),
        replaceOnset(word, second, first),
      ]),
      word.replace(/i$/, 'y'),
      word.replace(/y$/, 'i'),
    ].filter((typed) => typed !== word),
  'wrong tone': (word) =>
    [
      ['\u0309', '\u0303'],
      ['\u0303', '\u0309'],
    ].flatMap(([from = '', to = '']) => {
      const typed = word.normalize('NFD').replace(from, to).normalize('NFC');
      return typed === word ? [] : [typed];
    }),
  'doubled letter': (word) => positions(word).map((at) => word.slice(0, at + 1) + word.slice(at)),
  'missing letter': (word) =>
    word.length < 3 ? [] : positions(word).map((at) => word.slice(0, at) + word.slice(at + 1)),
  'swapped letters': (word) =>
    positions(word)
      .slice(1)
      .filter((at) => word[at] !== word[at - 1])
      .map((at) => word.slice(0, at - 1) + word[at] + word[at - 1] + word.slice(at + 1)),
  'neighbouring key': (word) =>
    positions(word).flatMap((at) =>
      neighbourKeys(word[at] ?? '').map((key) => word.slice(0, at) + key + word.slice(at + 1)),
    ),
};

function positions(word: string): number[] {
  return Array.from(word, (_, at) => at);
}

function replaceOnset(word: string, from: string, to: string): string {
  const isWhole = word.startsWith(from) && !(from.length === 1 && from === 'd' && word.startsWith('dd'));
  return isWhole && /^[^bcdđghklmnpqrstvx]/.test(word.slice(from.length)) ? to + word.slice(from.length) : word;
}

function neighbourKeys(letter: string): string[] {
  const row = keyboardRows.find((keys) => keys.includes(letter));
  if (!row) return [];
  const at = row.indexOf(letter);
  return [row[at - 1], row[at + 1]].filter((key) => key !== undefined);
}

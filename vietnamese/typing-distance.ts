/** Sounds that Vietnamese writers confuse at the beginning of a word, and after it; "ngh" is "ng" and "gh" "g" here. */
const [confusedInitials, confusedFinals] = ['s x/tr ch/l n/d gi r v/c k q/i y', 'i y/n ng nh/c t ch'].map((lists) =>
  lists.split('/').map((list) => list.split(' ')),
) as [string[][], string[][]];
const keyboardRows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const sounds = /ngh?|nh|tr|ch|th|ph|kh|gi(?=[aeou])|gh?|./g;
/** The costs of an error, in letters: a confused sound, a letter doubled or not, a neighbouring key, two swapped. */
const [confusedCost, doubledCost, neighbourCost, swappedCost, missingCost] = [0.4, 0.4, 0.7, 0.7, 0.9];

/**
 * How unlikely it is that a word was mistyped in this way, 0 for the word itself and about 1 for a wrong letter; both
 * are lower-case letters without marks. Sounds that are confused in Vietnamese cost less.
 */
export function typingDistance(typed: string, word: string): number {
  if (typed === word) return 0;
  const bySound = distance(soundsOf(typed), soundsOf(word));
  return Math.max(confusedCost, Math.min(bySound, distance([...typed], [...word])));
}

/** The initials of words that a typed word may stand for, by such errors at its beginning. */
export function likelyInitials(typed: string): string {
  const [first = '', second = ''] = typed;
  const confused = confusedInitials.filter((list) => list.some((sound) => sound.charAt(0) === first)).flat();
  return [...new Set([first, second, ...confused.map((sound) => sound.charAt(0)), ...neighbours(first)])].join('');
}

function soundsOf(word: string): string[] {
  return (word.match(sounds) ?? []).map((sound) => sound.replace(/^(n?g)h$/, '$1'));
}

/** The weighted edit distance of two lists, where one swap of neighbours is one error. */
function distance(typed: readonly string[], word: readonly string[]): number {
  let beforePrevious: number[] = [];
  let previous = accumulated(word);
  for (let row = 1; row <= typed.length; row++) {
    const [letter = '', letterBefore = ''] = [typed[row - 1], typed[row - 2]];
    const current = [(previous[0] ?? 0) + skipCost(typed, row - 1)];
    for (let column = 1; column <= word.length; column++) {
      const [other = '', otherBefore = ''] = [word[column - 1], word[column - 2]];
      const costs = [
        (previous[column - 1] ?? 0) + replaceCost(letter, other, row === 1),
        (previous[column] ?? 0) + skipCost(typed, row - 1),
        (current[column - 1] ?? 0) + skipCost(word, column - 1),
      ];
      if (row > 1 && column > 1 && letter === otherBefore && letterBefore === other && letter !== other)
        costs.push((beforePrevious[column - 2] ?? 0) + swappedCost);
      current.push(Math.min(...costs));
    }
    [beforePrevious, previous] = [previous, current];
  }
  return previous.at(-1) ?? 0;
}

function accumulated(word: readonly string[]): number[] {
  const costs = [0];
  for (const at of word.keys()) costs.push((costs.at(-1) ?? 0) + skipCost(word, at));
  return costs;
}

/** The cost of a sound that only one of two words has. */
function skipCost(letters: readonly string[], at: number): number {
  const letter = letters[at] ?? '';
  return letter === letters[at - 1] || letter === letters[at + 1] ? doubledCost : letter.length * missingCost;
}

function replaceCost(typed: string, other: string, isInitial: boolean): number {
  if (typed === other) return 0;
  const confused = isInitial ? confusedInitials : confusedFinals;
  if (confused.some((list) => list.includes(typed) && list.includes(other))) return confusedCost;
  if (typed.length === 1 && neighbours(typed).includes(other)) return neighbourCost;
  return Math.max(typed.length, other.length);
}

function neighbours(letter: string): string[] {
  const row = keyboardRows.find((keys) => keys.includes(letter)) ?? '';
  const at = row.indexOf(letter);
  return letter === '' ? [] : [row.charAt(at - 1), row.charAt(at + 1)].filter((key) => key !== '');
}

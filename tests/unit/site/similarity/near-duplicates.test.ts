import { expect, test } from 'vitest';
import { nearDuplicates } from '#site/similarity/near-duplicates.ts';

/** A text of invented words, the same for the same seed. */
function told(seed: number, syllables: number): string {
  let state = seed;
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const pick = (letters: string) => letters[next(letters.length)] ?? '';
  const syllable = () => `${pick('bcdđghklmnpqrstvx')}${pick('aăâeêioôơuư')}${pick('nmtcp')}`;
  return Array.from({ length: syllables }, syllable).join(' ');
}

const article = (title: string, text: string) => ({ title, text });
const repetitions = (items: readonly { title: string; text: string }[]) =>
  nearDuplicates(items, ({ title, text }) => ({
    fingerprint: `${title}\n${text}`,
    instant: 0,
    title,
    text: () => text,
  })).repetitions;
const pairs = (items: readonly { title: string; text: string }[]) =>
  repetitions(items).map(({ item, other, because }) => `${item.title} = ${other.title} (${because})`);

test.each([
  ['Lễ ký kết', 'LỄ KÝ KẾT.'],
  ['Hội thảo: nước sạch', 'Hội thảo – Nước sạch'],
  ['Đại hội', 'Đại hội'.normalize('NFD')],
])('one title is used once, marks, case and punctuation aside: %s, %s', (first, second) => {
  const items = [article(first, told(1, 100)), article('Tin khác', told(2, 100)), article(second, told(3, 100))];
  expect(pairs(items)).toEqual([`${second} = ${first} (title)`]);
});

test('titles of nothing but punctuation, and texts of nothing, repeat nothing', () => {
  expect(pairs([article('…', ''), article('?', ''), article('A', '—'), article('B', '\uFFFC')])).toEqual([]);
});

const text = told(1, 450);
const words = text.split(' ');
const changed = words.map((word, index) => (index % 45 === 0 ? 'khác' : word)).join(' ');
const rewritten = words.map((word, index) => (index % 10 === 0 ? 'khác' : word)).join(' ');

test.each([
  ['the same', text],
  ['in capitals, with other marks', text.toUpperCase().replaceAll('Ơ', 'O').replaceAll(' B', ', B')],
  ['in NFD', text.normalize('NFD')],
  ['with ten words changed', changed],
  ['with a new beginning and end', `${told(2, 30)} ${text} ${told(3, 30)}`],
  ['without its middle', [...words.slice(0, 150), ...words.slice(200)].join(' ')],
  ['with its halves exchanged', [...words.slice(225), ...words.slice(0, 225)].join(' ')],
  ['cut down to a quarter', words.slice(100, 212).join(' ')],
])('an article told again is noticed, whichever comes first: %s', (_, again) => {
  expect(pairs([article('A', text), article('Khác', told(9, 450)), article('B', again)])).toEqual(['B = A (text)']);
});

test.each([
  ['each sentence written anew', rewritten],
  ['half of it new', [...words.slice(0, 225), ...told(5, 225).split(' ')].join(' ')],
  ['its words in another order', words.toSorted().join(' ')],
])('a new article on the same subject is no repetition: %s', (_, again) => {
  expect(pairs([article('A', text), article('B', again)])).toEqual([]);
});

test('a round-up may tell again what short news told', () => {
  const news = [1, 2, 3, 4].map((seed) => article(`Tin ${seed}`, told(seed, 100)));
  const roundUp = article('Điểm tin', news.map((one) => one.text).join('\n\n'));
  expect(pairs([...news, roundUp])).toEqual([]);
});

test('a text of a few words is a repetition only when it is the very same', () => {
  const short = told(1, 29);
  expect(pairs([article('A', short), article('B', `${short.toUpperCase()}.`)])).toEqual(['B = A (text)']);
  expect(pairs([article('A', short), article('B', `${short.slice(0, -1)}z`)])).toEqual([]);
  const longer = told(1, 40).split(' ');
  expect(pairs([article('A', longer.join(' ')), article('B', [...longer.slice(0, 39), 'z'].join(' '))])).toEqual([
    'B = A (text)',
  ]);
});

test('a closing note under every article makes none of them a repetition, and hides none', () => {
  const note = told(9999, 60);
  const items = Array.from({ length: 200 }, (_, n) => article(`Bài ${n}`, `${told(n + 1, 60)} ${note}`));
  const again = article('Lặp', `${told(151, 60).replace(/^\S+/, 'khác')} ${note}`);
  expect(pairs([...items, again])).toEqual(['Lặp = Bài 150 (text)']);
});

test('a hundred copies all lead to the first', () => {
  const items = Array.from({ length: 100 }, (_, n) => article(`Bài ${n}`, `${text} ${n}`));
  const found = repetitions(items);
  expect(found).toHaveLength(99);
  expect(new Set(found.map(({ other }) => other))).toEqual(new Set([items[0]]));
});

test('a sentence said over and over counts once', () => {
  const refrain = told(7, 25);
  const chant = Array.from({ length: 20 }, () => refrain).join(' ');
  expect(pairs([article('A', chant), article('B', `${refrain} ${told(8, 400)}`)])).toEqual([]);
});

test('one closing note under three thousand articles makes none of them a repetition', () => {
  const note = told(9999, 60);
  const items = Array.from({ length: 3000 }, (_, n) => article(`Bài ${n}`, `${told(n + 1, 390)} ${note}`));
  expect(repetitions(items)).toEqual([]);
});

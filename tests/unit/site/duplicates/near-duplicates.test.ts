import { expect, test } from 'vitest';
import { nearDuplicates } from '#site/duplicates/near-duplicates.ts';
import { textSketch } from '#site/duplicates/text-sketch.ts';

/** A text of random syllables, the same for the same seed. */
function randomText(seed: number, syllables: number): string {
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
  nearDuplicates(items, ({ title, text }) => ({ title, sketch: textSketch(text), text: () => text }));
const pairs = (items: readonly { title: string; text: string }[]) =>
  repetitions(items).map(({ item, other, because }) => `${item.title} = ${other.title} (${because})`);

test.each([
  ['Lễ ký kết', 'LỄ KÝ KẾT.'],
  ['Hội thảo: nước sạch', 'Hội thảo – Nước sạch'],
  ['Đại hội', 'Đại hội'.normalize('NFD')],
])('a title is used once, ignoring marks, case and punctuation: %s, %s', (first, second) => {
  const items = [
    article(first, randomText(1, 100)),
    article('Tin khác', randomText(2, 100)),
    article(second, randomText(3, 100)),
  ];
  expect(pairs(items)).toEqual([`${second} = ${first} (title)`]);
});

test('titles of punctuation only and empty texts are no repetitions', () => {
  expect(pairs([article('…', ''), article('?', ''), article('A', '—'), article('B', '\uFFFC')])).toEqual([]);
});

const text = randomText(1, 450);
const words = text.split(' ');
const tenChanged = words.map((word, index) => (index % 45 === 0 ? 'khác' : word)).join(' ');
const rewritten = words.map((word, index) => (index % 10 === 0 ? 'khác' : word)).join(' ');

test.each([
  ['the same', text],
  ['in capitals, with other marks', text.toUpperCase().replaceAll('Ơ', 'O').replaceAll(' B', ', B')],
  ['in NFD', text.normalize('NFD')],
  ['with ten words changed', tenChanged],
  ['with a new beginning and end', `${randomText(2, 30)} ${text} ${randomText(3, 30)}`],
  ['without its middle', [...words.slice(0, 150), ...words.slice(200)].join(' ')],
  ['with its halves exchanged', [...words.slice(225), ...words.slice(0, 225)].join(' ')],
  ['cut down to a quarter', words.slice(100, 212).join(' ')],
])('a repeated article is reported: %s', (_, repeated) => {
  expect(pairs([article('A', text), article('Khác', randomText(9, 450)), article('B', repeated)])).toEqual([
    'B = A (text)',
  ]);
});

test.each([
  ['each sentence rewritten', rewritten],
  ['half of it new', [...words.slice(0, 225), ...randomText(5, 225).split(' ')].join(' ')],
  ['its words in another order', words.toSorted().join(' ')],
])('a new article on the same subject is no repetition: %s', (_, other) => {
  expect(pairs([article('A', text), article('B', other)])).toEqual([]);
});

test('a round-up may repeat several short news items', () => {
  const news = [1, 2, 3, 4].map((seed) => article(`Tin ${seed}`, randomText(seed, 100)));
  const roundUp = article('Điểm tin', news.map((one) => one.text).join('\n\n'));
  expect(pairs([...news, roundUp])).toEqual([]);
});

test('a text of a few words is a repetition only of an identical text', () => {
  const short = randomText(1, 29);
  expect(pairs([article('A', short), article('B', `${short.toUpperCase()}.`)])).toEqual(['B = A (text)']);
  expect(pairs([article('A', short), article('B', `${short.slice(0, -1)}z`)])).toEqual([]);
  const longer = randomText(1, 40).split(' ');
  expect(pairs([article('A', longer.join(' ')), article('B', [...longer.slice(0, 39), 'z'].join(' '))])).toEqual([
    'B = A (text)',
  ]);
});

test('a closing note under every article makes no repetitions and hides none', () => {
  const note = randomText(9999, 60);
  const items = Array.from({ length: 200 }, (_, n) => article(`Bài ${n}`, `${randomText(n + 1, 60)} ${note}`));
  const repeated = article('Lặp', `${randomText(151, 60).replace(/^\S+/, 'khác')} ${note}`);
  expect(pairs([...items, repeated])).toEqual(['Lặp = Bài 150 (text)']);
});

test('a hundred copies are all repetitions of the first', () => {
  const items = Array.from({ length: 100 }, (_, n) => article(`Bài ${n}`, `${text} ${n}`));
  const found = repetitions(items);
  expect(found).toHaveLength(99);
  expect(new Set(found.map(({ other }) => other))).toEqual(new Set([items[0]]));
});

test('a sentence repeated within one text counts once', () => {
  const refrain = randomText(7, 25);
  const repeatedText = Array.from({ length: 20 }, () => refrain).join(' ');
  expect(pairs([article('A', repeatedText), article('B', `${refrain} ${randomText(8, 400)}`)])).toEqual([]);
});

test('one closing note under three thousand articles makes no repetitions', () => {
  const note = randomText(9999, 60);
  const items = Array.from({ length: 3000 }, (_, n) => article(`Bài ${n}`, `${randomText(n + 1, 390)} ${note}`));
  expect(repetitions(items)).toEqual([]);
});

test('of articles that are unlike, however many, no text is read', () => {
  const unread = (seed: number) => ({
    title: `Bài ${seed}`,
    sketch: textSketch(randomText(seed, 400)),
    text: () => expect.fail(`read article ${seed}`),
  });
  expect(nearDuplicates([1, 2, 3, 4, 5].map(unread), (item) => item)).toEqual([]);
});

test('a sketch of a book stays small, and finds its copy', () => {
  const book = randomText(1, 40_000);
  expect(textSketch(book).length).toBeLessThan(5000);
  expect(pairs([article('A', book), article('B', `${book} khác`)])).toEqual(['B = A (text)']);
});

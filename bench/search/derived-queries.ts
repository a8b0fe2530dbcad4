import type { SearchEntry } from '#search/search-entry.ts';
import { fold } from '#vietnamese/fold.ts';
import { isSyllable } from '#vietnamese/syllable.ts';
import { pickRandom, seededRandom } from '../fixtures/seeded-random.ts';
import type { ExpectedQuery } from './expected-query.ts';
import { telexKeys, vniKeys } from './raw-typing.ts';
import { typingErrors } from './typing-errors.ts';

type Random = () => number;

/** Another way to type lower-case words; undefined where there is none. */
type Form = (words: readonly string[], random: Random) => string | undefined;

const forms: Readonly<Record<string, Form>> = {
  marks: (words) => words.join(' '),
  'no marks': (words) => fold(words.join(' ')),
  'some of the marks': (words, random) => words.map((word) => (random() < 0.5 ? fold(word) : word)).join(' '),
  'no tones': (words) => words.map(withoutTone).join(' '),
  Telex: (words) => words.map(telexKeys).join(' '),
  'Telex, one word': (words, random) => withOneChanged(words, random, (word) => [telexKeys(word)]),
  'Telex, only tones': (words) => words.map((word) => fold(word) + toneKey(word)).join(' '),
  VNI: (words) => words.map(vniKeys).join(' '),
  'VNI, one word': (words, random) => withOneChanged(words, random, (word) => [vniKeys(word)]),
  'joined words': joined,
  'joined words, no marks': (words) => joined(words.map(fold)),
  ...Object.fromEntries(
    Object.entries(typingErrors).flatMap(([kind, errors]): [string, Form][] => [
      [kind, (words, random) => withOneChanged(words, random, errors)],
      [`${kind}, no marks`, (words, random) => withOneChanged(words.map(fold), random, errors)],
    ]),
  ),
};

/** How a name of several parts, such as "TypeScript" or "Node.js", is written with each separator. */
const separators = { 'split name': ' ', 'hyphenated name': '-', 'joined name': '' };
const nameOfParts = /[A-Za-z][a-z0-9]+(?:[A-Z][a-z0-9]+|\.[a-z]+|-[A-Za-z]+)+/g;

/**
 * Queries for titles of a site in each way readers may type them, at most `perKind` of a kind; the seed determines
 * them. Every entry whose title holds the words is expected.
 */
export function derivedQueries(entries: readonly SearchEntry[], perKind: number, seed = 11): ExpectedQuery[] {
  const random = seededRandom(seed);
  const titles = entries.map(({ address, title }) => ({ address, title, words: wordsOf(title) }));
  const expected = (start: string) =>
    titles
      .filter(({ words }) => ` ${fold(words.join(' '))} `.includes(` ${fold(start)}`))
      .map(({ address }) => address);
  const kinds: (readonly [kind: string, make: () => Omit<ExpectedQuery, 'kind'> | undefined])[] = [
    ...Object.entries(forms).map(([kind, form]) => {
      const make = () => {
        const words = pickPhrase(titles, random);
        const typed = form(words, random);
        if (!typed || (kind !== 'marks' && typed === words.join(' '))) return undefined;
        return { typed, expected: expected(`${words.join(' ')} `) };
      };
      return [kind, make] as const;
    }),
    ...['unfinished word', 'unfinished word, no marks'].map((kind) => {
      const make = () => {
        const words = pickPhrase(titles, random);
        const last = words.at(-1) ?? '';
        if (last.length < 2 || /\d/.test(last)) return undefined;
        const typed = words.with(-1, last.slice(0, 1 + Math.floor(random() * (last.length - 1)))).join(' ');
        return { typed: kind.endsWith('marks') ? fold(typed) : typed, expected: expected(typed) };
      };
      return [kind, make] as const;
    }),
    ...Object.entries(separators).map(([kind, separator]) => {
      const make = () => {
        const [name = ''] = pickRandom(titles, random).title.match(nameOfParts) ?? [];
        const typed = name.replace(/[.-]|(?<=[a-z0-9])(?=[A-Z])/g, separator).toLowerCase();
        const holding = titles.filter(({ title }) => name !== '' && squeezed(title).includes(squeezed(name)));
        return typed === name.toLowerCase() ? undefined : { typed, expected: holding.map(({ address }) => address) };
      };
      return [kind, make] as const;
    }),
  ];
  return kinds.flatMap(([kind, make]) =>
    Array.from({ length: perKind * 8 }, make)
      .flatMap((query) => (query ? [{ kind, ...query }] : []))
      .slice(0, perKind),
  );
}

/** Two to four words that stand together in a title; fewer where the title has fewer. */
function pickPhrase(titles: readonly { readonly words: readonly string[] }[], random: Random): readonly string[] {
  const { words } = pickRandom(titles, random);
  const length = Math.min(words.length, 2 + Math.floor(random() * 3));
  const start = Math.floor(random() * (words.length - length + 1));
  return words.slice(start, start + length);
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function squeezed(text: string): string {
  return text.toLowerCase().replace(/[ .-]/g, '');
}

function withoutTone(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0301\u0300\u0309\u0303\u0323]/g, '')
    .normalize('NFC');
}

/** The key that a word's tone has in Telex; empty for none. */
function toneKey(word: string): string {
  return withoutTone(word) === word ? '' : (telexKeys(word).at(-1) ?? '');
}

/** The first two words without the space between; undefined where they are no Vietnamese syllables. */
function joined([first = '', second = '', ...others]: readonly string[]): string | undefined {
  if (second === '' || ![first, second].every((word) => isSyllable(word) || fold(word) === word)) return undefined;
  return [first + second, ...others].join(' ');
}

function withOneChanged(words: readonly string[], random: Random, change: (word: string) => readonly string[]) {
  const at = Math.floor(random() * words.length);
  const changes = change(words[at] ?? '').filter((typed) => typed !== words[at]);
  return changes.length > 0 ? words.with(at, pickRandom(changes, random)).join(' ') : undefined;
}

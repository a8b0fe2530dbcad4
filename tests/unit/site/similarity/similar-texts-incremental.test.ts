import { isDeepStrictEqual } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { seededRandom } from '#bench/fixtures/seeded-random.ts';
import { similarItemsOf } from '#news/similar-items.ts';
import { type CompiledAbbreviations, compileAbbreviations } from '#search/compile-abbreviations.ts';
import { type SimilarTextsState, similarTexts } from '#site/similarity/similar-texts.ts';

interface Text {
  readonly name: string;
  readonly seed: number;
  readonly instant: number;
  readonly words?: string;
}

/** Random words with phrases of one of twenty subjects, and with phrases that far too many texts have. */
function words({ seed }: Text): string {
  const random = seededRandom(seed);
  const subject = (seed % 20) * 4;
  const phrase = () => {
    const number = random() < 0.6 ? 100 + subject + Math.floor(random() * 4) : Math.floor(9 * random());
    return `LN lúa${number} ngô${number}`;
  };
  const length = 90 + Math.floor(random() * 60);
  return Array.from({ length }, (_, word) => (word % 10 === 0 ? phrase() : `x${Math.floor(2000 * random())}`)).join(
    ' ',
  );
}

const none = compileAbbreviations([]);
const one = compileAbbreviations([{ short: 'LN', meaning: 'lúa1 ngô1', capitalsOnly: false }]);

let read: string[] = [];
beforeEach(() => {
  read = [];
});

const compare = (texts: readonly Text[], previous?: SimilarTextsState, abbreviated: CompiledAbbreviations = none) =>
  similarTexts(
    texts.map((text) => ({
      dataHash: `${text.seed} ${text.words}`,
      instant: text.instant,
      text: () => {
        read.push(text.name);
        return text.words ?? words(text);
      },
    })),
    abbreviated,
    previous,
  );

const stored = (state: SimilarTextsState): SimilarTextsState => deserialize(serialize(state));

/** The similar texts of a text and their scores. */
const similarTo = (text: number, { similar }: SimilarTextsState) => [...similarItemsOf(similar, text)];

/** The similar texts of all texts and their scores, one per line. */
const lines = (texts: readonly Text[], state: SimilarTextsState) =>
  texts.flatMap(({ name }, text) =>
    similarTo(text, state)
      .map(([other, score]) => `${name}: ${texts[other]?.name} ${score}`)
      .sort(),
  );

/** The same texts, oldest first. */
const sorted = (texts: readonly Text[]) =>
  texts.toSorted((a, b) => a.instant - b.instant || (a.name < b.name ? -1 : 1));

const archive = (count: number) =>
  sorted(Array.from({ length: count }, (_, at) => ({ name: `bài ${at}`, seed: at, instant: Math.floor(at * 0.8) })));

let added = 10_000;
const edits = {
  rewrite: (texts: Text[], at: number) => texts.with(at, { ...(texts[at] as Text), seed: added++ }),
  add: (texts: Text[], at: number) => [...texts, { name: `thêm ${added}`, seed: added++, instant: at + 0.5 }],
  copy: (texts: Text[], at: number) => [...texts, { ...(texts[at] as Text), name: `chép ${added++}` }],
  remove: (texts: Text[], at: number) => texts.toSpliced(at, 1),
  redate: (texts: Text[], at: number, other: number) => texts.with(at, { ...(texts[at] as Text), instant: other }),
  rename: (texts: Text[], at: number) => texts.with(at, { ...(texts[at] as Text), name: `tên ${added++}` }),
};

const edit = fc.record({
  kind: fc.constantFrom(...(Object.keys(edits) as (keyof typeof edits)[])),
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  other: fc.nat(240),
});

test('after any edits the similar texts are those found without a previous state', () => {
  fc.assert(
    fc.property(fc.array(fc.array(edit, { maxLength: 4 }), { maxLength: 4 }), (builds) => {
      let texts = archive(300);
      let state = compare(texts);
      for (const build of builds) {
        for (const { kind, at, other } of build)
          texts = sorted(edits[kind](texts, Math.floor(at * texts.length), other));
        const updated = compare(texts, stored(state));
        const fromScratch = compare(texts);
        expect(lines(texts, updated)).toEqual(lines(texts, fromScratch));
        expect(Buffer.compare(updated.frequencies, fromScratch.frequencies)).toBe(0);
        expect(lines(texts, fromScratch).length).toBeGreaterThan(50);
        state = updated;
      }
    }),
    { seed: 8, numRuns: 15 },
  );
});

test('pairs that become rare by one more old text count, though it holds none of them', () => {
  const rare = Array.from({ length: 300 }, (_, word) => (word % 30 === 0 ? 'nuôi ngao' : `x${word}`)).join(' ');
  const texts = archive(48).map((text, at) => ({ ...text, instant: at, ...(at > 43 && { words: `${rare} y${at}` }) }));
  const before = compare(texts);
  expect(similarTo(texts.length - 1, before)).toHaveLength(0);
  const more = sorted([...texts, { name: 'thêm', seed: 999, instant: 40.5, words: 'z' }]);
  expect(similarTo(more.length - 1, compare(more, stored(before)))).toHaveLength(3);
});

test('only new and rewritten texts are read', () => {
  const texts = archive(300);
  const state = compare(texts);
  expect(read).toHaveLength(300);
  read = [];
  expect(isDeepStrictEqual(compare(texts, stored(state)), state)).toBe(true);
  expect(read).toEqual([]);
  const [rewritten, more] = [edits.rewrite(texts, 7), edits.add(texts, 200)];
  compare(sorted(rewritten), stored(state));
  compare(sorted(more), stored(state));
  compare(edits.remove(texts, 7), stored(state));
  expect(read).toEqual(['bài 7', more.at(-1)?.name]);
});

test('after a change of the abbreviations all texts are read and compared again', () => {
  const texts = archive(40);
  const state = compare(texts);
  read = [];
  expect(isDeepStrictEqual(compare(texts, stored(state), one), compare(texts, undefined, one))).toBe(true);
  expect(read).toHaveLength(80);
});

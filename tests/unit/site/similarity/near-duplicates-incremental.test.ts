import { deserialize, serialize } from 'node:v8';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '#bench/fixtures/seeded-random.ts';
import { type NearDuplicatesState, nearDuplicates } from '#site/similarity/near-duplicates.ts';

interface Text {
  readonly name: string;
  readonly story: number;
  readonly seed: number;
  readonly instant: number;
}

const storyWords = (seed: number, length: number) => {
  const random = seededRandom(seed);
  return Array.from({ length }, () => `x${Math.floor(5000 * random())}`);
};

/** The text of a story, with some words changed depending on its seed; some are truncated, half end in one note. */
function words({ story, seed }: Text): string {
  const random = seededRandom(seed);
  const changed = random() * 0.1;
  const all = storyWords(story, 80 + story).map((word) => (random() < changed ? `y${seed}` : word));
  const length = random() < 0.3 ? 20 + Math.floor(random() * 80) : all.length;
  return [...all.slice(0, length), ...(seed % 2 ? storyWords(999, 25) : [])].join(' ');
}

let read: string[] = [];

const compare = (texts: readonly Text[], previous?: NearDuplicatesState) => {
  read = [];
  return nearDuplicates(
    texts,
    (text) => ({
      dataHash: `${text.story} ${text.seed}`,
      instant: text.instant,
      title: `Bài ${text.seed % 240}`,
      text: () => {
        read.push(text.name);
        return words(text);
      },
    }),
    previous,
  );
};

const stored = (state: NearDuplicatesState): NearDuplicatesState => deserialize(serialize(state));

const duplicatePairs = ({ duplicatePairs }: NearDuplicatesState) =>
  Array.from({ length: duplicatePairs.length / 2 }, (_, at) => duplicatePairs.slice(at * 2, at * 2 + 2).join()).sort();

const sorted = (texts: readonly Text[]) =>
  texts.toSorted((a, b) => a.instant - b.instant || (a.name < b.name ? -1 : 1));

/** The first stories occur far more often than the postings of a shingle hold. */
const storyOf = (seed: number) => Math.floor(60 * seededRandom(-1 - seed)() ** 3);
const archive = (count: number) =>
  sorted(
    Array.from({ length: count }, (_, at) => ({ name: `bài ${at}`, story: storyOf(at), seed: at, instant: at >> 1 })),
  );

let added = 10_000;
const newText = () => ({ seed: ++added, story: storyOf(added) });
const edits = {
  rewrite: (texts: Text[], at: number) => texts.with(at, { ...(texts[at] as Text), ...newText() }),
  add: (texts: Text[], at: number) => [...texts, { name: `thêm ${added}`, ...newText(), instant: at + 0.5 }],
  copy: (texts: Text[], at: number) => [...texts, { ...(texts[at] as Text), name: `chép ${added++}` }],
  remove: (texts: Text[], at: number) => texts.toSpliced(at, 1),
  redate: (texts: Text[], at: number, other: number) => texts.with(at, { ...(texts[at] as Text), instant: other }),
  rename: (texts: Text[], at: number) => texts.with(at, { ...(texts[at] as Text), name: `tên ${added++}` }),
};

const edit = fc.record({
  kind: fc.constantFrom(...(Object.keys(edits) as (keyof typeof edits)[])),
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  other: fc.nat(150),
});

test('after any edits the repetitions are those found without a previous state', () => {
  fc.assert(
    fc.property(fc.array(fc.array(edit, { maxLength: 4 }), { maxLength: 6 }), (builds) => {
      let texts = archive(250);
      let { state } = compare(texts);
      for (const build of builds) {
        for (const { kind, at, other } of build)
          texts = sorted(edits[kind](texts, Math.floor(at * texts.length), other));
        const updated = compare(texts, stored(state));
        const fromScratch = compare(texts);
        const lines = ({ repetitions }: typeof updated) =>
          repetitions.map(({ item, other, because }) => `${item.name} = ${other.name} (${because})`);
        expect(lines(updated)).toEqual(lines(fromScratch));
        expect(updated.state.indexedBits).toEqual(fromScratch.state.indexedBits);
        expect(duplicatePairs(updated.state)).toEqual(duplicatePairs(fromScratch.state));
        expect(fromScratch.repetitions.filter(({ because }) => because === 'text').length).toBeGreaterThan(20);
        state = updated.state;
      }
    }),
    { seed: 8, numRuns: 15 },
  );
});

test('only new and rewritten texts are read', () => {
  const texts = archive(250);
  const { state } = compare(texts);
  expect(read).toHaveLength(250);
  expect(compare(texts, stored(state)).state).toEqual(state);
  expect(read).toEqual([]);
  compare(edits.rewrite(texts, 7), stored(state));
  expect(read).toEqual([texts[7]?.name]);
  compare(edits.remove(texts, 7), stored(state));
  expect(read).toEqual([]);
});

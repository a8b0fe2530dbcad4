import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generatedEntries } from '#bench/fixtures/generated-entries.ts';
import type { Abbreviation } from '#search/abbreviations.ts';
import type { Entry } from '#search/entry.ts';
import { KeptIndex } from '#tests/kept-index.ts';

/** What a newsroom holds at one moment. */
interface Newsroom {
  readonly entries: readonly Entry[];
  readonly short: readonly Abbreviation[];
}

type Edit = (newsroom: Newsroom) => Newsroom;

const more = generatedEntries(40, 7).map(shorter);
const ministries: readonly Abbreviation[] = ['Y tế', 'Khoa học', 'Xây dựng'].map((meaning, number) => ({
  short: `B${number}`,
  meaning: `Bộ ${meaning}`,
  capitalsOnly: false,
}));
/** Two letters of UTF-16 each; where a body is cut off one of them may be in the way. */
const astral = '𝐇ộ𝐢 '.repeat(2000);

const place = fc.nat(10_000);
const day = fc.tuple(fc.integer({ min: 2014, max: 2018 }), fc.nat(11), fc.nat(27)).map(([year, month, date]) => {
  return new Date(Date.UTC(year, month, 1 + date)).toISOString().slice(0, 10);
});
const text = fc.oneof(
  fc.nat(more.length - 1).map((at) => more[at]?.body ?? ''),
  fc.constantFrom(
    '',
    'Hoà bình. B0 hòa bình; B1 họp\nở UBND tỉnh',
    astral,
    `a${astral}`,
    (more[0]?.body ?? '').repeat(25),
  ),
);

function edited(change: (entry: Entry) => Entry): (at: number) => Edit {
  return (at) => (newsroom) => {
    const { entries } = newsroom;
    if (entries.length === 0) return newsroom;
    const index = at % entries.length;
    return { ...newsroom, entries: entries.with(index, change(entries[index] as Entry)) };
  };
}

const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(place, fc.option(day, { nil: undefined }), text).map(([at, day, body]): Edit => {
      const { day: _, ...rest } = more[at % more.length] as Entry;
      const entry = { ...rest, body, address: `/moi/${at}/`, ...(day && { day }) };
      return (newsroom) => ({ ...newsroom, entries: [...newsroom.entries, entry] });
    }),
  },
  {
    weight: 3,
    arbitrary: place.map((at): Edit => {
      return (newsroom) => ({
        ...newsroom,
        entries: newsroom.entries.toSpliced(at % Math.max(1, newsroom.entries.length), 1),
      });
    }),
  },
  fc.tuple(place, text).map(([at, body]) => edited((entry) => ({ ...entry, body }))(at)),
  place.map((at) => edited((entry) => ({ ...entry, body: entry.body.replace(/ \S+ \S+$/, ' được sửa') }))(at)),
  place.map((at) => edited((entry) => ({ ...entry, title: `${entry.title} năm ${at}` }))(at)),
  fc.tuple(place, day).map(([at, day]) => edited((entry) => ({ ...entry, day }))(at)),
  fc
    .tuple(place, fc.constantFrom('', 'An toàn', 'Tin tức - sự kiện'))
    .map(([at, category]) => edited((entry) => ({ ...entry, category }))(at)),
  fc.constant<Edit>(({ entries, short }) => ({ entries, short: ministries.slice(0, (short.length + 1) % 4) })),
  // Eight more days of the newest year fill a group.
  fc.constant<Edit>((newsroom) => ({
    ...newsroom,
    entries: [...newsroom.entries, ...more.slice(0, 8).map((entry, at) => ({ ...entry, day: `2018-12-0${at + 1}` }))],
  })),
);

test('after whatever edits an index brought up to date is, byte for byte, the one made from nothing', () => {
  const start = generatedEntries(90, 11).map((entry, at): Entry => ({ ...shorter(entry), day: dayOf(at) }));
  fc.assert(
    fc.property(fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 4, maxLength: 8 }), (builds) => {
      const index = new KeptIndex();
      let newsroom: Newsroom = { entries: start, short: [] };
      index.update(newsroom.entries, newsroom.short);
      for (const edits of builds) {
        for (const each of edits) newsroom = each(newsroom);
        index.update(newsroom.entries, newsroom.short);
        expectRight(index, newsroom.entries, newsroom.short);
      }
    }),
    { numRuns: 30, seed: 8 },
  );
});

/** An index is, byte for byte, the one made from nothing, and as much is remembered of it. */
function expectRight(index: KeptIndex, entries: readonly Entry[], short: readonly Abbreviation[] = []): void {
  const right = new KeptIndex();
  right.update(entries, short);
  expect(index.others(right)).toEqual([]);
  expect(index.state).toEqual(right.state);
}

/** Of an article its first paragraph, to be quick. */
function shorter(entry: Entry): Entry {
  return { ...entry, body: entry.body.split('\n')[0] ?? '' };
}

/** Days over four years, several on one. */
function dayOf(at: number): string {
  return new Date(Date.UTC(2014, 0, 1 + Math.floor(at / 3) * 48)).toISOString().slice(0, 10);
}

test('an index empties and begins again', () => {
  const index = new KeptIndex();
  const [first, ...others] = generatedEntries(30, 3);
  for (const entries of [[], [first as Entry], [], [first as Entry, ...others], [], others]) {
    index.update(entries);
    expectRight(index, entries);
  }
});

const entries = generatedEntries(400);
const old = entries[200] as Entry;
const indexed = new KeptIndex();
indexed.update(entries);

test('where nothing changed no file is written and no entry read', () => {
  expect(indexed.copy().update(entries)).toEqual({ changed: [], reads: 0 });
});

test('a sentence written otherwise changes the files of its words alone, and one entry is read', () => {
  const after = entries.with(200, { ...old, body: old.body.replace(/^(\S+ ){6}/, 'Một câu đã được sửa lại ') });
  const index = indexed.copy();
  const before = index.files;
  const { changed, reads } = index.update(after);
  expect(reads).toBe(1);
  expect(changed.length).toBeLessThan(40);
  expect(
    changed.filter(
      (name) => Buffer.compare(before.get(name) ?? Buffer.alloc(0), index.files.get(name) ?? Buffer.alloc(0)) === 0,
    ),
  ).toEqual([]);
  expectRight(index, after);
});

test('an article longer than what is written down of it is taken out whole', () => {
  const index = indexed.copy();
  const long = entries.with(200, { ...old, body: `${`${old.body}\n`.repeat(4)}${more[0]?.body}` });
  for (const after of [long, entries, long, entries.with(200, { ...old, title: 'Tên khác' })]) {
    expect(index.update(after).reads).toBeLessThan(2);
    expectRight(index, after);
  }
});

test.each([
  ['is missing', () => undefined],
  ['was cut short', (bytes: Uint8Array) => bytes.subarray(0, bytes.length >> 1)],
  ['holds something else', (bytes: Uint8Array) => bytes.map((byte) => byte ^ 1)],
])('a file that an edit needs and that %s: its years are made from nothing', (_, damaged) => {
  const after = entries.with(200, { ...old, title: 'Tên khác' });
  const index = indexed.copy();
  for (const [name, bytes] of index.files) {
    const other = name.startsWith('nam-truoc/') ? damaged(bytes) : bytes;
    if (other) index.files.set(name, other);
    else index.files.delete(name);
  }
  const { reads } = index.update(after);
  expect(reads).toBeGreaterThan(350);
  expectRight(index, after);
});

test('an index that was made in another way is made from nothing', () => {
  const index = indexed.copy();
  const short = ministries.slice(0, 1);
  expect(index.update(entries, short).reads).toBe(entries.length);
  expectRight(index, entries, short);
});

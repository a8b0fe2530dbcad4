import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generatedEntries } from '#bench/fixtures/generated-entries.ts';
import type { SearchAbbreviation } from '#search/compile-abbreviations.ts';
import type { SearchEntry } from '#search/search-entry.ts';
import { PersistedIndex } from '../../persisted-index.ts';

/** The content of a site at one moment. */
interface Content {
  readonly entries: readonly SearchEntry[];
  readonly abbreviations: readonly SearchAbbreviation[];
}

type Edit = (content: Content) => Content;

const newEntries = generatedEntries(40, 7).map(shortened);
const ministries: readonly SearchAbbreviation[] = ['Y tế', 'Khoa học', 'Xây dựng'].map((meaning, number) => ({
  short: `B${number}`,
  meaning: `Bộ ${meaning}`,
  capitalsOnly: false,
}));
/** Letters of two UTF-16 code units each: a stored body must not end in the middle of one. */
const astral = '𝐇ộ𝐢 '.repeat(2000);

const position = fc.nat(10_000);
const day = fc.tuple(fc.integer({ min: 2014, max: 2018 }), fc.nat(11), fc.nat(27)).map(([year, month, date]) => {
  return new Date(Date.UTC(year, month, 1 + date)).toISOString().slice(0, 10);
});
const text = fc.oneof(
  fc.nat(newEntries.length - 1).map((at) => newEntries[at]?.body ?? ''),
  fc.constantFrom(
    '',
    'Hoà bình. B0 hòa bình; B1 họp\nở UBND tỉnh',
    astral,
    `a${astral}`,
    (newEntries[0]?.body ?? '').repeat(25),
  ),
);

function edited(change: (entry: SearchEntry) => SearchEntry): (at: number) => Edit {
  return (at) => (content) => {
    const { entries } = content;
    if (entries.length === 0) return content;
    const index = at % entries.length;
    return { ...content, entries: entries.with(index, change(entries[index] as SearchEntry)) };
  };
}

const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(position, fc.option(day, { nil: undefined }), text).map(([at, day, body]): Edit => {
      const { day: _, ...rest } = newEntries[at % newEntries.length] as SearchEntry;
      const entry = { ...rest, body, address: `/moi/${at}/`, ...(day && { day }) };
      return (content) => ({ ...content, entries: [...content.entries, entry] });
    }),
  },
  {
    weight: 3,
    arbitrary: position.map((at): Edit => {
      return (content) => ({
        ...content,
        entries: content.entries.toSpliced(at % Math.max(1, content.entries.length), 1),
      });
    }),
  },
  fc.tuple(position, text).map(([at, body]) => edited((entry) => ({ ...entry, body }))(at)),
  position.map((at) => edited((entry) => ({ ...entry, body: entry.body.replace(/ \S+ \S+$/, ' được sửa') }))(at)),
  position.map((at) => edited((entry) => ({ ...entry, title: `${entry.title} năm ${at}` }))(at)),
  fc.tuple(position, day).map(([at, day]) => edited((entry) => ({ ...entry, day }))(at)),
  fc
    .tuple(position, fc.constantFrom('', 'An toàn', 'Tin tức - sự kiện'))
    .map(([at, category]) => edited((entry) => ({ ...entry, category }))(at)),
  fc.constant<Edit>(({ entries, abbreviations }) => ({
    entries,
    abbreviations: ministries.slice(0, (abbreviations.length + 1) % 4),
  })),
  // Eight more entries of the newest year fill a group of the index.
  fc.constant<Edit>((content) => ({
    ...content,
    entries: [
      ...content.entries,
      ...newEntries.slice(0, 8).map((entry, at) => ({ ...entry, day: `2018-12-0${at + 1}` })),
    ],
  })),
);

test('after any edits the updated index is, byte for byte, the index built from scratch', () => {
  const start = generatedEntries(90, 11).map((entry, at): SearchEntry => ({ ...shortened(entry), day: dayOf(at) }));
  fc.assert(
    fc.property(fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 4, maxLength: 8 }), (builds) => {
      const index = new PersistedIndex();
      let content: Content = { entries: start, abbreviations: [] };
      index.update(content.entries, content.abbreviations);
      for (const edits of builds) {
        for (const apply of edits) content = apply(content);
        index.update(content.entries, content.abbreviations);
        expectAsFromScratch(index, content.entries, content.abbreviations);
      }
    }),
    { numRuns: 10, seed: 8 },
  );
});

/** Expects the files and the state of an index built from scratch. */
function expectAsFromScratch(
  index: PersistedIndex,
  entries: readonly SearchEntry[],
  abbreviations: readonly SearchAbbreviation[] = [],
): void {
  const expected = new PersistedIndex();
  expected.update(entries, abbreviations);
  expect(index.differingFiles(expected)).toEqual([]);
  expect(index.state).toEqual(expected.state);
}

/** An entry with only the first paragraph of its body, for speed. */
function shortened(entry: SearchEntry): SearchEntry {
  return { ...entry, body: entry.body.split('\n')[0] ?? '' };
}

/** Days over four years, each of three entries. */
function dayOf(at: number): string {
  return new Date(Date.UTC(2014, 0, 1 + Math.floor(at / 3) * 48)).toISOString().slice(0, 10);
}

test('an index becomes empty and is filled again', () => {
  const index = new PersistedIndex();
  const [first, ...others] = generatedEntries(30, 3);
  for (const entries of [[], [first as SearchEntry], [], [first as SearchEntry, ...others], [], others]) {
    index.update(entries);
    expectAsFromScratch(index, entries);
  }
});

const entries = generatedEntries(400);
const old = entries[200] as SearchEntry;
const indexed = new PersistedIndex();
indexed.update(entries);

test('without changes no file is written and no entry is read', () => {
  expect(indexed.copy().update(entries)).toEqual({ writtenFiles: [], entryReads: 0 });
});

test('editing a sentence changes only the files of its words, and one entry is read', () => {
  const after = entries.with(200, { ...old, body: old.body.replace(/^(\S+ ){6}/, 'Một câu đã được sửa lại ') });
  const index = indexed.copy();
  const before = index.files;
  const { writtenFiles, entryReads } = index.update(after);
  expect(entryReads).toBe(1);
  expect(writtenFiles.length).toBeLessThan(40);
  expect(
    writtenFiles.filter(
      (name) => Buffer.compare(before.get(name) ?? Buffer.alloc(0), index.files.get(name) ?? Buffer.alloc(0)) === 0,
    ),
  ).toEqual([]);
  expectAsFromScratch(index, after);
});

test('an article whose stored body is truncated is removed with all its words', () => {
  const index = indexed.copy();
  const long = entries.with(200, { ...old, body: `${`${old.body}\n`.repeat(4)}${newEntries[0]?.body}` });
  for (const after of [long, entries, long, entries.with(200, { ...old, title: 'Tên khác' })]) {
    expect(index.update(after).entryReads).toBeLessThan(2);
    expectAsFromScratch(index, after);
  }
});

test.each([
  ['is missing', () => undefined],
  ['is truncated', (bytes: Uint8Array) => bytes.subarray(0, bytes.length >> 1)],
  ['has other content', (bytes: Uint8Array) => bytes.map((byte) => byte ^ 1)],
])('where a file that an edit needs %s, its segment is rebuilt', (_, damaged) => {
  const after = entries.with(200, { ...old, title: 'Tên khác' });
  const index = indexed.copy();
  for (const [name, bytes] of index.files) {
    const replacement = name.startsWith('nam-truoc/') ? damaged(bytes) : bytes;
    if (replacement) index.files.set(name, replacement);
    else index.files.delete(name);
  }
  const { entryReads } = index.update(after);
  expect(entryReads).toBeGreaterThan(350);
  expectAsFromScratch(index, after);
});

test('other abbreviations rebuild the index', () => {
  const index = indexed.copy();
  const abbreviations = ministries.slice(0, 1);
  expect(index.update(entries, abbreviations).entryReads).toBe(entries.length);
  expectAsFromScratch(index, entries, abbreviations);
});

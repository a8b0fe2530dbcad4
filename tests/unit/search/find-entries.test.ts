import { beforeAll, describe, expect, test } from 'vitest';
import { generatedEntries } from '#bench/fixtures/generated-entries.ts';
import { seededRandom } from '#bench/fixtures/seeded-random.ts';
import { divideIntoSegments } from '#search/build/divide-into-segments.ts';
import { compileAbbreviations } from '#search/compile-abbreviations.ts';
import { findEntries } from '#search/find-entries.ts';
import { entryWords, matchEntry } from '#search/match-entry.ts';
import { parseQuery } from '#search/parse-query.ts';
import type { SearchEntry } from '#search/search-entry.ts';
import type { SearchIndex } from '#search/search-index.ts';
import { fold } from '#vietnamese/fold.ts';
import { inMemorySearchIndex } from '../../in-memory-search-index.ts';

function entry(address: string, more: Partial<SearchEntry> = {}): SearchEntry {
  return { address, title: 'Tin', lead: '', body: '', category: 'Tin tức', day: '2024-01-01', ...more };
}

async function addresses(
  entries: readonly SearchEntry[],
  typed: string,
  short = [] as Parameters<typeof inMemorySearchIndex>[1],
) {
  return (await findEntries(await inMemorySearchIndex(entries, short), typed, 10)).found.map(
    ({ entry: { address } }) => address,
  );
}

describe('the order of results', () => {
  test('the phrase with the marks typed, then with other marks, then the single words', async () => {
    const entries = [
      entry('/apart/', { body: 'Thái độ hòa bình' }),
      entry('/other-marks/', { body: 'Thai binh' }),
      entry('/same/', { body: 'Tỉnh Thái Bình' }),
    ];
    expect(await addresses(entries, 'thái bình')).toEqual(['/same/', '/other-marks/', '/apart/']);
  });

  test('a query without marks matches any marks', async () => {
    const entries = [entry('/body/', { body: 'Thai Binh Union' }), entry('/title/', { title: 'Đại hội Thái Bình' })];
    expect(await addresses(entries, 'thai binh')).toEqual(['/title/', '/body/']);
    expect(await addresses(entries, 'dai hoi')).toEqual(['/title/']);
  });

  test('marks typed for one word only are compared for that word', async () => {
    const entries = [entry('/other/', { title: 'Đài hội' }), entry('/same/', { body: 'Đại hội' })];
    expect(await addresses(entries, 'đại hoi')).toEqual(['/same/', '/other/']);
  });

  test('the title before the lead before the body', async () => {
    const entries = [
      entry('/body/', { body: 'Đại hội', day: '2024-03-03' }),
      entry('/lead/', { lead: 'Đại hội', day: '2024-03-02' }),
      entry('/title/', { title: 'Đại hội', day: '2024-03-01' }),
    ];
    expect(await addresses(entries, 'đại hội')).toEqual(['/title/', '/lead/', '/body/']);
  });

  test('at the same rank the newer before the older', async () => {
    const entries = ['2018-06-20', '2026-01-02', '2024-05-05', '2024-05-06'].map((day) =>
      entry(`/${day}/`, { body: 'Đại hội', day }),
    );
    expect(await addresses(entries, 'đại hội')).toEqual([
      '/2026-01-02/',
      '/2024-05-06/',
      '/2024-05-05/',
      '/2018-06-20/',
    ]);
  });

  test('adjacent words before words apart', async () => {
    const entries = [
      entry('/apart/', { body: 'Khoa kia, học nọ, kỹ năng, thuật toán' }),
      entry('/near/', { body: 'Khoa học và kỹ thuật' }),
    ];
    expect(await addresses(entries, 'khoa học kỹ thuật')).toEqual(['/near/', '/apart/']);
  });
});

describe('what matches', () => {
  const entries = [
    entry('/1/', { body: 'Lễ phòng, chống thiên tai. Cách mạng công nghiệp 4.0 ngày 06/5.' }),
    entry('/2/', { body: 'Hoà bình và Kĩ thuật' }),
    entry('/3/', { body: 'UBND tỉnh họp' }),
    entry('/4/', { body: 'Ủy ban nhân dân tỉnh họp' }),
    entry('/5/', { body: 'Sở KH&CN và TP. Thái Bình' }),
    entry('/6/', { body: 'Tới đây tu sửa đình làng' }),
  ];
  const short = [
    { short: 'UBND', meaning: 'Ủy ban nhân dân', capitalsOnly: false },
    { short: 'KH&CN', meaning: 'Khoa học và Công nghệ', capitalsOnly: false },
    { short: 'TP.', meaning: 'thành phố', capitalsOnly: false },
    { short: 'TU', meaning: 'Tỉnh ủy', capitalsOnly: true },
  ];
  test.each([
    ['phòng chống thiên tai', '/1/'],
    ['công nghiệp 4.0', '/1/'],
    ['6/5', '/1/'],
    ['hòa bình', '/2/'],
    ['hòa bình'.normalize('NFD'), '/2/'],
    ['kỹ thuật', '/2/'],
    ['khoa học công nghệ', '/5/'],
    ['KH&CN', '/5/'],
    ['kh&cn', '/5/'],
    ['thành phố thái bình', '/5/'],
    ['tu sửa', '/6/'],
  ])('%s finds %s', async (typed, address) => {
    expect((await addresses(entries, typed, short))[0]).toBe(address);
  });

  test.each(['ubnd', 'UBND tỉnh', 'uỷ ban nhân dân', 'uy ban nhan dan tinh'])(
    '%s finds the abbreviation and the full name',
    async (typed) => {
      expect((await addresses(entries, typed, short)).sort()).toEqual(['/3/', '/4/']);
    },
  );

  test('a phrase does not cross into the next sentence', async () => {
    expect(await addresses([entry('/a/', { body: 'Họp ở đại sảnh. Hội trường đầy' })], '"sảnh hội"')).toEqual([]);
  });

  test('words in quotation marks must be adjacent', async () => {
    expect(await addresses(entries, '“nhân dân tỉnh”', short)).toEqual(['/4/', '/3/']);
    expect(await addresses(entries, '"tỉnh nhân"', short)).toEqual([]);
    expect(await addresses(entries, 'họp "nhân dân"', short)).toEqual(['/4/', '/3/']);
  });

  test.each(['', '   ', '…', '""', '?!'])('nothing is found for %j', async (typed) => {
    expect(await addresses(entries, typed, short)).toEqual([]);
  });
});

test('most words of a long query are enough only where no entry has all of them', async () => {
  const entries = [entry('/a/', { body: 'Trở thành hội viên của Liên hiệp hội' }), entry('/b/', { body: 'Viên gạch' })];
  expect(await addresses(entries, 'cách trở thành hội viên')).toEqual(['/a/']);
  expect(await addresses(entries, 'trở thành hội viên danh dự')).toEqual(['/a/']);
  expect(await addresses(entries, 'trở thành chủ tịch danh dự')).toEqual([]);
  const all = entry('/c/', { body: 'Hội viên danh dự thì trở thành' });
  expect(await addresses([...entries, all], 'trở thành hội viên danh dự')).toEqual(['/c/']);
});

test('results are filtered by category and year', async () => {
  const entries = ['2022', '2023', '2024'].flatMap((year) =>
    ['Tin tức', 'Tư vấn'].map((category) =>
      entry(`/${year}-${category}/`, { title: 'Đại hội', category, day: `${year}-05-05` }),
    ),
  );
  const index = await inMemorySearchIndex([
    ...entries,
    entry('/page/', { title: 'Đại hội', category: '', day: '2022-01-01' }),
  ]);
  const found = async (filter: Parameters<typeof findEntries>[3]) =>
    (await findEntries(index, 'dai hoi', 10, filter)).found.map((result) => result.entry.address);
  expect(await found({ year: '2023' })).toEqual(['/2023-Tư vấn/', '/2023-Tin tức/']);
  expect(await found({ category: 'Tư vấn' })).toEqual(['/2024-Tư vấn/', '/2023-Tư vấn/', '/2022-Tư vấn/']);
  expect(await found({ category: 'Tin tức', year: '2024' })).toEqual(['/2024-Tin tức/']);
  expect(await found({ category: 'Không có' })).toEqual([]);
});

describe('over 600 articles', () => {
  const entries = generatedEntries(600);
  const none = compileAbbreviations([]);
  const texts = entries.map((indexed) => ({ address: indexed.address, words: entryWords(indexed, none) }));
  let index: SearchIndex;
  beforeAll(async () => {
    index = await inMemorySearchIndex(entries);
  });

  const random = seededRandom(11);
  const phrases = Array.from({ length: 120 }, (_, number) => {
    const source = entries[Math.floor(random() * entries.length)] as SearchEntry;
    const [sentence = ''] = source.body.split('.').slice(Math.floor(random() * 20));
    const sentenceWords = sentence.match(/\p{L}+/gu) ?? ['hội'];
    const length = 1 + (number % 5);
    const start = Math.floor(random() * Math.max(1, sentenceWords.length - length));
    const phrase = sentenceWords.slice(start, start + length).join(' ');
    return number % 3 === 0 ? fold(phrase) : phrase;
  });

  test.each(phrases)('“%s” finds every article that a scan of all texts finds, in the same order', async (phrase) => {
    const query = parseQuery(`"${phrase}"`, none);
    const scanned = texts
      .map(({ address, words }) => ({ address, rank: matchEntry(query, words) }))
      .filter(({ rank }) => rank !== undefined);
    const { found } = await findEntries(index, `"${phrase}"`, 600);
    expect(found.map((result) => result.entry.address).sort()).toEqual(scanned.map(({ address }) => address).sort());
    const ranks = new Map(scanned.map(({ address, rank }) => [address, rank ?? 0]));
    const inOrder = found.map((result) => ranks.get(result.entry.address) ?? 0);
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
  });
});

test('every entry has a slot of its own, in the order of days', () => {
  const { past, year, recent } = divideIntoSegments(generatedEntries(500));
  const indexed = [...past.entries, ...year.entries].map(({ entry: ofSlot }) => ofSlot);
  expect([...indexed, ...recent].map(({ day }) => day)).toEqual(
    generatedEntries(500)
      .map(({ day }) => day)
      .sort(),
  );
  for (const part of [past, year]) {
    const slots = part.entries.map(({ slot }) => slot);
    expect(new Set(slots).size).toBe(slots.length);
    expect(slots).toEqual(slots.toSorted((a, b) => a - b));
    expect(Math.max(...slots)).toBeLessThan(part.slots);
  }
});

import { describe, expect, test } from 'vitest';
import { generatedEntries } from '#bench/fixtures/generated-entries.ts';
import { findMeantEntries } from '#search/find-meant-entries.ts';
import type { SearchEntry } from '#search/search-entry.ts';
import { inMemorySearchIndex } from '../../in-memory-search-index.ts';

function entry(title: string, more: Partial<SearchEntry> = {}): SearchEntry {
  return { address: `/${title}/`, title, lead: '', body: '', category: 'Tin tức', day: '2020-01-01', ...more };
}

const titles = [
  'Đại hội đại biểu toàn tỉnh',
  'Nghiệm thu đề tài khoa học kỹ thuật',
  'Sản xuất vật liệu không nung',
  'Chăn nuôi gà trên đệm lót sinh học',
  'Nước giếng có màu vàng',
  'Kế hoạch 12/KH-LHH về nhiệm kỳ mới',
  'Làm quen với Node.js và TypeScript',
  'Triển khai Kubernetes cho người mới',
  'Đường trần gian nan và nuôi dưỡng tâm hồn',
  'Bón 5 kg phân cho một sào',
  'Máy tính bảng Wi-Fi giá rẻ',
];
const entries = [...generatedEntries(40), ...titles.map((title) => entry(title))];
const index = await inMemorySearchIndex(entries);

async function first(typed: string) {
  const { found, corrected } = await findMeantEntries(index, typed, 10);
  return { title: found[0]?.entry.title, corrected };
}

describe('while the last word is unfinished, the results are those of its completions', () => {
  test.each([
    ['nước gi', 'Nước giếng có màu vàng'],
    ['nước giê', 'Nước giếng có màu vàng'],
    ['nuoc g', 'Nước giếng có màu vàng'],
    ['triển khai kuber', 'Triển khai Kubernetes cho người mới'],
    ['kube', 'Triển khai Kubernetes cho người mới'],
    ['node.js và typesc', 'Làm quen với Node.js và TypeScript'],
    ['không nu', 'Sản xuất vật liệu không nung'],
  ])('%s', async (typed, title) => expect(await first(typed)).toEqual({ title, corrected: undefined }));

  test('and entries that hold its beginning elsewhere are no results', async () => {
    const apart = entry('Nước lũ rút', { body: 'Không có gì.', day: '2021-01-01' });
    const found = await findMeantEntries(
      await inMemorySearchIndex([...titles.map((title) => entry(title)), apart]),
      'nước gi',
      10,
    );
    expect(found.found.map((result) => result.entry.title)).toEqual(['Nước giếng có màu vàng']);
  });

  test('but not once it is finished, nor inside quotation marks, nor for a number', async () => {
    for (const typed of ['kube ', '"kube"']) expect((await first(typed)).title).toBeUndefined();
    expect((await first('1')).title ?? '').not.toContain('12');
  });

  test('a word that is complete comes before longer ones, unless it has other marks', async () => {
    const words = await inMemorySearchIndex([entry('Máy bơm'), entry('Máy bo'), entry('Máy bò')]);
    const order = async (typed: string) => (await findMeantEntries(words, typed, 10)).found.map((f) => f.entry.title);
    expect(await order('máy bo')).toEqual(
      ['Máy bò', 'Máy bo', 'Máy bơm'].sort((a, b) => (a === 'Máy bo' ? -1 : b === 'Máy bo' ? 1 : 0)),
    );
    expect(await order('máy bơ')).toEqual(['Máy bơm', 'Máy bò', 'Máy bo']);
  });
});

describe('names and numbers are found in each spelling', () => {
  test.each([
    ['nodejs', 'Làm quen với Node.js và TypeScript'],
    ['node js', 'Làm quen với Node.js và TypeScript'],
    ['node-js', 'Làm quen với Node.js và TypeScript'],
    ['type script', 'Làm quen với Node.js và TypeScript'],
    ['type-script', 'Làm quen với Node.js và TypeScript'],
    ['type scr', 'Làm quen với Node.js và TypeScript'],
    ['wifi giá rẻ', 'Máy tính bảng Wi-Fi giá rẻ'],
    ['bón 5kg phân', 'Bón 5 kg phân cho một sào'],
    ['khoahoc kỹ thuật', 'Nghiệm thu đề tài khoa học kỹ thuật'],
    ['khoahọckỹthuật', 'Nghiệm thu đề tài khoa học kỹ thuật'],
    ['nuocgieng', 'Nước giếng có màu vàng'],
    ['12/KH-LHH', 'Kế hoạch 12/KH-LHH về nhiệm kỳ mới'],
    ['12 KH LHH', 'Kế hoạch 12/KH-LHH về nhiệm kỳ mới'],
    ['12/KH\u2011LHH', 'Kế hoạch 12/KH-LHH về nhiệm kỳ mới'],
    ['012/kh–lhh', 'Kế hoạch 12/KH-LHH về nhiệm kỳ mới'],
    ['12KH-LHH', 'Kế hoạch 12/KH-LHH về nhiệm kỳ mới'],
  ])('%s', async (typed, title) => expect(await first(typed)).toEqual({ title, corrected: undefined }));
});

describe('keys of Telex and VNI are read where the site does not hold them', () => {
  test.each([
    ['khoa hocj kyx thuatj', 'khoa học kỹ thuật'],
    ['khoa ho5c', 'khoa học'],
    ['nuwowcs gieengs', 'nước giếng'],
    ['nước gie61ng', 'nước giếng'],
    ['ddaij hooij', 'đại hội'],
  ])('%s is %s', async (typed, corrected) => expect((await first(typed)).corrected).toBe(corrected));

  test.each(['wifi', 'test', 'from', 'fix', 'data', 'list'])('%s is no such key', async (word) => {
    const english = await inMemorySearchIndex([...entries, entry(`Học ${word} nhanh`), entry('Tết, phím, đà, lít')]);
    expect(await findMeantEntries(english, word, 1)).not.toHaveProperty('corrected');
  });
});

describe('after a typing error', () => {
  test.each([
    ['nghiệmm thu', 'nghiệm thu'],
    ['nghiem tuh', 'nghiệm thu'],
    ['dia hoi dai bieu toan tinh', 'đại hội đại biểu toàn tỉnh'],
    ['đại hộii', 'đại hội'],
    ['xản xuất vật liệu', 'sản xuất vật liệu'],
    ['trăn nuôi gà', 'chăn nuôi gà'],
    ['lước giếng', 'nước giếng'],
    ['triển khai kubernates', 'triển khai kubernetes'],
    ['oai hoi dai bieu', 'đại hội đại biểu'],
  ])('%s gives the results of %s', async (typed, corrected) => expect((await first(typed)).corrected).toBe(corrected));

  test.each(['qqqqqqqq', 'kube', 'hội đại', 'đại biểu hội', '"nghiệmm thu"', '99/KH-LHH'])(
    '%s is not corrected',
    async (typed) => expect((await first(typed)).corrected).toBeUndefined(),
  );

  test('a query is not corrected where it finds something without the chosen year', async () => {
    const filter = { year: '1999' };
    expect(await findMeantEntries(index, 'đại hội', 10, filter)).toEqual({ total: 0, found: [] });
    expect((await findMeantEntries(index, 'đại hộii', 10, { year: '2020' })).corrected).toBe('đại hội');
  });
});

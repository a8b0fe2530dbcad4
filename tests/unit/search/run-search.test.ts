import { describe, expect, test } from 'vitest';
import { generatedEntries } from '#bench/fixtures/generated-entries.ts';
import type { ExcerptPiece } from '#search/excerpt.ts';
import { runSearch } from '#search/run-search.ts';
import type { SearchEntry } from '#search/search-entry.ts';
import { inMemorySearchIndex } from '../../in-memory-search-index.ts';

const lead = 'Sáng 20/6, Liên hiệp hội họp tổng kết năm.';
const body = `${'Các hội thành viên đã báo cáo công việc của mình trong năm qua. '.repeat(6)}
Ông nói về khoa học, kỹ thuật nuôi ngao. UBND tỉnh cảm ơn. ${'Sau đó mọi người ra về trong trật tự. '.repeat(9)}`;
const entry: SearchEntry = {
  address: '/bai-viet/hop/',
  title: 'Hội nghị tổng kết',
  lead,
  body,
  category: 'Tin tức',
  day: '2018-06-20',
};
const short = [{ short: 'UBND', meaning: 'Ủy ban nhân dân', capitalsOnly: false }];

function bracketed(pieces: readonly ExcerptPiece[] | undefined): string {
  return (pieces ?? []).map(({ text, highlighted }) => (highlighted ? `[${text}]` : text)).join('');
}

async function first(queryText: string) {
  return (await runSearch(await inMemorySearchIndex([entry], short), { typed: queryText, count: 10 })).results[0];
}

describe('an excerpt', () => {
  test('is the lead where it matches the query', async () => {
    const result = await first('tong ket');
    expect(bracketed(result?.title)).toBe('Hội nghị [tổng kết]');
    expect(bracketed(result?.text)).toBe('Sáng 20/6, Liên hiệp hội họp [tổng kết] năm.');
  });

  test('is the passage of the body with the phrase, where only the body has it', async () => {
    const text = bracketed((await first('khoa học kỹ thuật'))?.text);
    expect(text).toMatch(/^Ông nói về \[khoa học, kỹ thuật\] nuôi ngao.*…$/);
    expect(text.length).toBeLessThan(260);
  });

  test('never runs on into the next paragraph, heading or byline', async () => {
    const paragraph = 'Nông dân trong tỉnh đã học nghề nuôi ngao và nuôi tôm ở các xã ven biển.';
    const lines = ['Nuôi ngao ở đâu?', paragraph, 'ngao, thủy sản', 'Tác giả: Ban Thông tin'].join('\n');
    const index = await inMemorySearchIndex([{ ...entry, body: lines }]);
    const text = async (typed: string) => bracketed((await runSearch(index, { typed, count: 1 })).results[0]?.text);
    expect(await text('nuôi ngao')).toBe(paragraph.replace('nuôi ngao', '[nuôi ngao]'));
    expect(await text('ban thông tin')).toBe('Tác giả: [Ban Thông tin]');
  });

  test('highlights an abbreviation whose meaning matches the query', async () => {
    expect(bracketed((await first('ủy ban nhân dân'))?.text)).toContain('[UBND] tỉnh');
  });

  test('highlights single words where the phrase does not occur, and does not cut words', async () => {
    const text = bracketed((await first('nuôi tổng kết'))?.text);
    expect(text.match(/\[[^\]]+\]/g)).toContain('[tổng]');
    for (const word of text.replace(/[[\]…]/g, '').split(/\s+/)) expect(`${lead} ${body}`).toContain(word);
  });

  test('highlights the title where only the title matches', async () => {
    expect(bracketed((await first('hội nghị'))?.title)).toBe('[Hội nghị] tổng kết');
  });
});

test('an empty query finds nothing', async () => {
  expect(await runSearch(await inMemorySearchIndex([entry]), { typed: ' ', count: 10 })).toEqual({
    total: 0,
    results: [],
  });
});

describe('the entries of a category and a year', () => {
  const entries = ['2018-06-20', '2024-02-06', '2024-03-01'].map((day, at) => ({
    ...entry,
    address: `/${at}/`,
    title: `Quy chế số ${at}`,
    category: at === 2 ? 'Tin tức' : 'Văn bản',
    day,
  }));
  const search = async (typed: string, filter = {}) =>
    runSearch(await inMemorySearchIndex([...generatedEntries(40), ...entries]), {
      typed,
      count: 10,
      filter,
      suggest: true,
    });

  test('are offered where the category and the year are typed, also where there are none', async () => {
    expect((await search('văn bản 2024')).offer).toEqual({ typed: '', category: 'Văn bản', year: '2024', total: 1 });
    expect((await search('văn bản 2019')).offer).toEqual({ typed: '', category: 'Văn bản', year: '2019', total: 0 });
    expect((await search('quy chế 2018')).offer).toEqual({ typed: 'quy chế', year: '2018', total: 1 });
    expect((await search('quy chế 1999')).offer).toBeUndefined();
    expect((await search('văn bản 2024', { year: '2024' })).offer).toBeUndefined();
  });

  test('are found without a word, the newest first', async () => {
    const addresses = async (filter: object) => (await search(' ', filter)).results.map(({ address }) => address);
    expect(await addresses({ category: 'Văn bản' })).toEqual(['/1/', '/0/']);
    expect(await addresses({ category: 'Văn bản', year: '2018' })).toEqual(['/0/']);
    expect(await addresses({ year: '2018' })).toEqual([]);
  });
});

test('a result says whether it holds the phrase, its words or most of them', async () => {
  const match = async (typed: string) => (await first(typed))?.match;
  expect(await match('hội nghị tổng kết')).toBe('phrase');
  expect(await match('tổng hội')).toBe('words');
  expect(await match('hội nghị tổng kết cuối kỳ')).toBe('most');
  expect(await match('"tổng kết" ngao')).toBe('phrase');
});

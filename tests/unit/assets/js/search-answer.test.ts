import { expect, test } from 'vitest';
import type { SearchResponse } from '#search/run-search.ts';
import { searchAnswer } from '../../../../assets/js/search-answer.ts';

const found = (...matches: SearchResponse['results'][number]['match'][]): SearchResponse => ({
  total: matches.length,
  results: matches.map((match, at) => ({ address: `/${at}/`, category: '', title: [], text: [], match })),
});
const notes = (typed: string, ...matches: Parameters<typeof found>) =>
  searchAnswer(found(...matches), { typed, suggest: true }).results.map(({ note }) => note);

test('the first result without the phrase says what it holds instead', () => {
  expect(notes('điều lệ ', 'words', 'words')).toEqual(['Không có nguyên cụm “điều lệ”; có các chữ ấy ở:', undefined]);
  expect(notes('điều lệ hội thi', 'most')).toEqual(['Không có nguyên cụm “điều lệ hội thi”; có gần đủ các chữ ấy ở:']);
  expect(notes('điều lệ', 'phrase', 'words', 'most')).toEqual([
    undefined,
    'Không nguyên cụm, nhưng có các chữ ấy:',
    undefined,
  ]);
  expect(notes('điều lệ', 'phrase')).toEqual([undefined]);
  expect(searchAnswer(found('words'), { typed: 'điều lệ' }).results[0]?.note).toBeUndefined();
});

test('an offered search is named by its words, category and year, and has a query unless it finds nothing', () => {
  const offered = (offer: NonNullable<SearchResponse['offer']>) =>
    searchAnswer({ ...found(), offer }, { typed: '', suggest: true }).offer;
  expect(offered({ typed: '', category: 'Văn bản', year: '2024', total: 1 })).toEqual({
    name: 'Văn bản năm 2024',
    found: ': 1',
    query: `chuyen-muc=${encodeURIComponent('Văn')}+${encodeURIComponent('bản')}&nam=2024`,
  });
  expect(offered({ typed: '', category: 'Văn bản', year: '2019', total: 0 })).toEqual({
    name: 'Văn bản năm 2019',
    found: ': không có.',
  });
  expect(offered({ typed: 'quy chế', year: '2024', total: 1200 })).toEqual({
    name: '“quy chế” năm 2024',
    found: ': 1.200',
    query: `q=quy+${encodeURIComponent('chế')}&nam=2024`,
  });
  expect(offered({ typed: 'dụng cụ', category: 'Văn bản', year: '2024', total: 2 })?.name).toBe(
    '“dụng cụ” trong Văn bản năm 2024',
  );
});

test('a result has its category and its date, as far as it has them', () => {
  const [result] = found('phrase').results;
  const facts = (more: object) =>
    searchAnswer({ total: 1, results: result ? [{ ...result, ...more }] : [] }, { typed: '' }).results[0]?.facts;
  expect(facts({ category: 'Văn bản', day: '2024-02-06' })).toEqual(['Văn bản', '06/02/2024']);
  expect(facts({})).toEqual([]);
});

test('a corrected query is named, with the way back to the typed one', () => {
  expect(searchAnswer({ ...found('phrase'), corrected: 'nuôi tôm' }, { typed: 'nuoi tomm ' })).toMatchObject({
    status: 'Kết quả cho “nuôi tôm”: 1.',
    back: { name: 'Tìm đúng “nuoi tomm”', query: 'q=nuoi+tomm&dung=1' },
  });
});

test('the status says how many results there are, or where nothing was found', () => {
  const status = (response: SearchResponse, filter = {}) => searchAnswer(response, { typed: ' xyz ', filter }).status;
  expect(status({ ...found('phrase'), total: 1200 })).toBe('1.200 kết quả');
  expect(status(found())).toBe('Không tìm thấy “xyz”.');
  expect(status(found(), { category: '', year: '2024' })).toBe('Không tìm thấy “xyz” trong phần đã chọn.');
  expect(searchAnswer(found(), { typed: '', filter: { category: 'Thông báo' } }).status).toBe(
    'Không tìm thấy gì trong phần đã chọn.',
  );
});

test('a note about missing phrases names the query that was searched', () => {
  const response = { ...found('words'), corrected: 'nuôi tôm' };
  expect(searchAnswer(response, { typed: 'nuoi tomm', suggest: true }).results[0]?.note).toContain('“nuôi tôm”');
});

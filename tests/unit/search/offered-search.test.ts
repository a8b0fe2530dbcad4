import { expect, test } from 'vitest';
import { offeredSearch } from '#search/offered-search.ts';

const categories = ['Sự kiện', 'Tin tức - sự kiện', 'Văn bản', 'Hỏi & đáp'];

test.each([
  ['văn bản 2024', { typed: '', category: 'Văn bản', year: '2024' }],
  ['van ban nam 2024', { typed: '', category: 'Văn bản', year: '2024' }],
  ['2019 văn bản mượn dụng cụ', { typed: 'mượn dụng cụ', category: 'Văn bản', year: '2019' }],
  ['hỏi đáp năm 2025', { typed: '', category: 'Hỏi & đáp', year: '2025' }],
  ['tin tức sự kiện 2020', { typed: '', category: 'Tin tức - sự kiện', year: '2020' }],
  ['quy chế 2024', { typed: 'quy chế', year: '2024' }],
])('“%s” offers the entries of one year', (typed, expected) => {
  expect(offeredSearch(typed, categories)).toEqual(expected);
});

test.each(['2024', 'năm 2024', 'văn bản', 'nhiệm kỳ 2018 - 2023', '"văn bản 2024"', 'số 20245', ''])(
  '“%s” offers nothing',
  (typed) => {
    expect(offeredSearch(typed, categories)).toBeUndefined();
  },
);

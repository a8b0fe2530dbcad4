import { expect, test } from 'vitest';
import { apartNote, offerName } from '../../../../assets/js/search-notes.ts';

test('a note above results without the phrase says what they hold instead', () => {
  expect(apartNote('điều lệ', 'words', true)).toBe('Không có nguyên cụm “điều lệ”; có các chữ ấy ở:');
  expect(apartNote('điều lệ hội thi lần', 'most', true)).toBe(
    'Không có nguyên cụm “điều lệ hội thi lần”; có gần đủ các chữ ấy ở:',
  );
  expect(apartNote('điều lệ', 'words', false)).toBe('Không nguyên cụm, nhưng có các chữ ấy:');
});

test('an offered search is named by its words, category and year', () => {
  expect(offerName({ typed: '', category: 'Văn bản', year: '2024' })).toBe('Văn bản năm 2024');
  expect(offerName({ typed: 'quy chế', year: '2024' })).toBe('“quy chế” năm 2024');
  expect(offerName({ typed: 'dụng cụ', category: 'Văn bản', year: '2024' })).toBe('“dụng cụ” trong Văn bản năm 2024');
});

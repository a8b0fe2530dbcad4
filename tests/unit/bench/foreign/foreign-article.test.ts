import { expect, test } from 'vitest';
import { foreignArticle } from '#bench/foreign/foreign-article.ts';

test.each([
  ['YAML', '---\ntitle: "Hội nghị: tổng kết"\ndate: 2021-05-04 08:30:00 +0700\n---\nThân bài.'],
  [
    'YAML behind a BOM, with line ends of Windows',
    '\uFEFF---\r\ntitle: Hội nghị: tổng kết\r\ndate: 2021-05-04\r\n---\r\nThân bài.',
  ],
  ['TOML', "+++\ntitle = 'Hội nghị: tổng kết'\ndate = 2021-05-04T08:30:00Z\n+++\nThân bài."],
  ['JSON', '---json\n{ "title": "Hội nghị: tổng kết", "date": "2021-05-04" }\n---\nThân bài.'],
])('title, day and body are read from front matter in %s', (_format, text) => {
  const { title, day, body } = foreignArticle(text, 'ten-tep');
  expect({ title, day, body }).toEqual({ title: 'Hội nghị: tổng kết', day: '2021-05-04', body: 'Thân bài.' });
});

test.each([
  ['the first heading', '# Đại hội **lần thứ ba** [xem](a.md)\n\nThân bài.', 'Đại hội lần thứ ba xem'],
  ['the file name', 'Thân bài.', 'ten tep'],
])('without a title in front matter it is %s', (_from, text, title) => {
  expect(foreignArticle(text, 'ten-tep').title).toBe(title);
});

test('an impossible date is none', () => {
  expect(foreignArticle('---\ndate: 2021-13-40\n---\n', 'a').day).toBeUndefined();
});

test('the line of the body counts the front matter', () => {
  expect(foreignArticle('---\ntitle: A\n---\n\nThân bài.', 'a').bodyLine).toBe(4);
  expect(foreignArticle('Thân bài.', 'a').bodyLine).toBe(1);
});

test('a line at the beginning of a body is no front matter', () => {
  const { body } = foreignArticle('---\n\nThân bài, không có phần đầu.', 'a');
  expect(body).toBe('---\n\nThân bài, không có phần đầu.');
});

import { expect, test } from 'vitest';
import type { Article } from '#news/article.ts';
import { needsGeneratedSharePicture } from '#news/needs-generated-share-picture.ts';
import { parseVietnamDate } from '#vietnamese/date.ts';

const since = parseVietnamDate('2026-12-01') as Date;
const cover: Article['cover'] = { file: '/anh.jpg', alt: 'Ảnh' };

test.each([
  ['of the first day', '2026-12-01', undefined, true],
  ['of the minute before the first day', '2026-11-30 23:59', undefined, false],
  ['with a cover', '2026-12-02', cover, false],
])('an article %s has a generated share picture or not', (_, day, itsCover, expected) => {
  const article = { date: parseVietnamDate(day) as Date, ...(itsCover && { cover: itsCover }) };
  expect(needsGeneratedSharePicture({ sharePictures: { since } }, article)).toBe(expected);
});

test('without a first day no share picture is generated', () => {
  expect(needsGeneratedSharePicture({}, { date: since })).toBe(false);
});

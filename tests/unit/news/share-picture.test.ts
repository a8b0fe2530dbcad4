import { expect, test } from 'vitest';
import type { Article } from '#news/article.ts';
import { hasSharePicture } from '#news/share-picture.ts';
import { parseVietnamDate } from '#vietnamese/date.ts';

const since = parseVietnamDate('2026-12-01') as Date;
const cover: Article['cover'] = { file: '/anh.jpg', alt: 'Ảnh' };

test.each([
  ['of the first day on', '2026-12-01', undefined, true],
  ['of the minute before', '2026-11-30 23:59', undefined, false],
  ['with a cover', '2026-12-02', cover, false],
])('an article %s: a picture of its own is drawn or not', (_, day, itsCover, drawn) => {
  const article = { date: parseVietnamDate(day) as Date, ...(itsCover && { cover: itsCover }) };
  expect(hasSharePicture({ sharePictures: { since } }, article)).toBe(drawn);
});

test('while no day is given, none is drawn', () => {
  expect(hasSharePicture({}, { date: since })).toBe(false);
});

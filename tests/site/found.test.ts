import sharp from 'sharp';
import { expect, inject, test } from 'vitest';
import { readSite } from './read-built.ts';
import { readHead } from './read-head.ts';

const newsroom = readSite(inject('newsroomDir'));
const everyState = readSite(inject('everyStateDir'));
const union = readSite(inject('unionDir'));
const seedArticle = [...union.keys()].find((path) => path.startsWith('bai-viet/')) ?? '';
const head = (site: Map<string, Buffer>, path: string) => readHead(site.get(path)?.toString() ?? '');
const pagesOf = (site: Map<string, Buffer>) => [...site.keys()].filter((path) => path.endsWith('.html'));

test('an article says, where it is shared, all that Open Graph knows of an article', () => {
  const { metas, canonical } = head(union, seedArticle);
  expect(metas).toMatchObject({
    'og:type': ['article'],
    'og:locale': ['vi_VN'],
    'og:site_name': ['Liên hiệp các Hội Khoa học và Kỹ thuật Thái Bình'],
    'og:title': ['Liên hiệp Hội Thái Bình ký kêt chương trình phối hợp với Hiệp Hội Doanh nghiệp tỉnh'],
    'og:description': [expect.stringMatching(/^Chiều ngày 20\/6\/2018, /)],
    'og:url': [canonical],
    'article:published_time': ['2018-06-20T00:00:00+07:00'],
    'article:modified_time': ['2018-06-20T00:00:00+07:00'],
    'article:author': ['https://example.org/tac-gia/btt/'],
    'article:section': ['Tin tức - sự kiện'],
  });
  expect(metas['article:tag']).toBeUndefined();
});

test('an article that was corrected says when, and every tag by its name', () => {
  const { metas } = head(everyState, 'bai-viet/du-moi-dang/index.html');
  expect(metas['article:modified_time']).not.toEqual(metas['article:published_time']);
  expect(metas['article:tag']?.length).toBeGreaterThan(1);
});

test('an article with a cover is shared with it, in a format every machine reads, as large as it says', async () => {
  const { metas } = head(everyState, 'bai-viet/du-moi-dang/index.html');
  const [image = ''] = metas['og:image'] ?? [];
  expect(image).toMatch(/^https:\/\/example\.org\/hinh-anh\/[0-9a-f]{12}-\d+\.jpeg$/);
  const { format, width, height } = await sharp(everyState.get(new URL(image).pathname.slice(1))).metadata();
  expect(metas).toMatchObject({
    'og:image:type': [`image/${format}`],
    'og:image:width': [String(width)],
    'og:image:height': [String(height)],
    'twitter:card': ['summary_large_image'],
  });
  expect(metas['og:image:alt']?.[0]).not.toBe('');
  expect(metas['twitter:image:alt']).toEqual(metas['og:image:alt']);
});

test('a page that is no article says that it is a page of the site, and nothing of an article', () => {
  for (const path of pagesOf(newsroom).filter((page) => !page.startsWith('bai-viet/'))) {
    const { metas } = head(newsroom, path);
    expect(metas['og:type'], path).toEqual(['website']);
    expect(
      Object.keys(metas).filter((key) => key.startsWith('article:')),
      path,
    ).toEqual([]);
  }
});

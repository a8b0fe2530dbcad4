import { expect, inject, test } from 'vitest';
import { fullArticleAddress } from '#bench/browser/page-kinds.ts';
import { elements } from './elements.ts';
import { readSite } from './read-site.ts';

const site = readSite(inject('everyStateDir'));
const json = JSON.parse(site.get('feed.json')?.toString() ?? '{}');
const inFeed: string = json.items.find(({ url }: { url: string }) => url.endsWith(fullArticleAddress)).content_html;

test('in a feed a gallery is plain figures with captions and absolute URLs', () => {
  const figures = inFeed.slice(inFeed.indexOf('Bộ ảnh và video')).match(/<figure>.*?<\/figure>/gs) ?? [];
  expect(figures).toHaveLength(6);
  expect(figures[0]).toContain('alt="Hình vẽ trạm bơm bên bờ ruộng"');
  expect(figures[0]).toContain('<figcaption>Trạm bơm, hình vẽ minh họa');
  for (const figure of figures)
    expect(figure).toMatch(/<img src="https:\/\/example\.org\/hinh-anh\/[^"]+\.(jpeg|png)"/);
  expect(inFeed).not.toMatch(/class="gallery"|<video|target=/);
});

test('in a feed a video is its poster and a link', () => {
  for (const href of [
    `https://example.org${fullArticleAddress}doan-phim.mp4`,
    'https://www.example.org/phim/tram-bom?v=1',
  ])
    expect(elements(inFeed, 'a')).toContainEqual({ href, text: 'Xem video' });
});

test('the file of a video is in the folder of its article', () => {
  expect(site.has(`${fullArticleAddress.slice(1)}doan-phim.mp4`)).toBe(true);
});

test('a gallery has its pictures in every format, each linked to a large one that exists', () => {
  const html = site.get(`${fullArticleAddress.slice(1)}index.html`)?.toString() ?? '';
  const items = /<ul class="gallery">.*?<\/ul>/s.exec(html)?.[0].match(/<li>.*?<\/li>/gs) ?? [];
  expect(items).toHaveLength(4);
  for (const item of items) {
    expect(item.match(/type="image\/(avif|webp)"/g)).toHaveLength(2);
    const [, large = ''] = /<a href="([^"]+)"/.exec(item) ?? [];
    expect(site.has(large.slice(1)), large).toBe(true);
  }
});

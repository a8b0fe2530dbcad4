import { expect, inject, test } from 'vitest';
import { fullArticle } from '#bench/browser/page-kinds.ts';
import { readSite } from './read-built.ts';

const site = readSite(inject('everyStateDir'));
const json = JSON.parse(site.get('feed.json')?.toString() ?? '{}');
const told: string = json.items.find(({ url }: { url: string }) => url.endsWith(fullArticle)).content_html;

test('abroad a gallery is plain pictures with their words, in whole addresses', () => {
  const figures = told.slice(told.indexOf('Bộ ảnh và video')).match(/<figure>.*?<\/figure>/gs) ?? [];
  expect(figures).toHaveLength(6);
  expect(figures[0]).toContain('alt="Hình vẽ trạm bơm bên bờ ruộng"');
  expect(figures[0]).toContain('<figcaption>Trạm bơm, hình vẽ minh họa');
  for (const figure of figures)
    expect(figure).toMatch(/<img src="https:\/\/example\.org\/hinh-anh\/[^"]+\.(jpeg|png)"/);
  expect(told).not.toMatch(/class="gallery"|<video|target=/);
});

test('abroad a video is its poster and a link to it', () => {
  expect(told).toContain(`<a href="https://example.org${fullArticle}doan-phim.mp4">Xem video</a>`);
  expect(told).toContain('<a href="https://www.example.org/phim/tram-bom?v=1">Xem video</a>');
});

test('the file of a video lies beside its article', () => {
  expect(site.has(`${fullArticle.slice(1)}doan-phim.mp4`)).toBe(true);
});

test('a gallery has the pictures in every format and width, each leading to a large one that is there', () => {
  const html = site.get(`${fullArticle.slice(1)}index.html`)?.toString() ?? '';
  const items = /<ul class="gallery">.*?<\/ul>/s.exec(html)?.[0].match(/<li>.*?<\/li>/gs) ?? [];
  expect(items).toHaveLength(4);
  for (const item of items) {
    expect(item.match(/type="image\/(avif|webp)"/g)).toHaveLength(2);
    const [, large = ''] = /<a href="([^"]+)"/.exec(item) ?? [];
    expect(site.has(large.slice(1)), large).toBe(true);
  }
});

import { expect, test } from 'vitest';
import { addCachedPages, type CachedPage } from '../../../../assets/js/add-cached-pages.ts';

const page =
  '<p>Chữ</p><section class="block" data-kept="Hội &amp; viện" hidden><h2>Đọc được</h2>\n<ul class="rows"></ul></section>';
const cached = (url: string, title: string): CachedPage => ({
  url,
  text: `<head><title>${title}</title></head>`,
  cachedAt: new Date('2026-11-23T08:05:00').getTime(),
  bytes: 1,
});

test('the offline page lists the cached pages as links with their titles, without the name of the site', () => {
  const shown = addCachedPages(page, [
    cached('https://example.org/bai-viet/a/', 'Giá &lt; 5 $&amp; - Hội &amp; viện'),
    cached('https://example.org/', 'Hội &amp; viện'),
  ]);
  expect(shown).toMatch(
    /^<p>Chữ<\/p><section class="block" data-kept="[^"]*"><h2>Đọc được<\/h2>\n<ul class="rows"><li>/,
  );
  expect([...shown.matchAll(/<a class="story" href="([^"]*)">([^<]*)<\/a>/g)].map(([, ...link]) => link)).toEqual([
    ['https://example.org/bai-viet/a/', 'Giá &lt; 5 $&amp;'],
    ['https://example.org/', 'Hội &amp; viện'],
  ]);
  expect(shown).toContain('>Lưu lúc 08:05, Thứ Hai, 23/11/2026</time>');
});

test('the offline page has no list while nothing is cached', () => {
  expect(addCachedPages(page, [])).toBe(page);
});

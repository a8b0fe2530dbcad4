import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { newsSitemap, sitemap, sitemapIndex } from '#layouts/feeds/sitemap.ts';

const hostile = 'Tin “mới” & <b>lạ</b> ]]>\u0000\uD800 😀';

test('every sitemap is well-formed, whatever the titles and addresses', async () => {
  const date = new Date('2026-11-23T01:00:00Z');
  const url = 'https://example.org/a/?b=1&c="d"';
  for (const contents of [
    sitemap({ entries: [{ url, changed: date, images: [url] }] }),
    sitemapIndex({ parts: [{ url, changed: date }] }),
    newsSitemap({ publication: hostile, articles: [{ url, date, title: hostile }] }),
    newsSitemap({ publication: hostile, articles: [] }),
  ]) {
    const { valid, errors } = await validateXML({ xml: [{ fileName: 'a.xml', contents }], normalization: 'format' });
    expect({ valid, errors }).toEqual({ valid: true, errors: [] });
  }
});

test('a page without a known change or picture has no such elements', () => {
  expect(sitemap({ entries: [{ url: 'https://example.org/' }] })).toContain(
    '<url><loc>https://example.org/</loc></url>',
  );
});

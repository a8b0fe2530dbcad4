import { expect, inject, test } from 'vitest';
import { readSite } from './read-site.ts';

const newsroom = readSite(inject('newsroomDir'));
const textOf = (path: string) => newsroom.get(path)?.toString() ?? '';
const articles = [...newsroom.keys()].filter((path) => /^bai-viet\/[^/]+\/index\.html$/.test(path));

test('an article with three or more sections starts with a table of contents, in order; a shorter one has none', () => {
  const lengths = articles.map((path) => {
    const [, list] = /<nav class="contents"[^>]*>(.*?)<\/nav>/s.exec(textOf(path)) ?? [];
    const parts = [...textOf(path).matchAll(/<h2 id="([^"]+)">/g)].map(([, id]) => `#${id}`);
    const links = [...(list ?? '').matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
    expect(links, path).toEqual(parts.length < 3 ? [] : parts);
    return parts.length;
  });
  for (const length of [0, 2, 3, 13]) expect(lengths).toContain(length);
});

test('the table of contents is on the page and in no feed', () => {
  for (const [path, bytes] of newsroom)
    if (/\.(xml|json)$/.test(path)) expect(bytes.includes('Trong bài này'), path).toBe(false);
});

import { expect, inject, test } from 'vitest';
import { readSite } from './read-built.ts';

const newsroom = readSite(inject('newsroomDir'));
const textOf = (path: string) => newsroom.get(path)?.toString() ?? '';
const articles = [...newsroom.keys()].filter((path) => /^bai-viet\/[^/]+\/index\.html$/.test(path));

test('an article of three parts and more begins with a list of them, in order, a shorter one does not', () => {
  const lengths = articles.map((path) => {
    const [, list] = /<nav class="contents"[^>]*>(.*?)<\/nav>/s.exec(textOf(path)) ?? [];
    const parts = [...textOf(path).matchAll(/<h2 id="([^"]+)">/g)].map(([, id]) => `#${id}`);
    const links = [...(list ?? '').matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
    expect(links, path).toEqual(parts.length < 3 ? [] : parts);
    return parts.length;
  });
  for (const length of [0, 2, 3, 13]) expect(lengths).toContain(length);
});

test('a list of parts is on the page alone, in no feed', () => {
  for (const [path, bytes] of newsroom)
    if (/\.(xml|json)$/.test(path)) expect(bytes.includes('Mục lục'), path).toBe(false);
});

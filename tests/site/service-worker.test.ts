import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { formatReport } from '#site/check/format-report.ts';
import { checkFolder } from '#site/guide/check-folder.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { projectRoot } from '#site/settings.ts';
import { contentFolder } from '../content-folder.ts';
import { buildAndReadSite } from './build-and-read-site.ts';
import { readHead } from './read-head.ts';
import { parsePage, readSite } from './read-site.ts';

const facts = readFileSync(join(projectRoot, 'tests', 'fixtures', 'small', 'site.yaml'), 'utf8');
const newsroom = readSite(inject('newsroomDir'));
const news = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const day = String(index + 1).padStart(2, '0');
      const text = validArticle
        .replace('2026-11-23', `2026-10-${day}`)
        .replace('Hội nghị tổng kết năm', `Phiên họp ${day}`);
      return [`articles/phien-hop-${day}.md`, text];
    }),
  );
const latestOf = (site: ReadonlyMap<string, Buffer>) =>
  [...String(site.get('sw.js')).matchAll(/\/bai-viet\/([\w-]+)\//g)].map(([, slug]) => slug);

test('the service worker lists the ten latest articles, newest first, without drafts', async () => {
  const site = await buildAndReadSite(
    contentFolder({ ...news(12), 'articles/nhap.md': validArticle.replace('author:', 'draft: true\nauthor:') }),
  );
  expect(latestOf(site)).toEqual(
    Array.from({ length: 10 }, (_, index) => `phien-hop-${String(12 - index).padStart(2, '0')}`),
  );
});

test('a new article changes only the list in the service worker; older pages do not change', async () => {
  const before = await buildAndReadSite(contentFolder(news(11)));
  const after = await buildAndReadSite(contentFolder(news(12)));
  const withoutAddresses = (site: ReadonlyMap<string, Buffer>) =>
    String(site.get('sw.js')).replaceAll(/\/bai-viet\/[\w-]+\//g, '');
  expect(latestOf(before)).not.toEqual(latestOf(after));
  expect(withoutAddresses(after)).toBe(withoutAddresses(before));
  for (const path of ['trang.js', 'khong-co-mang/index.html', 'site.webmanifest', 'bai-viet/phien-hop-01/index.html'])
    expect(after.get(path)?.equals(before.get(path) ?? Buffer.alloc(0)), path).toBe(true);
});

test('the offline page is noindex, and no page links to it', () => {
  const page = newsroom.get('khong-co-mang/index.html')?.toString() ?? '';
  expect(readHead(page).metas['robots']).toEqual(['noindex']);
  expect(newsroom.get('sitemap.xml')?.toString()).not.toContain('khong-co-mang');
  for (const [path, bytes] of newsroom)
    if (path.endsWith('.html')) expect(parsePage(bytes.toString()).links, path).not.toContain('/khong-co-mang/');
});

test('_headers sets no-cache for the service worker', () => {
  expect(newsroom.get('_headers')?.toString()).toContain('/sw.js\n  Cache-Control: no-cache\n');
});

test('a preview has no offline cache, since it has drafts', async () => {
  const site = await buildAndReadSite(contentFolder(news(1)), { PREVIEW: '1' });
  expect(latestOf(site)).toEqual([]);
  expect(String(site.get('sw.js'))).toContain('unregister');
  expect(String(site.get('trang.js'))).not.toContain('sw.js');
});

test.each([
  [
    'a page at the address of a generated page',
    { 'pages/khong-co-mang.md': '---\ntitle: Mạng\n---\n\nBài.\n' },
    '/khong-co-mang/',
  ],
  [
    '“offline” that is neither true nor false',
    { 'site.yaml': `${facts}offline: không\n` },
    'offline chỉ nhận true (có) hoặc false (không) · viết cả dòng “offline: false”',
  ],
])('%s is rejected', async (_, files, message) => {
  const errors = (await checkFolder(contentFolder(files))).filter(({ level }) => level === 'error');
  expect(formatReport(errors, 'lines')).toContain(message);
});

import { expect, inject, test } from 'vitest';
import { pageKinds } from '#bench/browser/page-kinds.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { contentFolder } from '../content-folder.ts';
import { buildAndReadSite } from './build-and-read-site.ts';
import { elements } from './elements.ts';
import { parsePage, readSite } from './read-site.ts';

const newsroom = readSite(inject('newsroomDir'));
const page = (address: string) => newsroom.get(`${address.slice(1)}index.html`)?.toString() ?? '';

/** The feeds of the <link rel="alternate"> elements of a page, in order. */
function alternates(html: string): string[] {
  return elements(html, 'link').flatMap(({ rel, type, title, href }) =>
    rel === 'alternate' && type && title && href ? href : [],
  );
}

const feedsOf = (list: string) => ['feed.xml', 'atom.xml', 'feed.json'].map((file) => list + file);

test('/rss/ links to every feed in each format, except the monthly archives', () => {
  const existingFeeds = [...newsroom.keys()]
    .map((path) => `/${path}`)
    .filter((path) => /\/(feed|atom)\.(xml|json)$/.test(path));
  const html = page('/rss/');
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  const linkedFeeds = parsePage(main).links.filter((href) => existingFeeds.includes(href));
  expect(linkedFeeds.length).toBeGreaterThan(60);
  expect([...linkedFeeds].sort()).toEqual(existingFeeds.filter((path) => !path.startsWith('/luu-tru/')).sort());
  const copied = [...main.matchAll(/<code>https:\/\/example\.org([^<]+)<\/code>/g)].map(([, path]) => path);
  expect(copied).toEqual(linkedFeeds.filter((href) => href.endsWith('/feed.xml')));
});

test('/rss/ is in the sitemap, and every page links to it in its footer', () => {
  const sitemap = newsroom.get('sitemap.xml')?.toString() ?? '';
  expect(elements(sitemap, 'loc')).toContainEqual({ text: 'https://example.org/rss/' });
  for (const [path, bytes] of newsroom)
    if (path.endsWith('.html'))
      expect(elements(bytes.toString(), 'a'), path).toContainEqual({ href: '/rss/', text: 'Nguồn tin RSS' });
});

test('/rss/ changes only with the set of feeds', async () => {
  /** The /rss/ page of content with an article per tag, each a day newer than the one before. */
  const rssPageFor = async (...tags: readonly string[]) => {
    const files = tags.map((tag, index) => [
      `articles/bai-${index}.md`,
      validArticle
        .replace('Hội nghị tổng kết năm', `Bản tin số ${index}`)
        .replace('date: 2026-11-23', `tags: [${tag}]\ndate: 2026-11-${index + 10}`),
    ]);
    const site = await buildAndReadSite(contentFolder(Object.fromEntries(files)));
    return site.get('rss/index.html')?.toString();
  };
  const [ponds, fields] = [Array(3).fill('ao hồ'), Array(3).fill('ruộng')];
  const before = await rssPageFor(...ponds, 'ruộng', 'ruộng');
  const after = await rssPageFor(...ponds, ...fields);
  expect(before).not.toContain('/the/ruong/');
  expect(after).toContain('https://example.org/the/ruong/feed.xml');
  expect(await rssPageFor(...ponds, 'ruộng', 'ruộng', 'ao hồ')).toBe(before);
  expect(await rssPageFor(...fields, ...ponds)).toBe(after);
});

const listOfKind: Partial<Record<keyof typeof pageKinds, string>> = {
  article: '/tin-tuc-su-kien/',
  'long article': '/tin-tuc-su-kien/',
  category: '/tin-tuc-su-kien/',
  'numbered page': '/tin-tuc-su-kien/',
  'empty category': '/thong-bao/',
  author: '/tac-gia/btt/',
  tag: '/the/nong-nghiep/',
  questions: '/hoi-dap/',
  question: '/hoi-dap/',
};

test.each(Object.entries({ ...pageKinds, 'not found': '/404.html' }))(
  'the %s page has links to the feeds of the site first, then to those of its own list',
  (kind, address) => {
    const html = address.endsWith('/') ? page(address) : (newsroom.get(address.slice(1))?.toString() ?? '');
    const list = listOfKind[kind as keyof typeof pageKinds];
    const feedLinks = alternates(html);
    expect(feedLinks).toEqual([...feedsOf('/'), ...(list ? feedsOf(list) : [])]);
    for (const href of feedLinks) expect(newsroom.has(href.slice(1)), href).toBe(true);
  },
);

test('a tag has links to its feeds from its third article on', () => {
  const lists = [...newsroom.keys()].filter((path) => /^the\/[^/]+\/index\.html$/.test(path));
  const withFeeds = lists.filter((path) => newsroom.has(path.replace('index.html', 'feed.xml')));
  expect(withFeeds.length).toBeGreaterThan(0);
  expect(withFeeds.length).toBeLessThan(lists.length);
  for (const path of lists) {
    const feeds = withFeeds.includes(path) ? feedsOf(`/${path.replace('index.html', '')}`) : [];
    expect(alternates(page(`/${path.replace('index.html', '')}`)), path).toEqual([...feedsOf('/'), ...feeds]);
  }
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFeed } from 'feedsmith';
import sharp from 'sharp';
import { describe, expect, inject, test } from 'vitest';
import { parse } from 'yaml';
import { fixtureNewsroom } from '#bench/fixtures/run-build.ts';
import { crawl, readSite } from './read-built.ts';

const newsroom = readSite(inject('newsroomDir'));
const everyState = readSite(inject('everyStateDir'));
const sites = [
  ['the newsroom', newsroom],
  ['an article that holds everything', everyState],
] as const;

const forms = { 'feed.xml': 'rss', 'atom.xml': 'atom', 'feed.json': 'json' } as const;
const textOf = (site: ReadonlyMap<string, Buffer>, file: string) => site.get(file)?.toString() ?? '';
/** The folders that have feeds: "", "tin-tuc-su-kien/" … */
const lists = (site: ReadonlyMap<string, Buffer>) =>
  [...site.keys()].flatMap((file) => /^(.*\/|)feed\.json$/.exec(file)?.[1] ?? []);

function rssOf(site: ReadonlyMap<string, Buffer>, list = '') {
  const parsed = parseFeed(textOf(site, `${list}feed.xml`));
  if (parsed.format !== 'rss') throw new Error(parsed.format);
  return parsed.feed;
}

function atomOf(site: ReadonlyMap<string, Buffer>, list = '') {
  const parsed = parseFeed(textOf(site, `${list}atom.xml`));
  if (parsed.format !== 'atom') throw new Error(parsed.format);
  return parsed.feed;
}

function jsonOf(site: ReadonlyMap<string, Buffer>, list = '') {
  const parsed = parseFeed(textOf(site, `${list}feed.json`));
  if (parsed.format !== 'json') throw new Error(parsed.format);
  return parsed.feed;
}

const instant = (written: string | undefined) => written && new Date(written).toISOString();
/** Every article once, from the parts of the history. */
const articles = lists(newsroom)
  .filter((list) => list.startsWith('luu-tru/'))
  .flatMap((list) => jsonOf(newsroom, list).items ?? []);

describe('every list has its feeds', () => {
  const slugs = (file: string): string[] =>
    parse(readFileSync(join(fixtureNewsroom, file), 'utf8')).map(({ slug }: { slug: string }) => slug);

  test('the whole site, each category, each author, Hỏi & đáp', () => {
    const expected = ['', ...slugs('categories.yaml').map((slug) => `${slug}/`), 'hoi-dap/'];
    const authors = slugs('authors.yaml').map((slug) => `tac-gia/${slug}/`);
    expect(lists(newsroom)).toEqual(expect.arrayContaining([...expected, ...authors]));
    for (const list of lists(newsroom))
      for (const file of Object.keys(forms)) expect(newsroom.has(list + file), list + file).toBe(true);
  });

  test('each tag of three articles or more, and no other', () => {
    const tagged = Map.groupBy(
      articles.flatMap(({ tags = [] }) => tags.slice(1)),
      (tag) => tag,
    );
    const often = [...tagged].filter(([, times]) => times.length >= 3).map(([tag]) => `Thẻ: ${tag}`);
    const titles = lists(newsroom)
      .filter((list) => list.startsWith('the/'))
      .map((list) => jsonOf(newsroom, list).title?.split(' - Liên hiệp')[0]);
    expect(often.length).toBeGreaterThan(5);
    expect(tagged.size).toBeGreaterThan(often.length);
    expect(titles.sort()).toEqual(often.sort());
  });

  test('Hỏi & đáp even where nobody has asked', () => {
    expect(jsonOf(everyState, 'hoi-dap/')).toMatchObject({ home_page_url: 'https://example.org/hoi-dap/' });
    for (const file of Object.keys(forms))
      expect(textOf(everyState, `hoi-dap/${file}`)).not.toMatch(/<item>|<entry>|"id"/);
  });
});

describe.each(sites)('in the feeds of %s', (_, site) => {
  test('the three forms of a feed tell the same: id, title, address, dates, author, categories, text, picture', () => {
    for (const list of lists(site)) {
      const [rss, atom, json] = [rssOf(site, list), atomOf(site, list), jsonOf(site, list)];
      const told = (json.items ?? []).map((item) => ({
        id: item.id,
        title: item.title,
        url: item.url,
        published: instant(item.date_published),
        updated: instant(item.date_modified),
        author: item.authors?.[0]?.name,
        categories: item.tags,
        text: item.content_html,
        picture: item.attachments?.[0] && [
          item.attachments[0].url,
          item.attachments[0].mime_type,
          item.attachments[0].size_in_bytes,
        ],
      }));
      const inRss = (rss.items ?? []).map((item) => ({
        id: item.guid?.value,
        title: item.title,
        url: item.link,
        published: instant(item.pubDate),
        updated: instant(item.atom?.updated),
        author: item.dc?.creators?.[0],
        categories: item.categories?.map(({ name }) => name),
        text: item.content?.encoded?.trim(),
        picture: item.enclosures?.[0] && [item.enclosures[0].url, item.enclosures[0].type, item.enclosures[0].length],
      }));
      const inAtom = (atom.entries ?? []).map((entry) => {
        const enclosure = entry.links?.find(({ rel }) => rel === 'enclosure');
        return {
          id: entry.id,
          title: entry.title?.value,
          url: entry.links?.find(({ rel }) => rel === 'alternate')?.href,
          published: instant(entry.published),
          // Atom always has the date of the last change.
          updated: entry.updated === entry.published ? undefined : instant(entry.updated),
          author: entry.authors?.[0]?.name,
          categories: entry.categories?.map(({ term }) => term),
          text: entry.content?.value?.trim(),
          picture: enclosure && [enclosure.href, enclosure.type, enclosure.length],
        };
      });
      const trimmed = told.map((item) => ({ ...item, text: item.text?.trim() }));
      expect(inRss, list).toEqual(trimmed);
      expect(inAtom, list).toEqual(trimmed);
    }
  });

  test('every address of the full text is whole, and what it names on this site is there', () => {
    let here = 0;
    for (const list of lists(site))
      for (const { url = '', content_html: text = '' } of jsonOf(site, list).items ?? []) {
        const page = crawl(textOf(site, `${url.replace('https://example.org/', '')}index.html`));
        for (const address of crawl(text).links) {
          expect(address, list).toMatch(/^(https?:\/\/|mailto:|tel:)/);
          const [, path, id] = /^https:\/\/example\.org\/([^#?]*)#?(.*)$/.exec(address) ?? [];
          // What is whole on the page too was written so, as an address elsewhere.
          if (path === undefined || page.links.includes(address)) continue;
          const file = path === '' || path.endsWith('/') ? `${path}index.html` : decodeURIComponent(path);
          expect(site.has(file), `${list}: ${address}`).toBe(true);
          if (id) expect(crawl(textOf(site, file)).ids, address).toContain(id);
          here++;
        }
      }
    expect(here).toBeGreaterThan(10);
  });

  test('a cover is told of with the length, type and size its file has', async () => {
    const seen = new Map<string, Buffer>();
    for (const list of lists(site))
      for (const { enclosures, media } of rssOf(site, list).items ?? []) {
        const [enclosure, content] = [enclosures?.[0], media?.contents?.[0]];
        expect(content?.url).toBe(enclosure?.url);
        if (!enclosure?.url || !content) continue;
        const file = site.get(enclosure.url.replace('https://example.org/', '')) ?? Buffer.alloc(0);
        const { format, width, height } = await sharp(file).metadata();
        expect([enclosure.length, enclosure.type]).toEqual([file.length, `image/${format}`]);
        expect(content).toMatchObject({ fileSize: file.length, type: `image/${format}`, width, height });
        expect(media?.description?.value).toMatch(/\S/);
        seen.set(enclosure.url, file);
      }
    expect(seen.size).toBeGreaterThan(0);
  });

  test('each feed says that it is Vietnamese, where it is, which page shows the same, and when it last changed', () => {
    for (const list of lists(site)) {
      const [rss, atom, json] = [rssOf(site, list), atomOf(site, list), jsonOf(site, list)];
      const self = (links: readonly { rel?: string; href?: string }[] = []) =>
        links.flatMap(({ rel, href }) => (rel === 'self' ? [href] : []));
      const url = `https://example.org/${list}`;
      expect(self(rss.atom?.links)).toEqual([`${url}feed.xml`]);
      expect(self(atom.links)).toEqual([`${url}atom.xml`]);
      expect(json.feed_url).toBe(`${url}feed.json`);
      expect([rss.language, json.language]).toEqual(['vi', 'vi']);
      expect(textOf(site, `${list}atom.xml`)).toMatch(/<feed [^>]*xml:lang="vi"/);
      const home = list.startsWith('luu-tru/') ? 'https://example.org/' : url;
      expect([rss.link, json.home_page_url]).toEqual([home, home]);
      expect(site.has(`${home.replace('https://example.org/', '')}index.html`)).toBe(true);

      const deleted = [...textOf(site, `${list}atom.xml`).matchAll(/<at:deleted-entry [^>]*when="([^"]*)"/g)];
      const changes = [
        ...(atom.entries ?? []).map(({ updated = '' }) => updated),
        ...deleted.map(([, when = '']) => when),
      ]
        .map((each) => instant(each) ?? '')
        .sort();
      expect(instant(rss.lastBuildDate), list).toBe(changes.at(-1));
      expect(instant(atom.updated), list).toBe(changes.at(-1) ?? '1970-01-01T00:00:00.000Z');
    }
  });
});

test('every article is announced under the id its file has, in hours of Việt Nam', () => {
  const ids = [...readSite(fixtureNewsroom)].flatMap(([path, bytes]) =>
    path.startsWith('articles/') ? (/^id: ["']?(\S+?)["']?\r?$/m.exec(bytes.toString())?.[1] ?? []) : [],
  );
  expect(ids.length).toBeGreaterThan(50);
  const announced = articles.map(({ id }) => id);
  expect(new Set(announced).size).toBe(announced.length);
  for (const id of announced) expect(ids).toContain(id);
  for (const list of lists(newsroom))
    for (const { pubDate, guid } of rssOf(newsroom, list).items ?? []) {
      expect(pubDate).toMatch(/ \+0700$/);
      expect(guid?.isPermaLink).toBe(false);
    }
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFeed } from 'feedsmith';
import sharp from 'sharp';
import { describe, expect, inject, test } from 'vitest';
import { parse } from 'yaml';
import { fixtureNewsroom } from '#bench/fixtures/run-script.ts';
import { parsePage, readSite } from './read-site.ts';

const newsroom = readSite(inject('newsroomDir'));
const everyState = readSite(inject('everyStateDir'));
const sites = [
  ['the newsroom', newsroom],
  ['an article with every feature', everyState],
] as const;

const forms = { 'feed.xml': 'rss', 'atom.xml': 'atom', 'feed.json': 'json' } as const;
const textOf = (site: ReadonlyMap<string, Buffer>, file: string) => site.get(file)?.toString() ?? '';
/** The folders with feeds: "", "tin-tuc-su-kien/" … */
const feedFolders = (site: ReadonlyMap<string, Buffer>) =>
  [...site.keys()].flatMap((file) => /^(.*\/|)feed\.json$/.exec(file)?.[1] ?? []);

function rssOf(site: ReadonlyMap<string, Buffer>, folder = '') {
  const parsed = parseFeed(textOf(site, `${folder}feed.xml`));
  if (parsed.format !== 'rss') throw new Error(parsed.format);
  return parsed.feed;
}

function atomOf(site: ReadonlyMap<string, Buffer>, folder = '') {
  const parsed = parseFeed(textOf(site, `${folder}atom.xml`));
  if (parsed.format !== 'atom') throw new Error(parsed.format);
  return parsed.feed;
}

function jsonOf(site: ReadonlyMap<string, Buffer>, folder = '') {
  const parsed = parseFeed(textOf(site, `${folder}feed.json`));
  if (parsed.format !== 'json') throw new Error(parsed.format);
  return parsed.feed;
}

const instant = (date: string | undefined) => date && new Date(date).toISOString();
/** Every article once, from the monthly archive feeds. */
const articles = feedFolders(newsroom)
  .filter((folder) => folder.startsWith('luu-tru/'))
  .flatMap((folder) => jsonOf(newsroom, folder).items ?? []);

describe('feeds exist for', () => {
  const slugs = (file: string): string[] =>
    parse(readFileSync(join(fixtureNewsroom, file), 'utf8')).map(({ slug }: { slug: string }) => slug);

  test('the whole site, each category, each author, Hỏi & đáp', () => {
    const expected = ['', ...slugs('categories.yaml').map((slug) => `${slug}/`), 'hoi-dap/'];
    const authors = slugs('authors.yaml').map((slug) => `tac-gia/${slug}/`);
    expect(feedFolders(newsroom)).toEqual(expect.arrayContaining([...expected, ...authors]));
    for (const folder of feedFolders(newsroom))
      for (const file of Object.keys(forms)) expect(newsroom.has(folder + file), folder + file).toBe(true);
  });

  test('each tag with three or more articles, and no other tag', () => {
    const tagged = Map.groupBy(
      articles.flatMap(({ tags = [] }) => tags.slice(1)),
      (tag) => tag,
    );
    const frequentTags = [...tagged].filter(([, times]) => times.length >= 3).map(([tag]) => `Thẻ: ${tag}`);
    const titles = feedFolders(newsroom)
      .filter((folder) => folder.startsWith('the/'))
      .map((folder) => jsonOf(newsroom, folder).title?.split(' - Liên hiệp')[0]);
    expect(frequentTags.length).toBeGreaterThan(5);
    expect(tagged.size).toBeGreaterThan(frequentTags.length);
    expect(titles.sort()).toEqual(frequentTags.sort());
  });

  test('Hỏi & đáp even without questions', () => {
    expect(jsonOf(everyState, 'hoi-dap/')).toMatchObject({ home_page_url: 'https://example.org/hoi-dap/' });
    for (const file of Object.keys(forms))
      expect(textOf(everyState, `hoi-dap/${file}`)).not.toMatch(/<item>|<entry>|"id"/);
  });
});

describe.each(sites)('in the feeds of %s', (_, site) => {
  test('the three formats of a feed agree: id, title, URL, dates, author, categories, text, picture', () => {
    for (const folder of feedFolders(site)) {
      const [rss, atom, json] = [rssOf(site, folder), atomOf(site, folder), jsonOf(site, folder)];
      const inJson = (json.items ?? []).map((item) => ({
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
          // Atom requires an update date for every entry.
          updated: entry.updated === entry.published ? undefined : instant(entry.updated),
          author: entry.authors?.[0]?.name,
          categories: entry.categories?.map(({ term }) => term),
          text: entry.content?.value?.trim(),
          picture: enclosure && [enclosure.href, enclosure.type, enclosure.length],
        };
      });
      const trimmed = inJson.map((item) => ({ ...item, text: item.text?.trim() }));
      expect(inRss, folder).toEqual(trimmed);
      expect(inAtom, folder).toEqual(trimmed);
    }
  });

  test('every URL in the full text is absolute, and those on this site exist', () => {
    let linksChecked = 0;
    for (const folder of feedFolders(site))
      for (const { url = '', content_html: text = '' } of jsonOf(site, folder).items ?? []) {
        const page = parsePage(textOf(site, `${url.replace('https://example.org/', '')}index.html`));
        for (const address of parsePage(text).links) {
          expect(address, folder).toMatch(/^(https?:\/\/|mailto:|tel:)/);
          const [, path, id] = /^https:\/\/example\.org\/([^#?]*)#?(.*)$/.exec(address) ?? [];
          // A URL that is absolute on the page too was written as an external link.
          if (path === undefined || page.links.includes(address)) continue;
          const file = path === '' || path.endsWith('/') ? `${path}index.html` : decodeURIComponent(path);
          expect(site.has(file), `${folder}: ${address}`).toBe(true);
          if (id) expect(parsePage(textOf(site, file)).ids, address).toContain(id);
          linksChecked++;
        }
      }
    expect(linksChecked).toBeGreaterThan(10);
  });

  test('a cover has the length, type and dimensions of its file', async () => {
    const coversSeen = new Map<string, Buffer>();
    for (const folder of feedFolders(site))
      for (const { enclosures, media } of rssOf(site, folder).items ?? []) {
        const [enclosure, content] = [enclosures?.[0], media?.contents?.[0]];
        expect(content?.url).toBe(enclosure?.url);
        if (!enclosure?.url || !content) continue;
        const file = site.get(enclosure.url.replace('https://example.org/', '')) ?? Buffer.alloc(0);
        const { format, width, height } = await sharp(file).metadata();
        expect([enclosure.length, enclosure.type]).toEqual([file.length, `image/${format}`]);
        expect(content).toMatchObject({ fileSize: file.length, type: `image/${format}`, width, height });
        expect(content.description?.value).toMatch(/\S/);
        expect(media?.description).toBeUndefined();
        coversSeen.set(enclosure.url, file);
      }
    expect(coversSeen.size).toBeGreaterThan(0);
  });

  test('each feed has its language, its own URL, the URL of its page and its last change', () => {
    for (const folder of feedFolders(site)) {
      const [rss, atom, json] = [rssOf(site, folder), atomOf(site, folder), jsonOf(site, folder)];
      const self = (links: readonly { rel?: string; href?: string }[] = []) =>
        links.flatMap(({ rel, href }) => (rel === 'self' ? [href] : []));
      const url = `https://example.org/${folder}`;
      expect(self(rss.atom?.links)).toEqual([`${url}feed.xml`]);
      expect(self(atom.links)).toEqual([`${url}atom.xml`]);
      expect(json.feed_url).toBe(`${url}feed.json`);
      expect([rss.language, json.language]).toEqual(['vi', 'vi']);
      expect(textOf(site, `${folder}atom.xml`)).toMatch(/<feed [^>]*xml:lang="vi"/);
      const home = folder.startsWith('luu-tru/') ? 'https://example.org/' : url;
      expect([rss.link, json.home_page_url]).toEqual([home, home]);
      expect(site.has(`${home.replace('https://example.org/', '')}index.html`)).toBe(true);

      const deleted = [...textOf(site, `${folder}atom.xml`).matchAll(/<at:deleted-entry [^>]*when="([^"]*)"/g)];
      const changes = [
        ...(atom.entries ?? []).map(({ updated = '' }) => updated),
        ...deleted.map(([, when = '']) => when),
      ]
        .map((date) => instant(date) ?? '')
        .sort();
      expect(instant(rss.lastBuildDate), folder).toBe(changes.at(-1));
      expect(instant(atom.updated), folder).toBe(changes.at(-1) ?? '1970-01-01T00:00:00.000Z');
    }
  });
});

test('every article is in the feeds under the id of its file, with times in Việt Nam', () => {
  const ids = [...readSite(fixtureNewsroom)].flatMap(([path, bytes]) =>
    path.startsWith('articles/') ? (/^id: ["']?(\S+?)["']?\r?$/m.exec(bytes.toString())?.[1] ?? []) : [],
  );
  expect(ids.length).toBeGreaterThan(50);
  const announced = articles.map(({ id }) => id);
  expect(new Set(announced).size).toBe(announced.length);
  for (const id of announced) expect(ids).toContain(id);
  for (const folder of feedFolders(newsroom))
    for (const { pubDate, guid } of rssOf(newsroom, folder).items ?? []) {
      expect(pubDate).toMatch(/ \+0700$/);
      expect(guid?.isPermaLink).toBe(false);
    }
});

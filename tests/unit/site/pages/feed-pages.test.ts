import { parseFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { views } from '#layouts/eleventy/views.ts';
import type { FeedFormat } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import { emptyBody } from '#news/body.ts';
import { permanentId } from '#news/permanent-id.ts';
import { siteColors } from '#news/site-colors.ts';
import { type Content, visibleContent } from '#news/visible-content.ts';
import { feedPages } from '#site/pages/feed-pages.ts';
import type { RenderContext } from '#site/pages/page.ts';
import type { SiteContext } from '#site/pages/site-context.ts';
import { readSettings } from '#site/settings.ts';

const now = new Date('2026-11-23T01:00:00Z');
const settings = readSettings({ SITE_URL: 'https://example.org/kho' }, now);
const render = { site: {}, pictures: new Map(), hiddenAddresses: new Set() } as unknown as RenderContext;
const category = { name: 'Thông báo', slug: 'thong-bao' };
const author = { name: 'BTT', slug: 'btt', person: false };

function article(slug: string, date: string, more: Partial<Article> = {}): Article {
  return {
    path: `content/articles/${slug}.md`,
    slug,
    id: permanentId(slug),
    title: `Tin ${slug}`,
    date: new Date(date),
    author,
    category,
    lead: `Lời dẫn ${slug}.`,
    leadFromBody: false,
    tags: [],
    attachments: [],
    draft: false,
    oldUrls: [],
    body: { ...emptyBody, markdown: `Thân bài ${slug}.` },
    ...more,
  };
}

/** A thousand articles of nine years until 20/11/2026, two to five days apart; none in the second quarter of 2021. */
const thousand = Array.from({ length: 1100 }, (_, index) => {
  const daysAgo = 3 + Math.floor(index * 3.25) + (index % 3);
  const date = new Date(Date.parse('2026-11-23T00:00:00Z') - daysAgo * 86_400_000 + (index % 24) * 3_600_000);
  return article(`bai-${index}`, date.toISOString());
})
  .filter(({ date }) => !/^2021-0[456]/.test(date.toISOString()))
  .slice(0, 1000);

/** The rendered feed of the site and its archive feeds, by URL. */
function renderedFeeds(articles: readonly Article[], hub?: string): Map<string, string> {
  const content: Content = {
    organisation: {
      name: 'Liên hiệp hội tỉnh Mẫu',
      shortName: 'Liên hiệp hội',
      colors: siteColors(),
      copyright: 'LIÊN HIỆP HỘI TỈNH MẪU',
      description: 'Trang thử',
      ...(hub && { hub }),
      address: 'Số 1 đường Ví Dụ',
      telephones: [],
      openingHours: [],
      sisterUnions: [],
      offline: true,
      counter: false,
      visitsShownFrom: 1000,
      submissionRules: false,
      menu: [],
    },
    categories: [],
    authors: [],
    pinnedTags: [],
    knownWords: [],
    pinnedDomains: [],
    articles,
    questions: [],
    documents: [],
    events: [],
    pages: [],
    abbreviations: [],
    members: [],
    leadership: [],
    snapshots: [],
  };
  const context: SiteContext = {
    content: visibleContent(content, now, 'readers'),
    settings,
  };
  return new Map(
    feedPages(context)
      .filter(({ address }) => !address.startsWith('/hoi-dap/'))
      .map(({ address, props }) => [`https://example.org/kho${address}`, views.feed(props(render))]),
  );
}

const subscriptions: Record<FeedFormat, string> = {
  rss: 'https://example.org/kho/feed.xml',
  atom: 'https://example.org/kho/atom.xml',
  json: 'https://example.org/kho/feed.json',
};

/** The ids of a feed, and its link to older items. */
function readFeed(text: string): { ids: (string | undefined)[]; older: string | undefined } {
  const parsed = parseFeed(text);
  const older = (links: readonly { rel?: string; href?: string }[] = []) =>
    links.find(({ rel }) => rel === 'prev-archive')?.href;
  switch (parsed.format) {
    case 'rss':
      return { ids: parsed.feed.items?.map(({ guid }) => guid?.value) ?? [], older: older(parsed.feed.atom?.links) };
    case 'atom':
      return { ids: parsed.feed.entries?.map(({ id }) => id) ?? [], older: older(parsed.feed.links) };
    case 'json':
      return { ids: parsed.feed.items?.map(({ id }) => id) ?? [], older: parsed.feed.next_url };
    default:
      throw new Error(parsed.format);
  }
}

/** The ids that a subscriber gets from a feed and all its older archive feeds, in this order. */
function allIdsFrom(subscription: string, site: ReadonlyMap<string, string>): (string | undefined)[] {
  const ids: (string | undefined)[] = [];
  const read = new Set<string>();
  for (let next: string | undefined = subscription; next !== undefined; ) {
    expect(read).not.toContain(next);
    read.add(next);
    const feed = readFeed(site.get(next) ?? '');
    ids.push(...feed.ids);
    next = feed.older;
  }
  return ids;
}

/** The archive feeds that differ from those of `thousand`: month and file name. */
function changedArchives(articles: readonly Article[]): string[] {
  const [before, after] = [renderedFeeds(thousand), renderedFeeds(articles)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((address) => before.get(address) !== after.get(address))
    .flatMap((address) => /luu-tru\/(.*)$/.exec(address)?.[1] ?? [])
    .sort();
}

const archiveFiles = (...months: readonly string[]) =>
  months.flatMap((month) => [`${month}/atom.xml`, `${month}/feed.json`, `${month}/feed.xml`]).sort();
const changed = (slug: string, more: Partial<Article>) =>
  thousand.map((article) => (article.slug === slug ? { ...article, ...more } : article));
const inMonth = (month: string) => thousand.filter(({ date }) => date.toISOString().startsWith(month));
const [oldArticle = thousand[0]] = inMonth('2019-05-1');
const oldSlug = oldArticle?.slug ?? '';

describe('in the feeds of a thousand articles', () => {
  test.each(['rss', 'atom', 'json'] as const)('a subscriber gets each article once, newest first: %s', (form) => {
    expect(thousand).toHaveLength(1000);
    expect(allIdsFrom(subscriptions[form], renderedFeeds(thousand))).toEqual(thousand.map(({ id }) => id));
  });

  test('the main feed has at least thirty articles, and at most the rest of their oldest month besides', () => {
    const { ids } = readFeed(renderedFeeds(thousand).get(subscriptions.json) ?? '');
    expect(ids.length).toBeGreaterThanOrEqual(30);
    expect(ids.length).toBeLessThan(45);
  });

  test('a new article changes only its own month', () => {
    expect(changedArchives([article('moi', '2026-11-22T01:00:00Z'), ...thousand])).toEqual(archiveFiles('2026/11'));
  });

  test('the first article of a month adds an archive feed; the month before becomes an archive and links to it', () => {
    const untilOctober = thousand.filter(({ date }) => date.toISOString() < '2026-11');
    const [before, after] = [
      renderedFeeds(untilOctober),
      renderedFeeds([...inMonth('2026-11-').slice(-1), ...untilOctober]),
    ];
    const differing = [...after.keys()].filter((address) => before.get(address) !== after.get(address));
    expect(differing.map((address) => address.replace('https://example.org/kho/', '')).sort()).toEqual(
      [
        ...['rss', 'atom', 'json'].map((form) =>
          subscriptions[form as FeedFormat].slice('https://example.org/kho/'.length),
        ),
        ...archiveFiles('luu-tru/2026/11'),
        // JSON Feed has no property for a newer feed.
        ...archiveFiles('luu-tru/2026/10').filter((file) => !file.endsWith('.json')),
      ].sort(),
    );
    const archive = after.get('https://example.org/kho/luu-tru/2026/10/atom.xml') ?? '';
    expect(archive).toContain('<fh:archive/>');
    // How often to ask is said of the feed that grows.
    expect(after.get('https://example.org/kho/luu-tru/2026/10/feed.xml')).not.toContain('<ttl>');
    expect(after.get(subscriptions.rss)).toContain('<ttl>60</ttl>');
    expect(archive).toContain('rel="next-archive" href="https://example.org/kho/luu-tru/2026/11/atom.xml"');
    expect(before.get('https://example.org/kho/luu-tru/2026/10/atom.xml')).not.toMatch(/fh:archive\/|next-archive/);
  });

  test('a correction changes only the month of the article', () => {
    const corrected = changed(oldSlug, { updated: new Date('2026-11-22T02:00:00Z'), correction: 'Sửa tên.' });
    expect(changedArchives(corrected)).toEqual(archiveFiles('2019/05'));
  });

  test('a backdated article changes only the month of its date', () => {
    expect(changedArchives([...thousand, article('lui', '2019-05-20T01:00:00Z')])).toEqual(archiveFiles('2019/05'));
  });

  test('an article backdated into an empty month adds an archive feed, and both neighbours link to it', () => {
    expect(changedArchives([...thousand, article('lui', '2021-05-20T01:00:00Z')])).toEqual(
      [
        ...archiveFiles('2021/05', '2021/07'),
        ...archiveFiles('2021/03').filter((file) => !file.endsWith('.json')),
      ].sort(),
    );
  });

  test.each([
    ['withdrawn', { withdrawn: { date: new Date('2026-11-22T02:00:00Z'), reason: 'Đăng nhầm.' } }],
    ['expired', { expires: new Date('2026-11-22T02:00:00Z') }],
  ])('an article that is %s changes only its own month, and no subscriber gets it', (_, more) => {
    const without = changed(oldSlug, more);
    expect(changedArchives(without)).toEqual(archiveFiles('2019/05'));
    const ids = thousand.filter(({ slug }) => slug !== oldSlug).map(({ id }) => id);
    expect(allIdsFrom(subscriptions.atom, renderedFeeds(without))).toEqual(ids);
  });

  test('a month whose articles were all withdrawn keeps its archive feed, so that no other one changes', () => {
    const withdrawn = { date: new Date('2026-11-22T02:00:00Z'), reason: 'Đăng nhầm.' };
    const emptied = thousand.map((article) =>
      inMonth('2019-05').includes(article) ? { ...article, withdrawn } : article,
    );
    expect(changedArchives(emptied)).toEqual(archiveFiles('2019/05'));
  });

  test('a withdrawn article is in the feed, however old it is and however many were withdrawn before', () => {
    const withdrawn = (day: number) => ({ date: new Date(Date.UTC(2026, 10, day)), reason: 'Đăng nhầm.' });
    const articles = thousand.map((article, index) =>
      index < 40
        ? { ...article, withdrawn: withdrawn(21) }
        : article === thousand.at(-1)
          ? { ...article, withdrawn: withdrawn(22) }
          : article,
    );
    expect(renderedFeeds(articles).get(subscriptions.atom)).toContain(`<at:deleted-entry ref="${thousand.at(-1)?.id}"`);
  });
});

test('the main feed names the hub in each format, and no archive feed does', () => {
  const hub = 'https://hub.example.org/';
  const site = renderedFeeds([article('mot', '2026-11-20'), article('hai', '2026-10-20')], hub);
  expect(site.get(subscriptions.rss)).toContain(`<atom:link rel="hub" href="${hub}"/>`);
  expect(site.get(subscriptions.atom)).toContain(`<link rel="hub" href="${hub}"/>`);
  expect(JSON.parse(site.get(subscriptions.json) ?? '').hubs).toEqual([{ type: 'WebSub', url: hub }]);
  for (const [address, text] of site) if (address.includes('/luu-tru/')) expect(text, address).not.toContain('hub');
});

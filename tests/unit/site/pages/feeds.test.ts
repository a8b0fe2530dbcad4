import { parseFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { views } from '#layouts/eleventy/views.ts';
import type { FeedForm } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import { emptyBody } from '#news/body.ts';
import { type Content, newsroom } from '#news/newsroom.ts';
import { permanentId } from '#news/permanent-id.ts';
import { feeds } from '#site/pages/feeds.ts';
import type { Materials } from '#site/pages/page.ts';
import { readSettings } from '#site/settings.ts';

const now = new Date('2026-11-23T01:00:00Z');
const settings = readSettings({ SITE_URL: 'https://example.org/kho' }, now);
const materials = { site: {}, pictures: new Map() } as unknown as Materials;
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

/** A thousand articles of nine years, two to five days apart, none in the second quarter of 2021; the newest of 20/11/2026. */
const thousand = Array.from({ length: 1100 }, (_, index) => {
  const daysAgo = 3 + Math.floor(index * 3.25) + (index % 3);
  const date = new Date(Date.parse('2026-11-23T00:00:00Z') - daysAgo * 86_400_000 + (index % 24) * 3_600_000);
  return article(`bai-${index}`, date.toISOString());
})
  .filter(({ date }) => !/^2021-0[456]/.test(date.toISOString()))
  .slice(0, 1000);

/** The site's feed and the parts of its history, as they are printed: by whole address. */
function printed(articles: readonly Article[], hub?: string): Map<string, string> {
  const content: Content = {
    organisation: {
      name: 'Liên hiệp hội tỉnh Mẫu',
      shortName: 'Liên hiệp hội',
      copyright: 'LIÊN HIỆP HỘI TỈNH MẪU',
      description: 'Trang thử',
      ...(hub && { hub }),
      address: 'Số 1 đường Ví Dụ',
      telephones: [],
      sisterUnions: [],
      offline: true,
      counter: false,
      submissionRules: false,
      menu: [],
    },
    categories: [],
    authors: [],
    pinnedTags: [],
    words: [],
    articles,
    questions: [],
    documents: [],
    events: [],
    pages: [],
    abbreviations: [],
    snapshots: [],
  };
  const desk = { newsroom: newsroom(content, now, 'readers'), settings, hidden: new Set<string>() };
  return new Map(
    feeds(desk)
      .filter(({ address }) => !address.startsWith('/hoi-dap/'))
      .map(({ address, props }) => [`https://example.org/kho${address}`, views.feed(props(materials))]),
  );
}

const subscriptions: Record<FeedForm, string> = {
  rss: 'https://example.org/kho/feed.xml',
  atom: 'https://example.org/kho/atom.xml',
  json: 'https://example.org/kho/feed.json',
};

/** The ids a feed holds and the address it names as its older part. */
function readPart(text: string): { ids: (string | undefined)[]; older: string | undefined } {
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

/** What a subscriber gets who reads a feed and everything older it leads to, in the order it comes. */
function everythingFrom(subscription: string, site: ReadonlyMap<string, string>): (string | undefined)[] {
  const ids: (string | undefined)[] = [];
  const read = new Set<string>();
  for (let next: string | undefined = subscription; next !== undefined; ) {
    expect(read).not.toContain(next);
    read.add(next);
    const part = readPart(site.get(next) ?? '');
    ids.push(...part.ids);
    next = part.older;
  }
  return ids;
}

/** The parts of the history that two states of the site do not have alike, as months and forms. */
function changedParts(articles: readonly Article[]): string[] {
  const [before, after] = [printed(thousand), printed(articles)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((address) => before.get(address) !== after.get(address))
    .flatMap((address) => /luu-tru\/(.*)$/.exec(address)?.[1] ?? [])
    .sort();
}

const forms = (...months: readonly string[]) =>
  months.flatMap((month) => [`${month}/atom.xml`, `${month}/feed.json`, `${month}/feed.xml`]).sort();
const changed = (slug: string, more: Partial<Article>) =>
  thousand.map((each) => (each.slug === slug ? { ...each, ...more } : each));
const inMonth = (month: string) => thousand.filter(({ date }) => date.toISOString().startsWith(month));
const [old = thousand[0]] = inMonth('2019-05-1');
const oldSlug = old?.slug ?? '';

describe('of a thousand articles', () => {
  test.each(['rss', 'atom', 'json'] as const)('a subscriber gets each once, newest first: %s', (form) => {
    expect(thousand).toHaveLength(1000);
    expect(everythingFrom(subscriptions[form], printed(thousand))).toEqual(thousand.map(({ id }) => id));
  });

  test('the feed to subscribe to holds thirty at least, and no more than its oldest month has', () => {
    const { ids } = readPart(printed(thousand).get(subscriptions.json) ?? '');
    expect(ids.length).toBeGreaterThanOrEqual(30);
    expect(ids.length).toBeLessThan(45);
  });

  test('a new one changes its own month alone', () => {
    expect(changedParts([article('moi', '2026-11-22T01:00:00Z'), ...thousand])).toEqual(forms('2026/11'));
  });

  test('the first of a month is a new part, and the month before is closed and names it', () => {
    const until = thousand.filter(({ date }) => date.toISOString() < '2026-11');
    const [before, after] = [printed(until), printed([...inMonth('2026-11-').slice(-1), ...until])];
    const differing = [...after.keys()].filter((address) => before.get(address) !== after.get(address));
    expect(differing.map((address) => address.replace('https://example.org/kho/', '')).sort()).toEqual(
      [
        ...['rss', 'atom', 'json'].map((form) =>
          subscriptions[form as FeedForm].slice('https://example.org/kho/'.length),
        ),
        ...forms('luu-tru/2026/11'),
        // JSON Feed has no word for what is newer.
        ...forms('luu-tru/2026/10').filter((file) => !file.endsWith('.json')),
      ].sort(),
    );
    const closed = after.get('https://example.org/kho/luu-tru/2026/10/atom.xml') ?? '';
    expect(closed).toContain('<fh:archive/>');
    expect(closed).toContain('rel="next-archive" href="https://example.org/kho/luu-tru/2026/11/atom.xml"');
    expect(before.get('https://example.org/kho/luu-tru/2026/10/atom.xml')).not.toMatch(/fh:archive\/|next-archive/);
  });

  test('a correction changes the month of the article alone', () => {
    const corrected = changed(oldSlug, { updated: new Date('2026-11-22T02:00:00Z'), correction: 'Sửa tên.' });
    expect(changedParts(corrected)).toEqual(forms('2019/05'));
  });

  test('one dated back changes the month of its date alone', () => {
    expect(changedParts([...thousand, article('lui', '2019-05-20T01:00:00Z')])).toEqual(forms('2019/05'));
  });

  test('one dated back into a month without any is a new part, and its two neighbours name it', () => {
    expect(changedParts([...thousand, article('lui', '2021-05-20T01:00:00Z')])).toEqual(
      [...forms('2021/05', '2021/07'), ...forms('2021/03').filter((file) => !file.endsWith('.json'))].sort(),
    );
  });

  test.each([
    ['withdrawn', { withdrawn: { date: new Date('2026-11-22T02:00:00Z'), reason: 'Đăng nhầm.' } }],
    ['expired', { expires: new Date('2026-11-22T02:00:00Z') }],
  ])('one that is %s changes its own month alone, and nobody gets it any more', (_, more) => {
    const without = changed(oldSlug, more);
    expect(changedParts(without)).toEqual(forms('2019/05'));
    const ids = thousand.filter(({ slug }) => slug !== oldSlug).map(({ id }) => id);
    expect(everythingFrom(subscriptions.atom, printed(without))).toEqual(ids);
  });

  test('a month whose articles were all withdrawn stays a part, so that no other changes', () => {
    const withdrawn = { date: new Date('2026-11-22T02:00:00Z'), reason: 'Đăng nhầm.' };
    const emptied = thousand.map((each) => (inMonth('2019-05').includes(each) ? { ...each, withdrawn } : each));
    expect(changedParts(emptied)).toEqual(forms('2019/05'));
  });

  test('what is withdrawn today is told of, however old it is and however many were before', () => {
    const withdrawn = (day: number) => ({ date: new Date(Date.UTC(2026, 10, day)), reason: 'Đăng nhầm.' });
    const articles = thousand.map((each, index) =>
      index < 40
        ? { ...each, withdrawn: withdrawn(21) }
        : each === thousand.at(-1)
          ? { ...each, withdrawn: withdrawn(22) }
          : each,
    );
    expect(printed(articles).get(subscriptions.atom)).toContain(`<at:deleted-entry ref="${thousand.at(-1)?.id}"`);
  });
});

test('each feed to subscribe to names the hub, and no part of the history does', () => {
  const hub = 'https://hub.example.org/';
  const site = printed([article('mot', '2026-11-20'), article('hai', '2026-10-20')], hub);
  expect(site.get(subscriptions.rss)).toContain(`<atom:link rel="hub" href="${hub}"/>`);
  expect(site.get(subscriptions.atom)).toContain(`<link rel="hub" href="${hub}"/>`);
  expect(JSON.parse(site.get(subscriptions.json) ?? '').hubs).toEqual([{ type: 'WebSub', url: hub }]);
  for (const [address, text] of site) if (address.includes('/luu-tru/')) expect(text, address).not.toContain('hub');
});

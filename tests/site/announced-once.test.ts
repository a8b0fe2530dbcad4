import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { feedsmith } from '#bench/feeds/feedsmith.ts';
import type { FeedFile } from '#bench/feeds/reader.ts';
import { run } from '#bench/fixtures/run-build.ts';
import { type ContentFiles, writeContent } from '#site/guide/content-files.ts';
import { article } from '#site/guide/rule-examples.ts';
import { readSite } from './read-built.ts';

const folder = mkdtempSync(join(tmpdir(), 'announced-once-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What may happen to an article, here to one each: where it stands after it, and its text. */
const changes: Readonly<Record<string, (file: string, text: string) => [file: string, text: string]>> = {
  'its file has another name': (_, text) => ['articles/2026/ten-khac.md', text],
  'it has another title': (file, text) => [file, text.replace(/title: .*/, 'title: Tên gọi khác')],
  'it is in another category': (file, text) => [file, text.replace('Tin tức - sự kiện', 'Thông báo')],
  'it is by another author': (file, text) => [file, text.replace('author: BTT', 'author: Ban Biên tập')],
  'its text is another': (file, text) => [file, text.replace('đã báo cáo', 'báo cáo')],
  'it has another cover': (file, text) => [file, text.replace('anh.jpg', 'anh-khac.jpg')],
  'it was corrected': (file, text) => [
    file,
    text.replace('author:', 'updated: 2026-11-22 09:00\ncorrection: Sửa tên hội.\nauthor:'),
  ],
};
const kinds = Object.keys(changes);
const fileOf = (kind: string) => `articles/bai-${kinds.indexOf(kind)}.md`;

const picture = (...path: readonly string[]) => readFileSync(join(import.meta.dirname, '..', 'fixtures', ...path));
const written: ContentFiles = {
  ...Object.fromEntries(
    kinds.map((kind, index) => [
      fileOf(kind),
      article
        .replace('Hội nghị tổng kết năm', `Hội nghị lần ${index}`)
        // Two months, so that the history has parts.
        .replace('2026-11-23', `2026-1${index % 2}-20 08:3${index}`)
        .replace('category:', 'cover: anh.jpg\ncoverAlt: Đại biểu giơ thẻ\ncategory:'),
    ]),
  ),
  'articles/anh.jpg': picture('anh-thu.jpg'),
  'articles/2026/anh.jpg': picture('anh-thu.jpg'),
  'articles/anh-khac.jpg': picture('every-state', 'articles', 'anh-nho.jpg'),
  'questions/vao-hoi.md':
    '---\ntitle: Làm thế nào để vào hội?\ndate: 2026-11-18\nanswered: 2026-11-19\nansweredBy: Ban Biên tập\n---\n\nMời bạn đến văn phòng.\n',
};

/** The newsroom with the ids that `npm run check -- --fix` wrote. */
let files: ContentFiles = {};
let before: Feeds = new Map();
let after: Feeds = new Map();

beforeAll(() => {
  const content = join(folder, 'content');
  writeContent(content, written);
  expect(run('check', { CONTENT_DIR: content }, ['--fix']).status).toBe(0);
  files = Object.fromEntries(readSite(content));
  before = feedsOf(files);
  const changed = kinds.map((kind) => changes[kind]?.(fileOf(kind), textOf(kind)) ?? []);
  after = feedsOf({ ...files, [fileOf('its file has another name')]: null, ...Object.fromEntries(changed) });
});

const textOf = (kind: string) => String(files[fileOf(kind)]);
const idOf = (text: string) => /\nid: (\S+)/.exec(text)?.[1] ?? expect.fail(text);

/** Feeds by their path. */
type Feeds = ReadonlyMap<string, string>;

/** The feeds of a real build. */
function feedsOf(content: ContentFiles, knobs: Readonly<Record<string, string>> = {}): Feeds {
  const place = mkdtempSync(join(folder, 'build-'));
  const [from, to] = [join(place, 'content'), join(place, 'site')];
  writeContent(from, content);
  const { status, stdout, stderr } = run('build', {
    CONTENT_DIR: from,
    OUTPUT_DIR: to,
    SITE_URL: 'https://example.org',
    ...knobs,
  });
  expect(status, stdout + stderr).toBe(0);
  const feeds = [...readSite(to)].filter(([path]) => /(^|\/)(feed\.xml|atom\.xml|feed\.json)$/.test(path));
  return new Map(feeds.map(([path, bytes]) => [path, bytes.toString()]));
}

const forms = { 'feed.xml': 'rss', 'atom.xml': 'atom', 'feed.json': 'json' } as const;

/** What all feeds of a site together announce: every id with its dates, in whatever feed and form it stands. */
async function announced(feeds: Feeds): Promise<string[]> {
  const given = [...feeds].map(
    ([path, text]): FeedFile => ({ file: path, form: forms[path.split('/').at(-1) as keyof typeof forms], text }),
  );
  const dates = ((await feedsmith.read(given)) ?? []).flatMap((items) => {
    if (items instanceof Error) throw items;
    return items.map(({ id, published, updated = published }) => `${id} ${published} ${updated}`);
  });
  return [...new Set(dates)].sort();
}

/** An item of the JSON feed of the whole site, as it is written there. */
const itemOf = (feeds: Feeds, id: string) =>
  JSON.parse(feeds.get('feed.json') ?? '').items.find((item: { id: string }) => item.id === id);

/** The ids of the feeds themselves. */
const feedIds = (feeds: Feeds) =>
  [...feeds].flatMap(([path, text]) =>
    path.endsWith('atom.xml') ? [`${path} ${/<id>(.*?)<\/id>/.exec(text)?.[1]}`] : [],
  );

test('each article and question is announced under the id that was written for it, with one date', async () => {
  const own = Object.values(files).flatMap((bytes) => /\nid: (urn:uuid:\S+)/.exec(String(bytes))?.[1] ?? []);
  expect((await announced(before)).map((each) => each.split(' ')[0])).toEqual(own.sort());
  expect(own).toHaveLength(kinds.length + 1);
});

test.each(kinds.slice(0, -1))('an article is not announced again, nor dated otherwise, when %s', async (kind) => {
  const id = idOf(textOf(kind));
  const said = async (feeds: Feeds) => (await announced(feeds)).filter((each) => each.startsWith(id));
  expect(itemOf(after, id)).not.toEqual(itemOf(before, id));
  expect(await said(after)).toEqual(await said(before));
});

test('a correction changes when the article was updated; nothing else in the whole newsroom is dated otherwise', async () => {
  const id = idOf(textOf('it was corrected'));
  const expected = (await announced(before)).map((each) => {
    const [own, published] = each.split(' ');
    return own === id ? `${id} ${published} 2026-11-22T02:00:00.000Z` : each;
  });
  expect(expected).not.toEqual(await announced(before));
  expect(await announced(after)).toEqual(expected);
});

test('nothing is announced again when the site has another host and path, and no feed is another', async () => {
  const elsewhere = feedsOf(files, { SITE_URL: 'https://moi.example.net/tin/' });
  expect(elsewhere.get('feed.xml')).toContain('<link>https://moi.example.net/tin/bai-viet/bai-0/</link>');
  expect(await announced(elsewhere)).toEqual(await announced(before));
  expect(feedIds(elsewhere)).toEqual(feedIds(before));
});

test('no feed changes by a byte when the site is built in another month and another time zone', () => {
  const later = feedsOf(files, { BUILD_TIME: '2027-03-01T23:30:00+07:00', TZ: 'America/New_York' });
  expect(Object.fromEntries(later)).toEqual(Object.fromEntries(before));
});

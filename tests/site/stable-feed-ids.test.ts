import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FeedFile } from '#bench/feeds/feed-reader.ts';
import { feedsmith } from '#bench/feeds/feedsmith.ts';
import { runScript } from '#bench/fixtures/run-script.ts';
import { type ContentFiles, writeContent } from '#site/guide/content-files.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { buildFolder } from '../build-folder.ts';
import { readSite } from './read-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'announced-once-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Changes of an article; each is applied to one article. Returns its new path and text. */
const changes: Readonly<Record<string, (file: string, text: string) => [file: string, text: string]>> = {
  'its file is renamed': (_, text) => ['articles/2026/ten-khac.md', text],
  'its title changes': (file, text) => [file, text.replace(/title: .*/, 'title: Tên gọi khác')],
  'its category changes': (file, text) => [file, text.replace('Tin tức - sự kiện', 'Thông báo')],
  'its author changes': (file, text) => [file, text.replace('author: BTT', 'author: Ban Biên tập')],
  'its text changes': (file, text) => [file, text.replace('đã báo cáo', 'báo cáo')],
  'its cover changes': (file, text) => [file, text.replace('anh.jpg', 'anh-khac.jpg')],
  'it is corrected': (file, text) => [
    file,
    text.replace('author:', 'updated: 2026-11-22 09:00\ncorrection: Sửa tên hội.\nauthor:'),
  ],
};
const changeNames = Object.keys(changes);
const fileOf = (kind: string) => `articles/bai-${changeNames.indexOf(kind)}.md`;

const picture = (...path: readonly string[]) => readFileSync(join(import.meta.dirname, '..', 'fixtures', ...path));
const initialFiles: ContentFiles = {
  ...Object.fromEntries(
    changeNames.map((kind, index) => [
      fileOf(kind),
      validArticle
        .replace('Hội nghị tổng kết năm', `Hội nghị lần ${index}`)
        // Two months, so that the feed history has two parts.
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

/** The content with the ids written by `npm run check -- --fix`. */
let files: ContentFiles = {};
let before: Feeds = new Map();
let after: Feeds = new Map();

beforeAll(async () => {
  const content = join(folder, 'content');
  writeContent(content, initialFiles);
  expect(runScript('check', { CONTENT_DIR: content }, ['--fix']).status).toBe(0);
  files = Object.fromEntries(readSite(content));
  before = await feedsOf(files);
  const changed = changeNames.map((kind) => changes[kind]?.(fileOf(kind), textOf(kind)) ?? []);
  after = await feedsOf({ ...files, [fileOf('its file is renamed')]: null, ...Object.fromEntries(changed) });
});

const textOf = (kind: string) => String(files[fileOf(kind)]);
const idOf = (text: string) => /\nid: (\S+)/.exec(text)?.[1] ?? expect.fail(text);

/** Feeds by their path. */
type Feeds = ReadonlyMap<string, string>;

/** Builds content with `build` and returns its feeds. */
async function feedsOf(
  content: ContentFiles,
  environment: Readonly<Record<string, string>> = {},
  build = buildFolder,
): Promise<Feeds> {
  const parent = mkdtempSync(join(folder, 'build-'));
  const [from, to] = [join(parent, 'content'), join(parent, 'site')];
  writeContent(from, content);
  await build(from, to, environment);
  const feeds = [...readSite(to)].filter(([path]) => /(^|\/)(feed\.xml|atom\.xml|feed\.json)$/.test(path));
  return new Map(feeds.map(([path, bytes]) => [path, bytes.toString()]));
}

/** Builds like `buildFolder`, in a process of its own, which may have another time zone. */
async function buildWithCommand(
  content: string,
  output: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  const env = { CONTENT_DIR: content, OUTPUT_DIR: output, SITE_URL: 'https://example.org', ...environment };
  const { status, stdout, stderr } = runScript('build', env);
  expect(status, stdout + stderr).toBe(0);
}

const forms = { 'feed.xml': 'rss', 'atom.xml': 'atom', 'feed.json': 'json' } as const;

/** The distinct "id published updated" lines of all feeds of a site, sorted. */
async function feedLines(feeds: Feeds): Promise<string[]> {
  const feedFiles = [...feeds].map(
    ([path, text]): FeedFile => ({ file: path, format: forms[path.split('/').at(-1) as keyof typeof forms], text }),
  );
  const dates = ((await feedsmith.read(feedFiles)) ?? []).flatMap((items) => {
    if (items instanceof Error) throw items;
    return items.map(({ id, published, updated = published }) => `${id} ${published} ${updated}`);
  });
  return [...new Set(dates)].sort();
}

/** An item of the JSON feed of the whole site. */
const itemOf = (feeds: Feeds, id: string) =>
  JSON.parse(feeds.get('feed.json') ?? '').items.find((item: { id: string }) => item.id === id);

/** The ids of the feeds themselves: "path id". */
const feedIds = (feeds: Feeds) =>
  [...feeds].flatMap(([path, text]) =>
    path.endsWith('atom.xml') ? [`${path} ${/<id>(.*?)<\/id>/.exec(text)?.[1]}`] : [],
  );

test('each article and question is in the feeds under its own id, with the same dates in all of them', async () => {
  const writtenIds = Object.values(files).flatMap((bytes) => /\nid: (urn:uuid:\S+)/.exec(String(bytes))?.[1] ?? []);
  expect((await feedLines(before)).map((line) => line.split(' ')[0])).toEqual(writtenIds.sort());
  expect(writtenIds).toHaveLength(changeNames.length + 1);
});

test.each(changeNames.slice(0, -1))('an article keeps its id and dates in the feeds when %s', async (kind) => {
  const id = idOf(textOf(kind));
  const linesOf = async (feeds: Feeds) => (await feedLines(feeds)).filter((line) => line.startsWith(id));
  expect(itemOf(after, id)).not.toEqual(itemOf(before, id));
  expect(await linesOf(after)).toEqual(await linesOf(before));
});

test('a correction changes the update date of its article and no other date', async () => {
  const id = idOf(textOf('it is corrected'));
  const expected = (await feedLines(before)).map((line) => {
    const [ownId, published] = line.split(' ');
    return ownId === id ? `${id} ${published} 2026-11-22T02:00:00.000Z` : line;
  });
  expect(expected).not.toEqual(await feedLines(before));
  expect(await feedLines(after)).toEqual(expected);
});

test('ids and dates of articles and feeds stay when the host and path of the site change', async () => {
  const elsewhere = await feedsOf(files, { SITE_URL: 'https://moi.example.net/tin/' });
  expect(elsewhere.get('feed.xml')).toContain('<link>https://moi.example.net/tin/bai-viet/bai-0/</link>');
  expect(await feedLines(elsewhere)).toEqual(await feedLines(before));
  expect(feedIds(elsewhere)).toEqual(feedIds(before));
});

test('feeds are byte-identical when built in another month and another time zone', async () => {
  const environment = { BUILD_TIME: '2027-03-01T23:30:00+07:00', TZ: 'America/New_York' };
  const later = await feedsOf(files, environment, buildWithCommand);
  expect(Object.fromEntries(later)).toEqual(Object.fromEntries(before));
});

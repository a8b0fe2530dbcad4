import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ContentFiles, writeContent } from '../content-folder.ts';
import { feedsmith } from '../feeds/feedsmith.ts';
import type { FeedFile } from '../feeds/reader.ts';
import { article } from '../rule-examples.ts';
import { run } from '../run-build.ts';
import { readSite } from './read-built.ts';

const folder = mkdtempSync(join(tmpdir(), 'announced-once-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = 'articles/hoi-nghi.md';
const written: ContentFiles = {
  [file]: article.replace('2026-11-23', '2026-11-20 08:30'),
  'articles/anh.jpg': readFileSync(join(import.meta.dirname, '..', 'fixtures', 'anh-thu.jpg')),
  'articles/co-anh.md': article
    .replace('Hội nghị tổng kết năm', 'Ra mắt câu lạc bộ')
    .replace('2026-11-23', '2026-10-05')
    .replace('category:', 'cover: anh.jpg\ncoverAlt: Đại biểu giơ thẻ\ncategory:'),
  'questions/vao-hoi.md':
    '---\ntitle: Làm thế nào để vào hội?\ndate: 2026-11-18\nanswered: 2026-11-19\nansweredBy: Ban Biên tập\n---\n\nMời bạn đến văn phòng.\n',
};

/** The newsroom with the ids that `npm run check -- --fix` wrote, and its feeds. */
let files: ContentFiles = {};
let before = new Map<string, string>();

beforeAll(() => {
  const content = join(folder, 'content');
  writeContent(content, written);
  expect(run('check', { CONTENT_DIR: content }, ['--fix']).status).toBe(0);
  files = Object.fromEntries(readSite(content));
  before = feedsOf(files);
});

/** The feeds of a real build. */
function feedsOf(content: ContentFiles, knobs: Readonly<Record<string, string>> = {}): Map<string, string> {
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
async function announced(feeds: ReadonlyMap<string, string>): Promise<string[]> {
  const given = [...feeds].map(
    ([path, text]): FeedFile => ({ file: path, form: forms[path.split('/').at(-1) as keyof typeof forms], text }),
  );
  const dates = ((await feedsmith.read(given)) ?? []).flatMap((items) => {
    if (items instanceof Error) throw items;
    return items.map(({ id, published, updated = published }) => `${id} ${published} ${updated}`);
  });
  return [...new Set(dates)].sort();
}

/** The ids of the feeds themselves. */
const feedIds = (feeds: ReadonlyMap<string, string>) =>
  [...feeds].flatMap(([path, text]) =>
    path.endsWith('atom.xml') ? [`${path} ${/<id>(.*?)<\/id>/.exec(text)?.[1]}`] : [],
  );

const inArticle = (from: string | RegExp, to: string) => ({ [file]: String(files[file]).replace(from, to) });

test('the newsroom announces two articles and a question, each under one id with one date', async () => {
  expect(await announced(before)).toEqual([
    expect.stringMatching(/^urn:uuid:/),
    expect.stringMatching(/^urn:uuid:/),
    expect.stringMatching(/^urn:uuid:/),
  ]);
  const own = Object.values(files).flatMap((bytes) => /\nid: (urn:uuid:\S+)/.exec(String(bytes))?.[1] ?? []);
  expect((await announced(before)).map((each) => each.split(' ')[0])).toEqual(own.sort());
});

test.each<[what: string, change: () => ContentFiles]>([
  ['its file has another name', () => ({ [file]: null, 'articles/2026/tong-ket-nam.md': String(files[file]) })],
  ['it has another title', () => inArticle('Hội nghị tổng kết năm', 'Tổng kết công tác năm')],
  ['it is in another category', () => inArticle('Tin tức - sự kiện', 'Thông báo')],
  ['it is by another author', () => inArticle('author: BTT', 'author: Ban Biên tập')],
  ['its text is another', () => inArticle('Các hội thành viên đã báo cáo.', 'Các hội thành viên báo cáo.')],
])('an article is not announced again, nor dated otherwise, when %s', async (_, change) => {
  const after = feedsOf({ ...files, ...change() });
  expect(Object.fromEntries(after)).not.toEqual(Object.fromEntries(before));
  expect(await announced(after)).toEqual(await announced(before));
});

test('nothing is announced again when the site has another host and path, and no feed is another', async () => {
  const after = feedsOf(files, { SITE_URL: 'https://moi.example.net/tin/' });
  expect(after.get('feed.xml')).toContain('<link>https://moi.example.net/tin/bai-viet/hoi-nghi/</link>');
  expect(await announced(after)).toEqual(await announced(before));
  expect(feedIds(after)).toEqual(feedIds(before));
});

test.each([
  ['in another month', { BUILD_TIME: '2027-03-01T23:30:00+07:00' }],
  ['in another time zone', { TZ: 'America/New_York' }],
])('no feed changes by a byte when the site is built %s', (_, knobs) => {
  expect(Object.fromEntries(feedsOf(files, knobs))).toEqual(Object.fromEntries(before));
});

test('a correction changes when the article was updated, and no other date and no id', async () => {
  const after = feedsOf({
    ...files,
    ...inArticle('author:', 'updated: 2026-11-22 09:00\ncorrection: Sửa tên hội.\nauthor:'),
  });
  const id = /\nid: (\S+)/.exec(String(files[file]))?.[1];
  const [published, updated] = ['2026-11-20T01:30:00.000Z', '2026-11-22T02:00:00.000Z'];
  expect(await announced(before)).toContain(`${id} ${published} ${published}`);
  expect(await announced(after)).toEqual(
    (await announced(before)).map((each) => (each.startsWith(`${id} `) ? `${id} ${published} ${updated}` : each)),
  );
});

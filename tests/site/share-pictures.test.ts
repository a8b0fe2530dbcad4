import { readdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { expect, inject, test } from 'vitest';
import { formatReport } from '#site/check/format-report.ts';
import { checkFolder } from '#site/guide/check-folder.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { projectRoot } from '#site/settings.ts';
import { contentFolder } from '../content-folder.ts';
import { buildAndReadSite } from './build-and-read-site.ts';
import { readHead } from './read-head.ts';
import { readSite } from './read-site.ts';

const facts = readFileSync(join(projectRoot, 'tests', 'fixtures', 'small', 'site.yaml'), 'utf8');
const picture = readFileSync(join(projectRoot, 'tests', 'fixtures', 'anh-thu.jpg'));
const dated = (day: string, lines = '') =>
  validArticle.replace('2026-11-23', day).replace('author:', `${lines}author:`);

/** Content with articles of each kind that draws share pictures for articles since 20 November. */
const content = (since = 'sharePictures: { since: 2026-11-20 }\n') =>
  contentFolder({
    'site.yaml': facts + since,
    'articles/truoc.md': dated('2026-11-19'),
    'articles/tu-ngay-ay.md': dated('2026-11-20'),
    'articles/co-bia.md': dated('2026-11-21', 'cover: anh.jpg\ncoverAlt: Hội trường\n'),
    'articles/anh.jpg': picture,
    'articles/hen-gio.md': dated('2026-12-24'),
  });

const imageOf = (site: Map<string, Buffer>, path: string) =>
  readHead(site.get(path)?.toString() ?? '').metas['og:image']?.[0]?.replace('https://example.org/', '') ?? '';
const cacheFolder = join(projectRoot, '.cache', 'share-pictures');
const cachedFile = (path: string) =>
  join(cacheFolder, readdirSync(cacheFolder).find((name) => name.startsWith(basename(path, '.png'))) ?? '');
const drawn = (site: Map<string, Buffer>) => [...site.keys()].filter((path) => path.startsWith('hinh-anh/chia-se-'));
const categoryPages = ['tin-tuc-su-kien/index.html', 'thong-bao/index.html'];

test('an article since the given day has its own picture, an older one that of its category, one with a cover its cover', async () => {
  const site = await buildAndReadSite(content());
  const ofSite = imageOf(site, 'index.html');
  const own = imageOf(site, 'bai-viet/tu-ngay-ay/index.html');
  const ofCategories = categoryPages.map((path) => imageOf(site, path));
  const all = [ofSite, own, ...ofCategories];
  expect(new Set(all).size).toBe(all.length);
  expect(imageOf(site, 'bai-viet/truoc/index.html')).toBe(ofCategories[0]);
  expect(imageOf(site, 'bai-viet/co-bia/index.html')).toMatch(/\.jpeg$/);
  expect(drawn(site).sort()).toEqual(all.sort());

  const older = readHead(site.get('bai-viet/truoc/index.html')?.toString() ?? '');
  expect(older.metas['og:image:alt']).toEqual(['Tin tức - sự kiện']);

  const { metas, graph } = readHead(site.get('bai-viet/tu-ngay-ay/index.html')?.toString() ?? '');
  const { format, width, height } = await sharp(site.get(own)).metadata();
  expect(metas).toMatchObject({
    'og:image:type': [`image/${format}`],
    'og:image:width': [String(width)],
    'og:image:height': [String(height)],
    'og:image:alt': ['Hội nghị tổng kết năm'],
  });
  expect(graph.find((thing) => thing['@type'] === 'NewsArticle')?.['image']).toBe(`https://example.org/${own}`);
});

test('without a day the pictures of the site and of its categories are drawn', async () => {
  const site = await buildAndReadSite(content(''));
  expect(drawn(site).sort()).toEqual(['index.html', ...categoryPages].map((path) => imageOf(site, path)).sort());
  expect(imageOf(site, 'bai-viet/tu-ngay-ay/index.html')).toBe(imageOf(site, 'tin-tuc-su-kien/index.html'));
});

test('another motif redraws the pictures of its category and of its articles, and no other', async () => {
  const categories = readFileSync(join(projectRoot, 'tests', 'fixtures', 'small', 'categories.yaml'), 'utf8');
  const pictures = async (motif: string) => {
    const site = await buildAndReadSite(
      contentFolder({
        'site.yaml': `${facts}sharePictures: { since: 2026-11-20 }\n`,
        'categories.yaml': categories.replace('slug: tin-tuc-su-kien\n', `slug: tin-tuc-su-kien\n${motif}`),
        'articles/tin.md': validArticle,
      }),
    );
    return ['index.html', 'thong-bao/index.html', 'tin-tuc-su-kien/index.html', 'bai-viet/tin/index.html'].map((path) =>
      imageOf(site, path),
    );
  };
  const [before, after] = [await pictures(''), await pictures('  motif: thuy-loi\n')];
  expect(before.map((path, index) => path === after[index])).toEqual([true, true, false, false]);
});

test("the union's first article has a picture of its own", () => {
  const site = readSite(inject('unionDir'));
  const [first = ''] = [...site.keys()].filter((path) => /^bai-viet\/[^/]+\/index\.html$/.test(path));
  const shared = ['index.html', 'tin-tuc-su-kien/index.html'].map((path) => imageOf(site, path));
  expect(site.has(imageOf(site, first))).toBe(true);
  expect(shared).not.toContain(imageOf(site, first));
});

test('nothing is drawn for hidden articles in a preview', async () => {
  const site = await buildAndReadSite(content(), { PREVIEW: '1' });
  expect(imageOf(site, 'bai-viet/hen-gio/index.html')).toBe(imageOf(site, 'tin-tuc-su-kien/index.html'));
});

test('a picture is drawn once: a second build reuses it and is byte-identical', async () => {
  const folder = content();
  const first = await buildAndReadSite(folder);
  const files = drawn(first).map(cachedFile);
  const times = files.map((file) => statSync(file).mtimeMs);
  const second = await buildAndReadSite(folder);
  expect(files.map((file) => statSync(file).mtimeMs)).toEqual(times);
  expect([...second.keys()]).toEqual([...first.keys()]);
  for (const [path, bytes] of first) expect(second.get(path)?.equals(bytes), path).toBe(true);
});

test('a truncated cached picture, as after a power failure, is drawn again', async () => {
  // A unique title, since other tests draw the usual ones concurrently.
  const folder = contentFolder({
    'site.yaml': `${facts}sharePictures: { since: 2026-11-20 }\n`,
    'articles/tin.md': validArticle.replace('Hội nghị tổng kết năm', 'Mất điện giữa chừng'),
  });
  const first = await buildAndReadSite(folder);
  const own = imageOf(first, 'bai-viet/tin/index.html');
  truncateSync(cachedFile(own), 100);
  expect((await buildAndReadSite(folder)).get(own)).toEqual(first.get(own));
});

test('a different title or organisation gives a different picture at a different address', async () => {
  const pictureOf = async (title: string) => {
    const files = {
      'site.yaml': `${facts}sharePictures: { since: 2026-11-20 }\n`,
      'articles/tin.md': validArticle.replace('Hội nghị tổng kết năm', title),
    };
    return imageOf(await buildAndReadSite(contentFolder(files)), 'bai-viet/tin/index.html');
  };
  const pictures = [await pictureOf('Đại hội'), await pictureOf('Hội nghị')];
  expect(new Set(pictures).size).toBe(2);
  expect(drawn(readSite(inject('unionDir')))).not.toEqual(drawn(readSite(inject('newsroomDir'))));
});

test.each([
  ['sharePictures:\n  since: 30/11/2026\n', 'chưa đúng dạng năm-tháng-ngày · viết 2026-11-30 [ngay]'],
  ['sharePictures: 2026-12-01\n', 'viết như “sharePictures: { since: 2026-12-01 }” [gia-tri]'],
  ['sharePictures:\n  since:\n', 'để trống · viết như “since: 2026-12-01” [thieu-muc]'],
])('an invalid day is reported with the right format: %j', async (lines, message) => {
  const errors = (await checkFolder(contentFolder({ 'site.yaml': facts + lines }))).filter(
    ({ level }) => level === 'error',
  );
  expect(formatReport(errors, 'lines')).toContain(message);
});

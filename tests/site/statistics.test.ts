import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { fixtureNewsroom } from '#bench/fixtures/run-script.ts';
import { bundleScripts } from '#site/assets/bundle-scripts.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { contentFolder } from '../content-folder.ts';
import { buildAndReadSite } from './build-and-read-site.ts';
import { elements } from './elements.ts';
import { parsePage, readSite } from './read-site.ts';

const newsroom = readSite(inject('newsroomDir'));
const union = readSite(inject('unionDir'));
const everyState = readSite(inject('everyStateDir'));
const html = (site: Map<string, Buffer>, path: string) => site.get(path)?.toString() ?? '';
const main = (page: string) => page.slice(page.indexOf('<main'), page.indexOf('</main>'));
const snapshotPath = join(fixtureNewsroom, 'statistics', '2026-11-23.json');
const snapshot = JSON.parse(readFileSync(snapshotPath, 'utf8'));

const readArticle = '/bai-viet/hoi-nghi/';
/** A snapshot of a site with one article, which was read. */
const smallSnapshot = {
  ...snapshot,
  pages: { '/': 900, [readArticle]: 280 },
  recent: { '/': 90, [readArticle]: 28 },
};

/** Builds a site with one article, the counter and a newest snapshot. */
function builtWith(newest: object, environment: Readonly<Record<string, string>> = {}): Promise<Map<string, Buffer>> {
  const content = contentFolder({
    'articles/hoi-nghi.md': validArticle,
    'statistics/2026-11-23.json': JSON.stringify(newest),
  });
  appendFileSync(join(content, 'site.yaml'), 'counter: true\n');
  return buildAndReadSite(content, environment);
}

function differingFiles(one: Map<string, Buffer>, other: Map<string, Buffer>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter(
    (path) => one.get(path)?.toString('latin1') !== other.get(path)?.toString('latin1'),
  );
}

test('other numbers change only the home page and the statistics', async () => {
  const other = await builtWith({
    ...smallSnapshot,
    total: 9_000_000,
    today: 77,
    pages: { ...smallSnapshot.pages, [readArticle]: 70_000 },
    recent: { [readArticle]: 7000 },
    days: { ...snapshot.days, '2026-11-22': 7000 },
    months: { ...snapshot.months, '2026-11': 70_000 },
  });
  expect(differingFiles(await builtWith(smallSnapshot), other).sort()).toEqual([
    'index.html',
    'thong-ke/index.html',
    'thong-ke/so-lieu.csv',
    'thong-ke/so-lieu.json',
  ]);
  expect(html(other, 'index.html')).toContain('>9.000.000</data>');
});

test('the visits of the current day are on no page', async () => {
  const days = { ...snapshot.days, '2026-11-23': 4321 };
  expect(
    differingFiles(await builtWith(smallSnapshot), await builtWith({ ...smallSnapshot, today: 4321, days })),
  ).toEqual([]);
});

const byCount = (one: Record<string, string>, other: Record<string, string>) =>
  String(one['data-count']) < String(other['data-count']) ? -1 : 1;

test('an unknown number is a dash, never 0', () => {
  for (const [path, bytes] of newsroom) {
    if (!path.endsWith('.html')) continue;
    const page = bytes.toString();
    const hasDate = ['index.html', 'thong-ke/index.html'].includes(path);
    const { text } = parsePage(page);
    expect(text.includes('1.049.860 tính đến 23/11/2026'), path).toBe(hasDate);
    const isArticle = path.startsWith('bai-viet/') && !path.includes('da-go');
    const counts = elements(page, 'data').filter((element) => element['data-count']);
    expect(counts.toSorted(byCount), path).toEqual([
      { 'data-count': 'today', 'data-from': '1', value: '', text: '—' },
      {
        'data-count': 'total',
        ...(hasDate
          ? { 'data-from': String(snapshot.total), value: String(snapshot.total), text: '1.049.860' }
          : { 'data-from': '1000', value: '', text: '—' }),
      },
      ...(isArticle ? [{ 'data-count': 'views', 'data-from': '20', value: '', text: '— lượt xem' }] : []),
    ]);
    if (hasDate) expect(elements(page, 'time'), path).toContainEqual({ datetime: '2026-11-23', text: '23/11/2026' });
    // No page links to itself.
    const isLinked = elements(page, 'a').some(({ text: words }) => words === 'Xem thống kê');
    expect(isLinked, path).toBe(path !== 'thong-ke/index.html');
  }
});

test('a site without a counter has no block, script or page for it', () => {
  expect(everyState.has('thong-ke/index.html')).toBe(false);
  expect(everyState.get('trang.js')?.toString()).not.toContain('/api/count');
  expect(newsroom.get('trang.js')?.toString()).toContain('/api/count/v1/');
  for (const [path, bytes] of everyState) {
    if (!path.endsWith('.html')) continue;
    expect(parsePage(bytes.toString()).text, path).not.toMatch(/truy cập|lượt xem/i);
    expect(elements(bytes.toString(), 'data'), path).toEqual([]);
  }
});

test('without snapshots the statistics page says so, and the home page has no most-read list', () => {
  expect(parsePage(main(html(union, 'thong-ke/index.html'))).text).toContain('Chưa có số liệu nào được lưu.');
  expect(union.has('thong-ke/so-lieu.csv')).toBe(false);
  expect(html(union, 'index.html')).not.toContain('Đọc nhiều');
  expect(html(union, 'sitemap.xml')).toContain('/thong-ke/</loc>');
});

test('the most-read lists have published articles with their period, without withdrawn ones', () => {
  const home = parsePage(main(html(newsroom, 'index.html'))).text;
  expect(home).toContain(
    'Đọc nhiều Trong 30 ngày, tính đến 23/11/2026 Tọa đàm phục hồi giống hồi bản địa ở vùng đồi 280 lượt xem',
  );
  const page = main(html(newsroom, 'thong-ke/index.html'));
  expect(page).not.toContain('lich-hop-thang-ba-da-go');
  expect(page.match(/<ol class="rows read-list">.*?<\/ol>/gs)?.map((list) => list.split('<li>').length - 1)).toEqual([
    10, 10,
  ]);
});

test('without recent views there is no most-read list', async () => {
  expect(html(await builtWith(smallSnapshot), 'index.html')).toContain('Đọc nhiều');
  expect(html(await builtWith({ ...smallSnapshot, recent: {} }), 'index.html')).not.toContain('Đọc nhiều');
});

test('with a base path the numbers are those of the paths below it, and every link has it', async () => {
  const moved = { [`/kho${readArticle}`]: 280, [readArticle]: 9000 };
  const site = await builtWith(
    { ...smallSnapshot, recent: moved, pages: moved },
    { SITE_URL: 'https://example.org/kho' },
  );
  const page = html(site, 'thong-ke/index.html');
  expect(page.match(/<li><a class="story" href="\/kho\/bai-viet\//g)).toHaveLength(2);
  expect(parsePage(main(page)).text).toContain('280 lượt xem');
  expect(page).toContain('href="/kho/thong-ke/so-lieu.csv"');
});

test('the CSV file has a BOM for Excel, every day and every month', () => {
  const csv = newsroom.get('thong-ke/so-lieu.csv') ?? Buffer.alloc(0);
  expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [header, ...rows] = csv.toString().slice(1).trimEnd().split('\r\n');
  expect(header).toBe('Thời gian,Khoảng,Số lượt truy cập');
  expect(rows.filter((row) => /^\d{4}-\d{2}-\d{2},ngày,\d+$/.test(row))).toHaveLength(399);
  const months = rows.filter((row) => /^\d{4}-\d{2},tháng,\d+$/.test(row));
  expect(months).toHaveLength(26);
  expect(months[0]).toMatch(/^2024-10,/);
  expect(html(newsroom, 'thong-ke/index.html').match(/<th scope="row">/g)).toHaveLength(30 + 26);
});

test('the JSON file has its date and the visits carried over from the old site', () => {
  expect(JSON.parse(html(newsroom, 'thong-ke/so-lieu.json'))).toMatchObject({
    taken: '2026-11-23T00:30:00+07:00',
    total: 1_049_860,
    carried: { visits: 1_000_000, taken: '2026-01-01' },
    days: { '2026-11-22': snapshot.days['2026-11-22'] },
  });
});

test('the script that counts has at most 600 bytes compressed', async () => {
  expect(gzipSync(await bundleScripts(['visits.ts'])).length).toBeLessThanOrEqual(600);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { pageKinds } from '#bench/browser/page-kinds.ts';
import type { ContentFiles } from '#site/guide/content-files.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { projectRoot } from '#site/settings.ts';
import { contentFolder } from '../content-folder.ts';
import { buildAndReadSite } from './build-and-read-site.ts';
import { elements } from './elements.ts';
import { parsePage, readSite } from './read-site.ts';

const newsroom = readSite(inject('newsroomDir'));
const facts = readFileSync(join(projectRoot, 'tests', 'fixtures', 'small', 'site.yaml'), 'utf8');
const requiredPages = ['/so-do-trang/', '/tro-nang/', '/quyen-rieng-tu/'];

type SiteFiles = ReadonlyMap<string, Buffer>;

/** The addresses of the links in the footer of a page. */
function footerLinks(html: string): readonly string[] {
  return parsePage(html.slice(html.lastIndexOf('<footer'))).links;
}

/** The main element of a page, without the end tag. */
function main(site: SiteFiles, address: string): string {
  const html = site.get(`${address.slice(1)}index.html`)?.toString() ?? '';
  return html.slice(html.indexOf('<main'), html.indexOf('</main>'));
}

const build = (files: ContentFiles) => buildAndReadSite(contentFolder(files));

test('every page links to the required pages in its footer, and they are in the sitemap', () => {
  const sitemap = newsroom.get('sitemap.xml')?.toString() ?? '';
  for (const address of requiredPages) {
    expect(elements(sitemap, 'loc')).toContainEqual({ text: `https://example.org${address}` });
    for (const [path, bytes] of newsroom)
      if (path.endsWith('.html')) expect(footerLinks(bytes.toString()), path).toContain(address);
  }
});

test('accessibility barriers are reported to the telephone and email of site.yaml', () => {
  const html = main(newsroom, '/tro-nang/');
  const { text, links } = parsePage(html);
  expect(text).toMatch(/Xin gọi 0000\.000\.001 hoặc viết thư tới \S+@/);
  expect(links).toEqual(expect.arrayContaining(['tel:0000000001', expect.stringMatching(/^mailto:/)]));
});

test('the scripts store only what /quyen-rieng-tu/ declares', () => {
  const scripts = [...newsroom].filter(([path]) => /\.(js|html)$/.test(path)).map(([, bytes]) => bytes.toString());
  expect(scripts.filter((text) => /document\.cookie|cookieStore|sessionStorage|indexedDB/.test(text))).toEqual([]);
  const storedKeys = scripts.flatMap((text) =>
    [...text.matchAll(/localStorage\.setItem\((.*?),/g)].map(([, key]) => key),
  );
  // The text size, the contrast, the speech rate.
  expect(new Set(storedKeys).size).toBe(3);
});

test('/quyen-rieng-tu/ describes the offline cache and how to delete it, unless offline reading is off', async () => {
  const title = { text: 'Bản lưu để đọc khi không có mạng' };
  const privacyText = main(newsroom, '/quyen-rieng-tu/');
  expect(elements(privacyText, 'h2')).toContainEqual(title);
  expect(privacyText).toContain('mười bài mới nhất');
  expect(privacyText).toContain('Muốn xóa, bạn mở phần cài đặt của trình duyệt');
  expect(newsroom.get('sw.js')?.toString()).toMatch(/\/bai-viet\/[\w-]+\/(\n\/bai-viet\/[\w-]+\/){9}`/);

  const withoutOffline = await build({ 'site.yaml': `${facts}offline: false\n` });
  const shorter = main(withoutOffline, '/quyen-rieng-tu/');
  expect(elements(shorter, 'h2')).not.toContainEqual(title);
  expect(elements(shorter, 'p').filter(({ text }) => text?.startsWith('Chỉ những gì bạn đã chọn'))).toHaveLength(1);
  expect(withoutOffline.has('khong-co-mang/index.html')).toBe(false);
  expect(String(withoutOffline.get('trang.js'))).not.toContain('sw.js');
});

test('/so-do-trang/ links to every static page, category, author and year, and to no article', () => {
  const links = new Set(parsePage(main(newsroom, '/so-do-trang/')).links);
  const years = [...newsroom.keys()].filter((path) => /^luu-tru\/\d{4}\/index\.html$/.test(path));
  expect(years.length).toBeGreaterThan(5);
  for (const path of years) expect(links).toContain(`/${path.replace('index.html', '')}`);
  for (const address of ['/gioi-thieu/', '/lien-he/', '/thong-bao/', '/hoi-dap/', '/tac-gia/btt/', '/tim-kiem/'])
    expect(links).toContain(address);
  for (const address of ['/rss/', '/thong-ke/', '/luu-tru/', '/van-ban/', '/su-kien/'])
    expect(links).toContain(address);
  expect([...links].filter((href) => href.startsWith('/bai-viet/'))).toEqual([]);
});

test('without a counter the pages do not mention one; a further article of the year does not change them', async () => {
  const first = { 'articles/hoi-nghi.md': validArticle.replace('2026-11-23', '2026-11-20') };
  const one = await build(first);
  expect(main(one, '/quyen-rieng-tu/')).toContain('Trang không đếm người đọc.');
  expect(main(one, '/quyen-rieng-tu/')).not.toContain('máy đếm');
  expect(parsePage(main(newsroom, '/quyen-rieng-tu/')).links).toContain('/thong-ke/');

  const second = validArticle.replace('2026-11-23', '2026-11-21').replace('Hội nghị tổng kết năm', 'Họp báo');
  const two = await build({ ...first, 'articles/hop-bao.md': second });
  for (const address of requiredPages) {
    const path = `${address.slice(1)}index.html`;
    expect(two.get(path)?.toString()).toBe(one.get(path)?.toString());
  }
});

test('a published page of the editors replaces the generated page at its address; a draft does not', async () => {
  const page = (lines: string) => `---\ntitle: Trợ năng của hội\n${lines}---\n\nBài do hội tự viết.\n`;
  const site = await build({ 'pages/tro-nang.md': page(''), 'pages/quyen-rieng-tu.md': page('draft: true\n') });
  expect(main(site, '/tro-nang/')).toContain('Bài do hội tự viết.');
  expect(main(site, '/tro-nang/')).not.toContain('axe-core');
  expect(elements(main(site, '/quyen-rieng-tu/'), 'h2')).toContainEqual({ text: 'Tìm kiếm' });
  expect(parsePage(main(site, '/so-do-trang/')).links.filter((href) => href === '/tro-nang/')).toHaveLength(1);
});

test('an error in an article is reported by telephone, or by an email that names the article', () => {
  const address = pageKinds.article;
  const [telephone, letter] = reportLinks(newsroom, address);
  expect(telephone).toBe('tel:0000000001');
  const { protocol, pathname, searchParams } = new URL(letter ?? '');
  expect(protocol + pathname).toBe('mailto:lien-he@example.org');
  const title = /<title>(.*?) - /.exec(newsroom.get(`${address.slice(1)}index.html`)?.toString() ?? '')?.[1];
  expect(searchParams.get('subject')).toBe(`Báo lỗi: ${title}`);
  expect(searchParams.get('body')).toBe(`https://example.org${address}`);
});

test.each([
  ['telephone alone', { site: inject('unionDir'), links: ['tel:02273740223'] }],
  ['email alone', { site: inject('everyStateDir'), links: [expect.stringMatching(/^mailto:/)] }],
])('with only one contact an error in an article is reported by %s', (_, { site, links }) => {
  const read = readSite(site);
  const articles = [...read.keys()].filter((path) => /^bai-viet\/[^/]+\/index\.html$/.test(path));
  expect(articles.length).toBeGreaterThan(0);
  for (const path of articles) expect(reportLinks(read, `/${path.replace('index.html', '')}`)).toEqual(links);
});

/** The links of the line that asks for error reports, with entities decoded. */
function reportLinks(site: SiteFiles, address: string): readonly string[] {
  return parsePage(/<p class="meta report">.*?<\/p>/.exec(main(site, address))?.[0] ?? '').links;
}

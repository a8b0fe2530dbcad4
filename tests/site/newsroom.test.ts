import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { fixtureNewsroom, runScript } from '#bench/fixtures/run-script.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { projectRoot } from '#site/settings.ts';
import { contentFolder } from '../content-folder.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { buildAndReadSite } from './build-and-read-site.ts';
import { htmlErrors } from './html-errors.ts';
import { readHead } from './read-head.ts';
import { parsePage, readSite } from './read-site.ts';

const newsroom = readSite(inject('newsroomDir'));
const union = readSite(inject('unionDir'));
const pagesOf = (site: Map<string, Buffer>) =>
  [...site].filter(([path]) => path.endsWith('.html')).map(([path, bytes]) => ({ path, html: bytes.toString() }));
const hashSource = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const seedArticle = [...union.keys()].find((path) => path.startsWith('bai-viet/')) ?? '';

test('the article of the old site is rendered word for word, each paragraph once', () => {
  const words = (part: string) => part.replace(/\s+/g, ' ').trim();
  const { text } = parsePage(union.get(seedArticle)?.toString() ?? '');
  const [title = '', ...paragraphs] =
    readFileSync(join(projectRoot, 'tests', 'fixtures', 'seed.txt'), 'utf8')
      .split('Tác giả :')[0]
      ?.split('Tin tức - sự kiện')[1]
      ?.split('\n')
      .map(words)
      .filter(Boolean) ?? [];
  expect(paragraphs).toHaveLength(3);
  expect(text).toContain(`${title} Thứ Tư, 20/06/2018 Tác giả: BTT`);
  for (const paragraph of paragraphs) expect(text.split(paragraph), paragraph).toHaveLength(2);
});

test('the footer has the known facts of the union and no others', () => {
  const { text } = parsePage(union.get('index.html')?.toString() ?? '');
  expect(text).toContain('Bản quyền thuộc LIÊN HIỆP CÁC HỘI KHOA HỌC VÀ KỸ THUẬT THÁI BÌNH');
  expect(text).toContain('Địa chỉ: Số 6A- Bồ Xuyên - TP. Thái Bình, Thái Bình.');
  expect(text).toContain('Điện thoại: 0227.3740.223 / 3731.947 / 3733.635 Fax: 0227.3740.223');
  expect(text).not.toContain('Email');
});

test('a page below another names it; none repeats the home page, an article no category', () => {
  const trail = (path: string) =>
    (/<nav class="breadcrumb".*?<\/nav>/.exec(newsroom.get(path)?.toString() ?? '')?.[0] ?? '').match(
      /[^<>]+(?=<\/a>)/g,
    );
  expect(trail('luu-tru/2018/06/index.html')).toEqual(['Lưu trữ', '2018']);
  expect(trail('hoi-dap/nuoc-gieng-loc-roi-con-mui-tanh/index.html')).toEqual(['Hỏi &amp; đáp']);
  for (const path of ['gioi-thieu/index.html', 'tin-tuc-su-kien/index.html', seedArticle])
    expect(trail(path), path).toBeNull();
});

test.each([
  ['the newsroom', newsroom],
  ['the union', union],
  ['an article with every feature', readSite(inject('everyStateDir'))],
])('every page of %s is valid HTML', async (_, site) => {
  for (const page of pagesOf(site)) expect(await htmlErrors(page)).toEqual([]);
});

test.each([
  ['the newsroom', newsroom],
  ['the union', union],
])('every internal link and #id of %s has a target', (_, site) => {
  const crawled = new Map(pagesOf(site).map(({ path, html }) => [path, parsePage(html)]));
  const dead: string[] = [];
  for (const [path, { links, ids }] of crawled)
    for (const href of links) {
      if (href.startsWith('#') && !ids.has(href.slice(1))) dead.push(`${path} → ${href}`);
      if (!href.startsWith('/')) continue;
      const [address = '', id] = href.split('#');
      const target = address.endsWith('/') ? `${address.slice(1)}index.html` : address.slice(1);
      if (!site.has(target) || (id && !crawled.get(target)?.ids.has(id))) dead.push(`${path} → ${href}`);
    }
  expect(dead).toEqual([]);
});

test('no page has third-party requests, inline handlers or inline styles', () => {
  for (const { path, html } of pagesOf(newsroom)) {
    expect(html, path).not.toMatch(
      /<(script|img|source|iframe|link rel="(stylesheet|preload|icon)")[^>]+(src|href)="https?:/,
    );
    expect(html, path).not.toMatch(/<[^>]+ (style|on\w+)="/);
  }
});

test('the first page of a category has the drawing of its motif in its head, other lists have none', () => {
  const drawings = (path: string) => [
    ...(newsroom.get(path)?.toString() ?? '').matchAll(
      /<img class="motif" src="\/(hinh-anh\/muc-([^"]+)-\w+\.svg)"[^>]*>/g,
    ),
  ];
  const motifOfCategory = {
    'tin-tuc-su-kien': 'tin-tuc',
    'khoa-hoc-va-doi-song': 'khoa-hoc',
    'tu-van-phan-bien': 'tu-van',
    'hoi-thi-sang-tao': 'hoi-thi',
    'thong-bao': 'thong-bao',
  };
  for (const [slug, motif] of Object.entries(motifOfCategory)) {
    const [[tag, file = '', name] = ['']] = drawings(`${slug}/index.html`);
    expect(name).toBe(motif);
    expect(newsroom.get(file)?.toString(), file).toContain('<svg ');
    // The name of the category stands beside it: for screen readers it is an ornament.
    expect(tag).toMatch(/ width="480" height="270" alt="" loading="lazy"/);
  }
  for (const path of ['tin-tuc-su-kien/trang-1/', 'the/nong-nghiep/', 'tac-gia/btt/', 'hoi-dap/'])
    expect(drawings(`${path}index.html`), path).toEqual([]);
});

test('every page has the frame, and a Content-Security-Policy that allows its own style and no other', () => {
  for (const { path, html } of pagesOf(newsroom)) {
    const [, policy = ''] = /Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(html) ?? [];
    expect(policy, path).toContain('default-src &#39;none&#39;');
    expect(policy, path).not.toContain('frame-ancestors');
    expect(/style-src ([^;]*)/.exec(policy.replaceAll('&#39;', "'"))?.[1], path).toBe(hashSource(style));
    expect(newsroom.get('_headers')?.toString(), path).toContain(hashSource(style));
    expect(html, path).toContain('Số lượt truy cập:');
  }
  expect(newsroom.get('_headers')?.toString()).toContain("frame-ancestors 'none'");
});

test('an article lists related older articles, the most related first', () => {
  const page = newsroom.get('bai-viet/ket-qua-hoi-thi-sang-tao-ky-thuat-lan-thu-nam/index.html')?.toString() ?? '';
  const [, section = ''] = /<section class="block related">(.*?)<\/section>/s.exec(page) ?? [];
  expect([...section.matchAll(/href="\/bai-viet\/(.*?)\/"/g)].map(([, slug]) => slug)).toEqual([
    '34-giai-phap-vao-vong-chung-khao-hoi-thi-sang-tao-ky-thuat',
    'phat-dong-hoi-thi-sang-tao-ky-thuat-lan-thu-nhat',
    'trao-giai-hoi-thi-sang-tao-ky-thuat-lan-thu-hai',
    'khai-mac-trien-lam-san-pham-sang-tao-ky-thuat',
  ]);
});

test('no article is linked twice at the foot of another: related ones are no neighbours', () => {
  for (const { path, html } of pagesOf(newsroom).filter((page) => page.path.startsWith('bai-viet/'))) {
    const [, foot = ''] = /<\/article>(.*?)<\/main>/s.exec(html) ?? [];
    const titles = [...foot.matchAll(/class="story"[^>]* href="([^"]+)"/g)].map(([, href]) => href);
    expect(titles, path).toEqual([...new Set(titles)]);
  }
});

test('the files of a short article follow its lead', () => {
  const page = newsroom.get('bai-viet/giam-dinh-chat-luong-cong-trinh-ke-bao-ve-bo-song-vi-du/index.html')?.toString();
  expect(page).toMatch(/<p class="lead">[^\n]*<\/p>\n<section class="attachments">/);
});

test('drafts and scheduled and expired items are in no file of the site', () => {
  const everything = [...newsroom].map(([path, bytes]) => path + bytes.toString()).join('\n');
  const hidden = [...readSite(fixtureNewsroom)].filter(
    ([path, bytes]) =>
      /^(articles|documents|events)\/.*\.md$/.test(path) &&
      /\n(draft: true|(date|issued): 209\d|expires: 20[12]\d)/.test(bytes.toString()),
  );
  expect(hidden).toHaveLength(9);
  for (const [path, bytes] of hidden) {
    const title = /\ntitle: ["']?(.*?)["']?\n/.exec(bytes.toString())?.[1] ?? path;
    expect(everything, path).not.toContain(title);
  }
  expect(JSON.parse(newsroom.get('build.json')?.toString() ?? '')).toEqual({ nextBuildAt: '2090-01-01T01:00:00.000Z' });
});

test('trang-thai.json counts what the sitemap lists', () => {
  const sitemap = newsroom.get('sitemap.xml')?.toString() ?? '';
  const listed = (folder: string) =>
    Array.from(sitemap.matchAll(/<loc>(.*)<\/loc>/g), ([, url = '']) => url).filter((url) =>
      new RegExp(`^/${folder}/(?!trang-|nam-|con-|het-|da-dien-ra)[^/]+/$`).test(new URL(url).pathname),
    );
  const status = JSON.parse(newsroom.get('trang-thai.json')?.toString() ?? '');
  const kinds = { articles: 'bai-viet', documents: 'van-ban', events: 'su-kien' };
  for (const [kind, folder] of Object.entries(kinds)) {
    expect([kind, status[kind].count]).toEqual([kind, listed(folder).length]);
    expect(listed(folder)).toContain(status[kind].newest.url);
  }
  expect(listed('hoi-dap')).toContain(status.answeredQuestions.newest.url);
  expect([status.answeredQuestions.count, status.withdrawnArticles.count]).toEqual([4, 1]);
});

test('a preview has drafts and scheduled articles, marked and noindex', async () => {
  const content = contentFolder({
    'articles/dang.md': validArticle,
    'articles/nhap.md': validArticle.replace('author:', 'draft: true\nauthor:').replace('Hội nghị', 'Bản thảo'),
    'articles/hen.md': validArticle.replace('2026-11-23', '2090-01-01').replace('Hội nghị', 'Lời chúc'),
  });
  const site = await buildAndReadSite(content, { PREVIEW: '1' });
  const marked = pagesOf(site).filter(
    ({ path, html }) => path.startsWith('bai-viet/') && /<strong class="state">(BẢN NHÁP|HẸN GIỜ)</.test(html),
  );
  expect(marked.map(({ path }) => path)).toEqual(['bai-viet/hen/index.html', 'bai-viet/nhap/index.html']);
  for (const { html } of marked) expect(readHead(html).metas['robots']).toEqual(['noindex']);
});

test('the output is the same in every time zone; with a base path every address has it', async () => {
  // The newsroom itself was built in UTC.
  const paths = { CONTENT_DIR: fixtureNewsroom, OUTPUT_DIR: join(temporaryFolder(), 'site') };
  const newYork = { ...paths, SITE_URL: 'https://example.org', TZ: 'America/New_York' };
  expect(runScript('build', newYork).status).toBe(0);
  const site = readSite(paths.OUTPUT_DIR);
  expect([...site.keys()]).toEqual([...newsroom.keys()]);
  for (const [path, bytes] of newsroom) expect(site.get(path)?.equals(bytes), path).toBe(true);
  const moved = await buildAndReadSite(fixtureNewsroom, { SITE_URL: 'https://example.org/kho' });
  for (const { path, html } of pagesOf(moved))
    for (const href of parsePage(html).links) if (href.startsWith('/')) expect(href, path).toMatch(/^\/kho\//);
});

test('the sitemap is well-formed and lists pages that exist', async () => {
  const xml = newsroom.get('sitemap.xml')?.toString() ?? '';
  const { valid } = await validateXML({ xml: [{ fileName: 'sitemap.xml', contents: xml }], normalization: 'format' });
  expect(valid).toBe(true);
  const urls = [...xml.matchAll(/<loc>https:\/\/example\.org(.*?)<\/loc>/g)].map(([, path = '']) => path);
  expect(urls.length).toBeGreaterThan(100);
  for (const url of urls) expect(newsroom.has(`${url.slice(1)}index.html`), url).toBe(true);
});

test('robots.txt lists both sitemaps, and every picture in a sitemap exists', () => {
  const robots = newsroom.get('robots.txt')?.toString() ?? '';
  for (const file of ['sitemap.xml', 'sitemap-tin-moi.xml']) {
    expect(robots).toContain(`Sitemap: https://example.org/${file}\n`);
    expect(newsroom.has(file)).toBe(true);
  }
  const xml = newsroom.get('sitemap.xml')?.toString() ?? '';
  const images = [...xml.matchAll(/<image:loc>https:\/\/example\.org\/(.*?)<\/image:loc>/g)].map(
    ([, path = '']) => path,
  );
  expect(images.length).toBeGreaterThan(3);
  for (const image of images) expect(newsroom.has(image), image).toBe(true);
});

test('llms.txt has a description of the site, the contact data and links to pages that exist', () => {
  const text = union.get('llms.txt')?.toString() ?? '';
  expect(text).toMatch(/^# Liên hiệp các Hội Khoa học và Kỹ thuật Thái Bình\n\n> Trang thông tin /);
  expect(text).toContain('- Điện thoại: 0227.3740.223, 3731.947, 3733.635\n- Fax: 0227.3740.223\n');
  expect(text).not.toMatch(/Email|undefined/);
  const links = [...text.matchAll(/\]\(https:\/\/example\.org\/(.*?)\)/g)].map(([, path = '']) => path);
  expect(links).toContain('tin-tuc-su-kien/');
  expect(links).toContain('feed.xml');
  for (const link of links) expect(union.has(link.replace(/\/$/, '/index.html')), link).toBe(true);
});

test('the seed article has at most 10 KB compressed, a busy home page 14 KB', () => {
  expect(brotliCompressSync(union.get(seedArticle) ?? '').length).toBeLessThanOrEqual(10_240);
  expect(brotliCompressSync(newsroom.get('index.html') ?? '').length).toBeLessThanOrEqual(14_336);
});

test('the only inline script has at most 300 bytes', () => {
  const scripts = [...(union.get(seedArticle)?.toString() ?? '').matchAll(/<script>(.*?)<\/script>/gs)];
  expect(scripts).toHaveLength(1);
  expect(Buffer.byteLength(scripts[0]?.[1] ?? '')).toBeLessThanOrEqual(300);
});

test('without SITE_URL the build warns, and the site is noindex', () => {
  const output = join(temporaryFolder(), 'site');
  const { stderr } = runScript('build', { OUTPUT_DIR: output, SITE_URL: '' });
  expect(stderr).toContain('LƯU Ý: chưa đặt SITE_URL');
  expect(readFileSync(join(output, 'robots.txt'), 'utf8')).toContain('Disallow: /');
  expect(readFileSync(join(output, 'index.html'), 'utf8')).toContain('content="noindex"');
});

test('the archive says how many articles each month has', () => {
  const { text } = parsePage(newsroom.get('luu-tru/2018/index.html')?.toString() ?? '');
  expect(text).toContain('Năm 2018 Tháng 12 (1) Tháng 9 (1) Tháng 6 (3) Tháng 3 (1) Tháng 1 (1) ');
});

test('the page for unknown addresses offers the three newest articles', () => {
  const newest = (path: string) =>
    parsePage(newsroom.get(path)?.toString() ?? '').links.filter((link) => link.startsWith('/bai-viet/'));
  expect([...new Set(newest('404.html'))]).toEqual([...new Set(newest('index.html'))].slice(0, 3));
});

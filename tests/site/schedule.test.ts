import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runScript } from '#bench/fixtures/run-script.ts';
import { formatReport } from '#site/check/format-report.ts';
import { checkFolder } from '#site/guide/check-folder.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { contentFolder } from '../content-folder.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { buildAndReadSite } from './build-and-read-site.ts';
import { elements } from './elements.ts';
import { readHead } from './read-head.ts';
import { parsePage } from './read-site.ts';

const allText = (site: Map<string, Buffer>) => [...site].map(([path, bytes]) => path + bytes.toString()).join('\n');
const dueOf = (site: Map<string, Buffer>) => JSON.parse(site.get('build.json')?.toString() ?? '');
/** The page of the article that mentions another one. */
const other = (site: Map<string, Buffer>) => site.get('bai-viet/khac/index.html')?.toString() ?? '';
const withLines = (lines: string) =>
  validArticle.replace('Hội nghị tổng kết năm', 'Tin đúng hẹn').replace('author:', `${lines}author:`);

test.each([
  [
    'a date without a time is 00:00 in Việt Nam',
    withLines('').replace('2026-11-23', '2026-11-24'),
    '2026-11-23T17:00:00.000Z',
  ],
  ['a time is Việt Nam time', withLines('').replace('2026-11-23', '2026-11-24 08:30'), '2026-11-24T01:30:00.000Z'],
])('an article is in no file before its date and published from then on: %s', async (_, text, due) => {
  const content = contentFolder({ 'articles/tin.md': text });
  const second = new Date(Date.parse(due) - 1000).toISOString();
  const before = await buildAndReadSite(content, { BUILD_TIME: second });
  expect(allText(before)).not.toContain('Tin đúng hẹn');
  expect(allText(before)).not.toContain('bai-viet/tin');
  expect(dueOf(before)).toEqual({ nextBuildAt: due });
  const after = await buildAndReadSite(content, { BUILD_TIME: due });
  expect(allText(after)).toContain('Tin đúng hẹn');
  expect(dueOf(after)).toEqual({ nextBuildAt: new Date(Date.parse(due) + 48 * 3_600_000).toISOString() });
});

test('an expired article is in no file, and a link to it does not fail the build', async () => {
  const content = contentFolder({
    'articles/tin.md': withLines('expires: 2026-11-24\n'),
    'articles/khac.md': `${validArticle}\nXem [tin ấy](/bai-viet/tin/) và [tháng 11](/luu-tru/2026/11/).\n`,
  });
  expect(elements(other(await buildAndReadSite(content)), 'a')).toContainEqual({
    href: '/bai-viet/tin/',
    text: 'tin ấy',
  });
  const after = await buildAndReadSite(content, { BUILD_TIME: '2026-11-23T17:00:00Z' });
  expect(allText(after)).not.toContain('Tin đúng hẹn');
  expect(allText(after)).not.toContain('/bai-viet/tin/');
  expect(parsePage(other(after)).text).toContain('Xem tin ấy và tháng 11.');
  expect(parsePage(other(after)).links).toContain('/luu-tru/2026/11/');
});

test('a withdrawn article has a notice with date and reason, and is in no list, feed or sitemap', async () => {
  const content = contentFolder({
    'articles/tin.md': withLines('withdrawn: 2026-11-24\nwithdrawnReason: Đăng nhầm.\n'),
    'articles/khac.md': `${validArticle}\nXem [tin ấy](/bai-viet/tin/).\n`,
  });
  expect(dueOf(await buildAndReadSite(content))).toEqual({ nextBuildAt: '2026-11-23T17:00:00.000Z' });
  const site = await buildAndReadSite(content, { BUILD_TIME: '2026-11-23T17:00:00Z' });
  const notice = site.get('bai-viet/tin/index.html')?.toString() ?? '';
  expect(elements(notice, 'h1')).toEqual([{ text: 'Bài đã gỡ' }]);
  expect(parsePage(notice).text).toContain('Thứ Ba, 24/11/2026');
  expect(notice).toContain('Lý do: Đăng nhầm.');
  expect(readHead(notice).metas['robots']).toEqual(['noindex']);
  expect(notice).not.toContain('Liên hiệp hội họp tổng kết');
  site.delete('bai-viet/tin/index.html');
  expect(allText(site)).not.toMatch(/Tin đúng hẹn|bai-viet\/tin/);
});

test('a link to a draft is a warning and rendered as plain text; in a preview it is a link', async () => {
  const content = contentFolder({
    'articles/nhap.md': withLines('draft: true\n'),
    'articles/khac.md': `${validArticle}\nXem [bản nháp](/bai-viet/nhap/).\n`,
  });
  expect(formatReport(await checkFolder(content), 'lines')).toContain(
    'khac.md:12:16 · liên kết “/bai-viet/nhap/” dẫn tới bài chưa đăng',
  );
  expect(elements(other(await buildAndReadSite(content)), 'p')).toContainEqual({ text: 'Xem bản nháp.' });
  const preview = await buildAndReadSite(content, { PREVIEW: '1' });
  expect(elements(other(preview), 'a')).toContainEqual({ href: '/bai-viet/nhap/', text: 'bản nháp' });
  expect(preview.get('sitemap.xml')?.toString()).not.toContain('/bai-viet/nhap/');
  expect(preview.get('feed.xml')?.toString()).not.toContain('Tin đúng hẹn');
});

test('a correction is on the page, in the feed with its time, and in the sitemap', async () => {
  const content = contentFolder({
    'articles/tin.md': withLines('updated: 2026-11-23 07:15\ncorrection: Sửa <tên> hội.\n'),
  });
  const site = await buildAndReadSite(content);
  const html = site.get('bai-viet/tin/index.html')?.toString() ?? '';
  expect(parsePage(html).text).toContain('Cập nhật lúc 07:15, 23/11/2026: Sửa <tên> hội.');
  const time = { datetime: '2026-11-23T07:15:00+07:00', text: 'lúc 07:15, 23/11/2026' };
  expect(elements(html, 'time')).toContainEqual(time);
  const feed = site.get('feed.xml')?.toString() ?? '';
  expect(feed).toContain('<pubDate>Mon, 23 Nov 2026 00:00:00 +0700</pubDate>');
  expect(feed).toContain('<atom:updated>2026-11-23T07:15:00+07:00</atom:updated>');
  expect(feed).toContain('Cập nhật lúc 07:15, 23/11/2026: Sửa');
  expect(site.get('sitemap.xml')?.toString()).toContain(
    '/bai-viet/tin/</loc><lastmod>2026-11-23T07:15:00+07:00</lastmod>',
  );
});

test('--if-due builds only when the next build is due', () => {
  const content = contentFolder({ 'articles/tin.md': withLines('').replace('2026-11-23', '2026-11-24') });
  const environment = { CONTENT_DIR: content, OUTPUT_DIR: join(temporaryFolder(), 'site') };
  const stdoutAt = (BUILD_TIME: string) => runScript('build', { ...environment, BUILD_TIME }, ['--if-due']).stdout;
  expect(stdoutAt('2026-11-23T08:00:00Z')).toContain('Xong:');
  expect(stdoutAt('2026-11-23T16:59:59Z')).toBe('');
  expect(stdoutAt('2026-11-23T17:00:00Z')).toContain('Xong:');
  expect(stdoutAt('2026-11-25T16:59:59Z')).toBe('');
  expect(stdoutAt('2026-11-25T17:00:00Z')).toContain('Xong:');
  expect(stdoutAt('2036-11-23T17:00:00Z')).toBe('');
});

test('an article is in the news sitemap for 48 hours; no other page changes at their end', async () => {
  const content = contentFolder({ 'articles/tin.md': withLines('') });
  const lastSecond = await buildAndReadSite(content, { BUILD_TIME: '2026-11-24T16:59:59Z' });
  expect(lastSecond.get('sitemap-tin-moi.xml')?.toString()).toContain(
    '<loc>https://example.org/bai-viet/tin/</loc><news:news><news:publication><news:name>',
  );
  expect(dueOf(lastSecond)).toEqual({ nextBuildAt: '2026-11-24T17:00:00.000Z' });
  const after = await buildAndReadSite(content, { BUILD_TIME: '2026-11-24T17:00:00Z' });
  expect(dueOf(after)).toEqual({ nextBuildAt: null });
  const changed = [...after].filter(([path, bytes]) => !lastSecond.get(path)?.equals(bytes)).map(([path]) => path);
  expect(changed).toEqual(['build.json', 'sitemap-tin-moi.xml']);
});

test('an old address redirects to its article and is in no sitemap', async () => {
  const content = contentFolder({
    'articles/moi.md': validArticle.replace(
      'author:',
      'oldUrls:\n  - /bai-viet/cu/\n  - /tin/cu.html\n  - /Default.aspx?id=5\nauthor:',
    ),
  });
  const site = await buildAndReadSite(content);
  for (const file of ['bai-viet/cu/index.html', 'tin/cu.html']) {
    const html = site.get(file)?.toString() ?? '';
    expect(elements(html, 'meta')).toContainEqual({
      'http-equiv': 'refresh',
      content: '0; url=/bai-viet/moi/',
      text: '',
    });
    expect(readHead(html).canonical).toBe('https://example.org/bai-viet/moi/');
    expect(elements(html, 'a')).toContainEqual({ href: '/bai-viet/moi/', text: 'Hội nghị tổng kết năm' });
  }
  expect(site.get('sitemap.xml')?.toString()).not.toContain('/cu');
  const findings = await checkFolder(content, '<loc>https://example.org/bai-viet/cu/</loc>');
  expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
});

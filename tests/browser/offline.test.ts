import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { openBrowser } from '#bench/browser/open-browser.ts';
import { fixtureEveryState, fixtureNewsroom } from '#bench/fixtures/run-build.ts';
import { madeCopy, unpack } from '../made-copy.ts';
import { accessibilityFaults } from './accessibility-faults.ts';
import { openPage, type Reader } from './open-page.ts';

const browser = await openBrowser();
const disk = mkdtempSync(join(tmpdir(), 'disk-'));
afterAll(async () => {
  await browser?.close();
  rmSync(disk, { recursive: true, force: true });
});

/** A copy unpacked where a person keeps it; the folder of the copy. */
function unpacked(place: string, CONTENT_DIR: string): string {
  const documents = join(disk, place, 'Tài liệu của tôi');
  unpack(madeCopy({ CONTENT_DIR, SITE_URL: 'https://example.org/hoi' }), documents);
  return join(documents, 'lien-hiep-hoi-2026-11-23');
}

/** A page of a copy in a browser, all that it asks for, and what the browser says of it. */
async function openFile(file: string, reader: Reader = {}) {
  const { page, reports } = await openPage(browser, 'about:blank', reader);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    // Whoever goes on before a picture is there wants it no more.
    if (why !== 'net::ERR_ABORTED') reports.push(`${why}: ${request.url()}`);
  });
  await page.goto(pathToFileURL(file).href);
  return { page, reports, asked };
}

/** Where a page lies in its copy. */
const place = (page: Page) => decodeURI(page.url()).split('/lien-hiep-hoi-2026-11-23/')[1];

/** The widths of the pictures of a page; 0 where one is not shown. */
function pictures(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    for (const picture of document.images) picture.loading = 'eager';
    await Promise.allSettled([...document.images].map((picture) => picture.decode()));
    return [...document.images].map(({ naturalWidth }) => naturalWidth);
  });
}

/** Whether each letter of a heading is of the site's own font. */
async function isInOwnFont(page: Page, heading: string): Promise<boolean> {
  await page.evaluate(() => document.fonts.ready);
  const devtools = await page.context().newCDPSession(page);
  for (const part of ['DOM.enable', 'CSS.enable'] as const) await devtools.send(part);
  const { root } = await devtools.send('DOM.getDocument');
  const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector: heading });
  const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId });
  return fonts.length > 0 && fonts.every(({ isCustomFont }) => isCustomFont);
}

describe.runIf(browser)('a copy opened from a disk', () => {
  const copy = unpacked('đọc', fixtureNewsroom);

  test('shows headings in the letters of the site from the first page on', async () => {
    const { page } = await openFile(join(copy, 'index.html'));
    expect(await isInOwnFont(page, '.masthead-name span')).toBe(true);
    await page.context().close();
  });

  test('is read by clicking: home, category, next page, article, and back; nothing is asked of anybody', async () => {
    const { page, reports, asked } = await openFile(join(copy, 'index.html'), { width: 1440 });
    expect(await pictures(page)).toEqual([1440, 480]);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 253, 248)');

    await page.getByRole('navigation', { name: 'Chuyên mục' }).getByText('Tin tức - sự kiện').click();
    expect(place(page)).toBe('tin-tuc-su-kien/index.html');
    await page.getByRole('link', { name: 'Cũ hơn' }).click();
    expect(place(page)).toMatch(/^tin-tuc-su-kien\/trang-\d+\/index\.html$/);
    await page.locator('.article-card a').first().click();
    expect(place(page)).toMatch(/^bai-viet\/.+\/index\.html$/);
    const article = place(page);
    await page.locator('a[rel=prev]').click();
    expect(place(page)).toMatch(/^bai-viet\/.+\/index\.html$/);
    expect(place(page)).not.toBe(article);
    for (let step = 0; step < 4; step++) await page.goBack();
    expect(place(page)).toBe('index.html');

    await page.goto(pathToFileURL(join(copy, 'tin-cu', 'nuoi-ngao.html')).href);
    await page.waitForURL('**/bai-viet/**/index.html');
    expect(reports).toEqual([]);
    expect(asked.filter((url) => !/^(file|data):/.test(url))).toEqual([]);
    await page.context().close();
  });

  test('shows an article that holds everything, on a telephone and for everyone', async () => {
    const file = join(unpacked('điện thoại', fixtureEveryState), 'bai-viet', 'du-moi-dang', 'index.html');
    const { page, reports, asked } = await openFile(file, { width: 320 });
    const widths = await pictures(page);
    expect(widths).toHaveLength(8);
    expect(Math.min(...widths)).toBeGreaterThan(100);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(await page.getByText('Bản chép ngày 23/11/2026').isVisible()).toBe(true);
    await page.getByRole('radio', { name: 'Chữ lớn' }).check();
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).not.toBe('18px');
    await page.locator('.gallery a').first().click();
    expect(place(page)).toMatch(/^hinh-anh\/.+\.jpeg$/);
    await page.goBack();
    expect(reports).toEqual([]);
    expect(asked.filter((url) => !/^(file|data):/.test(url))).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.context().close();
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { fixtureEveryState, fixtureNewsroom } from '#bench/fixtures/run-script.ts';
import { buildOfflineCopy, unpackCopy } from '../build-offline-copy.ts';
import { accessibilityViolations } from './accessibility-violations.ts';
import { connectBrowser } from './connect-browser.ts';
import { openPage, type PageOptions } from './open-page.ts';

const browser = await connectBrowser();
const tempFolder = mkdtempSync(join(tmpdir(), 'disk-'));
afterAll(async () => {
  await browser?.close();
  rmSync(tempFolder, { recursive: true, force: true });
});

/** Unpacks a copy into a typical user folder. Returns the folder of the copy. */
function unpackTo(subfolder: string, CONTENT_DIR: string): string {
  const documents = join(tempFolder, subfolder, 'Tài liệu của tôi');
  unpackCopy(buildOfflineCopy({ CONTENT_DIR, SITE_URL: 'https://example.org/hoi' }), documents);
  return join(documents, 'lien-hiep-hoi-2026-11-23');
}

/** Opens a page of a copy; collects its requests and errors. */
async function openFile(file: string, reader: PageOptions = {}) {
  const { page, reports } = await openPage(browser, 'about:blank', reader);
  const requestedUrls: string[] = [];
  page.on('request', (request) => requestedUrls.push(request.url()));
  page.on('requestfailed', (request) => {
    const errorText = request.failure()?.errorText;
    // Navigation aborts the loading of pictures.
    if (errorText !== 'net::ERR_ABORTED') reports.push(`${errorText}: ${request.url()}`);
  });
  await page.goto(pathToFileURL(file).href);
  return { page, reports, requestedUrls };
}

/** The path of a page in its copy. */
const pagePath = (page: Page) => decodeURI(page.url()).split('/lien-hiep-hoi-2026-11-23/')[1];

/** The natural widths of the pictures of a page; 0 for one that failed to load. */
function pictures(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    for (const picture of document.images) picture.loading = 'eager';
    await Promise.allSettled([...document.images].map((picture) => picture.decode()));
    return [...document.images].map(({ naturalWidth }) => naturalWidth);
  });
}

/** Whether a heading is rendered entirely in the site's own font. */
async function isInOwnFont(page: Page, heading: string): Promise<boolean> {
  await page.evaluate(() => document.fonts.ready);
  const devtools = await page.context().newCDPSession(page);
  for (const part of ['DOM.enable', 'CSS.enable'] as const) await devtools.send(part);
  const { root } = await devtools.send('DOM.getDocument');
  const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector: heading });
  const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId });
  return fonts.length > 0 && fonts.every(({ isCustomFont }) => isCustomFont);
}

describe.runIf(browser)('an offline copy opened from a disk', () => {
  const copy = unpackTo('đọc', fixtureNewsroom);

  test('shows headings in the font of the site from the first page on', async () => {
    const { page } = await openFile(join(copy, 'index.html'));
    expect(await isInOwnFont(page, '.masthead-name span')).toBe(true);
    await page.context().close();
  });

  test('can be browsed from home to category, next page, article and back, without network requests', async () => {
    const { page, reports, requestedUrls } = await openFile(join(copy, 'index.html'), { width: 1440 });
    const drawings = await pictures(page);
    expect(drawings).toHaveLength(4);
    expect(Math.min(...drawings)).toBeGreaterThan(100);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 253, 248)');

    await page.getByRole('navigation', { name: 'Các mục chính' }).getByText('Tin tức - sự kiện').click();
    expect(pagePath(page)).toBe('tin-tuc-su-kien/index.html');
    await page.getByRole('link', { name: 'Cũ hơn' }).click();
    expect(pagePath(page)).toMatch(/^tin-tuc-su-kien\/trang-\d+\/index\.html$/);
    await page.locator('.article-card a').first().click();
    expect(pagePath(page)).toMatch(/^bai-viet\/.+\/index\.html$/);
    const article = pagePath(page);
    await page.locator('a[rel=prev]').click();
    expect(pagePath(page)).toMatch(/^bai-viet\/.+\/index\.html$/);
    expect(pagePath(page)).not.toBe(article);
    for (let step = 0; step < 4; step++) await page.goBack();
    expect(pagePath(page)).toBe('index.html');

    await page.goto(pathToFileURL(join(copy, 'tin-cu', 'nuoi-ngao.html')).href);
    await page.waitForURL('**/bai-viet/**/index.html');
    expect(reports).toEqual([]);
    expect(requestedUrls.filter((url) => !/^(file|data):/.test(url))).toEqual([]);
    await page.context().close();
  });

  test('shows an article with every feature on a phone, without accessibility violations', async () => {
    const file = join(unpackTo('điện thoại', fixtureEveryState), 'bai-viet', 'du-moi-dang', 'index.html');
    const { page, reports, requestedUrls } = await openFile(file, { width: 320 });
    const widths = await pictures(page);
    expect(widths).toHaveLength(9);
    expect(Math.min(...widths)).toBeGreaterThan(100);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(await page.getByText('Bản chép ngày 23/11/2026').isVisible()).toBe(true);
    await page.getByText('Mục lục').first().click();
    await page.getByRole('radio', { name: 'Chữ lớn' }).check();
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).not.toBe('18px');
    await page.locator('.gallery a').first().click();
    expect(pagePath(page)).toMatch(/^hinh-anh\/.+\.jpeg$/);
    await page.goBack();
    expect(reports).toEqual([]);
    expect(requestedUrls.filter((url) => !/^(file|data):/.test(url))).toEqual([]);
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.context().close();
  });
});

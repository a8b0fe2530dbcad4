import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fullArticleAddress } from '#bench/browser/page-kinds.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { accessibilityViolations } from './accessibility-violations.ts';
import { openPage } from './open-page.ts';
import { openServedSites } from './open-served-sites.ts';

const { everyStateOrigin, sharedBrowser } = await openServedSites();

const saveScript = '/luu-bai.js';

/** Saves the article of a page by keyboard. Returns the path of the file. */
async function save(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Lưu bài' }).press('Enter'),
  ]);
  const file = join(temporaryFolder(), download.suggestedFilename());
  await download.saveAs(file);
  return file;
}

describe.runIf(sharedBrowser)('a saved article', () => {
  test('is one file named by its slug that opens from a disk with pictures and style, without requests', async () => {
    const { page, reports } = await openPage(sharedBrowser, everyStateOrigin + fullArticleAddress);
    const file = await save(page);
    expect(file).toMatch(/\/du-moi-dang\.html$/);
    await page.getByRole('button', { name: 'Đã tải về' }).waitFor();
    expect(reports).toEqual([]);
    const textOnSite = await page.locator('.prose').innerText();
    await page.context().close();

    const opened = await openPage(sharedBrowser, pathToFileURL(file).href, { width: 320 });
    const requestedUrls: string[] = [];
    opened.page.on('request', (request) => requestedUrls.push(request.url()));
    await opened.page.reload();
    expect(requestedUrls.filter((url) => !url.startsWith('data:'))).toEqual([pathToFileURL(file).href]);
    expect(opened.reports).toEqual([]);
    const savedText = await opened.page.locator('.prose').innerText();
    const video = 'Xem video: Hình vẽ trạm bơm trước khi chạy\n';
    expect(savedText).toContain(video);
    expect(savedText.replace(video, '')).toBe(textOnSite);
    const widths = await opened.page.locator('img').evaluateAll(async (pictures) => {
      const all = pictures as HTMLImageElement[];
      await Promise.all(all.map((picture) => picture.decode()));
      return all.map(({ naturalWidth }) => naturalWidth);
    });
    expect(widths).toHaveLength(9);
    expect(Math.min(...widths)).toBeGreaterThan(100);
    const style = await opened.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(style).toBe('rgb(255, 253, 248)');
    expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(await accessibilityViolations(opened.page)).toEqual([]);
    await opened.page.context().close();
  });

  test('has its source URL and the date it was saved; its links lead to the site', async () => {
    const { page } = await openPage(sharedBrowser, everyStateOrigin + fullArticleAddress);
    await page.clock.setFixedTime(new Date('2027-02-03T05:00:00Z'));
    const file = await save(page);
    await page.context().close();
    const { page: opened } = await openPage(sharedBrowser, pathToFileURL(file).href);
    const savedText = await opened.locator('body').innerText();
    expect(savedText).toContain(`Bài đăng tại https://example.org${fullArticleAddress}, lưu ngày 3/2/2027.`);
    for (const part of [await opened.title(), 'Tác giả:', 'Nguồn:']) expect(savedText).toContain(part);
    const links = await opened.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links.length).toBeGreaterThan(4);
    for (const link of links) expect(link).toMatch(/^(https:\/\/|mailto:|tel:|#)/);
    await opened.context().close();
  });

  test('has no scripts, and its Content-Security-Policy forbids scripts and requests', async () => {
    const { page } = await openPage(sharedBrowser, everyStateOrigin + fullArticleAddress);
    const text = readFileSync(await save(page), 'utf8');
    await page.context().close();
    expect(/Content-Security-Policy" content="([^"]+)"/.exec(text)?.[1]).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; img-src data:; base-uri 'none'; form-action 'none'$/,
    );
    expect(text).not.toMatch(/<(script|button|form|source|link|iframe)\b|\son\w+=|srcset=|\sstyle=/);
  });

  test('is not loaded before it is used', async () => {
    const { page } = await openPage(sharedBrowser, everyStateOrigin);
    const requestedUrls: string[] = [];
    page.on('request', (request) => requestedUrls.push(new URL(request.url()).pathname));
    await page.goto(everyStateOrigin + fullArticleAddress, { waitUntil: 'networkidle' });
    expect(requestedUrls).toContain('/bai-viet.js');
    expect(requestedUrls).not.toContain(saveScript);
    await save(page);
    expect(requestedUrls).toContain(saveScript);
    await page.context().close();
  });

  test('shows a network failure and succeeds at the next try', async () => {
    const { page } = await openPage(sharedBrowser, everyStateOrigin + fullArticleAddress);
    await page.route(`**${saveScript}`, (route) => route.abort());
    const button = page.locator('.share button').last();
    await button.press('Enter');
    await page.getByRole('button', { name: 'Chưa lưu được, xin thử lại' }).waitFor();
    await page.unroute(`**${saveScript}`);
    const [download] = await Promise.all([page.waitForEvent('download'), button.press('Enter')]);
    expect(download.suggestedFilename()).toBe('du-moi-dang.html');
    await page.context().close();
  });
});

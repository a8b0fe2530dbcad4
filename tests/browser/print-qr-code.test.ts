import jsqr from 'jsqr';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { pageKinds } from '#bench/browser/page-kinds.ts';
import { accessibilityViolations } from './accessibility-violations.ts';
import { openPage } from './open-page.ts';
import { openServedSites } from './open-served-sites.ts';

const { newsroomOrigin, sharedBrowser } = await openServedSites();

const qrScript = '/ma-qr.js';

/** An article whose print() only records whether the QR code was present, and the requests of the page. */
async function openArticle(): Promise<{ page: Page; requestedPaths: string[]; printed: boolean[]; reports: string[] }> {
  const { page, reports } = await openPage(sharedBrowser, newsroomOrigin);
  const printed: boolean[] = [];
  await page.exposeFunction('recordPrint', (withCode: boolean) => printed.push(withCode));
  await page.addInitScript(() => {
    window.print = () => {
      const reportPrinted = (window as unknown as { recordPrint: (withCode: boolean) => void }).recordPrint;
      reportPrinted(document.querySelector('.printed-from svg') !== null);
    };
  });
  const requestedPaths: string[] = [];
  page.on('request', (request) => requestedPaths.push(new URL(request.url()).pathname));
  await page.goto(newsroomOrigin + pageKinds.article, { waitUntil: 'networkidle' });
  return { page, requestedPaths, printed, reports };
}

/** The text of the QR code on the page, which a printer draws with more dots than a screen. */
async function scanQrCode(page: Page): Promise<string | undefined> {
  await page.setViewportSize({ width: 1200, height: 800 });
  await page.evaluate(() => {
    document.documentElement.style.zoom = '3';
  });
  const { data, info } = await sharp(await page.screenshot({ fullPage: true }))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  // The types are wrong: the package exports the function itself.
  const decode = jsqr as unknown as typeof jsqr.default;
  return decode(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

describe.runIf(sharedBrowser)('the printed QR code of the address', () => {
  test('decodes to the URL of the article', async () => {
    const { page, printed, reports } = await openArticle();
    await page.getByRole('button', { name: 'In bài' }).press('Enter');
    await expect.poll(() => printed).toEqual([true]);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await scanQrCode(page)).toBe(`https://example.org${pageKinds.article}`);
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(reports).toEqual([]);
    await page.context().close();
  });

  test('is not loaded before printing and not visible on screen', async () => {
    const { page, requestedPaths } = await openArticle();
    expect(requestedPaths).toContain('/bai-viet.js');
    expect(requestedPaths).not.toContain(qrScript);
    await page.getByRole('button', { name: 'In bài' }).click();
    await page.locator('.printed-from svg').waitFor({ state: 'attached' });
    expect(await page.locator('.printed-from svg').isVisible()).toBe(false);
    await page.context().close();
  });

  test.each(['Control+p', 'Meta+P'])('is present after %s and drawn once', async (keys) => {
    const { page, requestedPaths, printed } = await openArticle();
    await page.keyboard.press(keys);
    await expect.poll(() => printed).toEqual([true]);
    await page.getByRole('button', { name: 'In bài' }).click();
    await expect.poll(() => printed).toEqual([true, true]);
    expect(requestedPaths.filter((path) => path === qrScript)).toHaveLength(1);
    expect(await page.locator('.printed-from svg').count()).toBe(1);
    await page.context().close();
  });

  test('is drawn after beforeprint, for a second print from the browser menu', async () => {
    const { page } = await openArticle();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.locator('.printed-from svg').waitFor({ state: 'attached' });
    await page.context().close();
  });

  test('is omitted when its script fails or times out; the URL is printed as text', async () => {
    const { page, printed } = await openArticle();
    await page.route(`**${qrScript}`, (route) => route.abort());
    await page.getByRole('button', { name: 'In bài' }).click();
    await expect.poll(() => printed).toEqual([false]);
    await page.unroute(`**${qrScript}`);
    // Never answered.
    await page.clock.install();
    await page.route(`**${qrScript}*`, () => {});
    await page.getByRole('button', { name: 'In bài' }).click();
    await page.clock.runFor(3000);
    await expect.poll(() => printed).toEqual([false, false]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText(`Bài đăng tại https://example.org${pageKinds.article}`).isVisible()).toBe(true);
    await page.context().close();
  });
});

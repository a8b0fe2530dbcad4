import jsqr from 'jsqr';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { pageKinds } from '#bench/browser/page-kinds.ts';
import { accessibilityFaults } from './accessibility-faults.ts';
import { openPage } from './open-page.ts';
import { browser, newsroom } from './served-sites.ts';

const tool = '/ma-qr.js';

/** An article whose print() only says whether the code was there when it was called, and what the page asks for. */
async function openArticle(): Promise<{ page: Page; asked: string[]; printed: boolean[]; reports: string[] }> {
  const { page, reports } = await openPage(browser, newsroom);
  const printed: boolean[] = [];
  await page.exposeFunction('tellPrinted', (withCode: boolean) => printed.push(withCode));
  await page.addInitScript(() => {
    window.print = () => {
      const tell = (window as unknown as { tellPrinted: (withCode: boolean) => void }).tellPrinted;
      tell(document.querySelector('.printed-from svg') !== null);
    };
  });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(newsroom + pageKinds.article, { waitUntil: 'networkidle' });
  return { page, asked, printed, reports };
}

/** What a scanner reads off the paper. */
async function scanned(page: Page): Promise<string | undefined> {
  const { data, info } = await sharp(await page.screenshot({ fullPage: true }))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  // Its types say otherwise, but the package is the function itself.
  const decode = jsqr as unknown as typeof jsqr.default;
  return decode(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

describe.runIf(browser)('the code of the address on paper', () => {
  test('is scanned as the address of the article', async () => {
    const { page, printed, reports } = await openArticle();
    await page.getByRole('button', { name: 'In bài' }).press('Enter');
    await expect.poll(() => printed).toEqual([true]);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await scanned(page)).toBe(`https://example.org${pageKinds.article}`);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(reports).toEqual([]);
    await page.context().close();
  });

  test('costs nothing before a reader prints, and is not seen on a screen', async () => {
    const { page, asked } = await openArticle();
    expect(asked).toContain('/bai-viet.js');
    expect(asked).not.toContain(tool);
    await page.getByRole('button', { name: 'In bài' }).click();
    await page.locator('.printed-from svg').waitFor({ state: 'attached' });
    expect(await page.locator('.printed-from svg').isVisible()).toBe(false);
    await page.context().close();
  });

  test.each(['Control+p', 'Meta+P'])('is there for %s, drawn once', async (keys) => {
    const { page, asked, printed } = await openArticle();
    await page.keyboard.press(keys);
    await expect.poll(() => printed).toEqual([true]);
    await page.getByRole('button', { name: 'In bài' }).click();
    await expect.poll(() => printed).toEqual([true, true]);
    expect(asked.filter((path) => path === tool)).toHaveLength(1);
    expect(await page.locator('.printed-from svg').count()).toBe(1);
    await page.context().close();
  });

  test('is there the second time when the print came from the browser’s own menu', async () => {
    const { page } = await openArticle();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.locator('.printed-from svg').waitFor({ state: 'attached' });
    await page.context().close();
  });

  test('is left out where it cannot be fetched or takes too long; the address stands there in letters', async () => {
    const { page, printed } = await openArticle();
    await page.route(`**${tool}`, (route) => route.abort());
    await page.getByRole('button', { name: 'In bài' }).click();
    await expect.poll(() => printed).toEqual([false]);
    await page.unroute(`**${tool}`);
    // Never answered.
    await page.clock.install();
    await page.route(`**${tool}*`, () => {});
    await page.getByRole('button', { name: 'In bài' }).click();
    await page.clock.runFor(3000);
    await expect.poll(() => printed).toEqual([false, false]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText(`Bài đăng tại https://example.org${pageKinds.article}`).isVisible()).toBe(true);
    await page.context().close();
  });
});

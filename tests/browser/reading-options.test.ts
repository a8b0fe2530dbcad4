import { describe, expect, test } from 'vitest';
import { pageKinds } from '#bench/browser/page-kinds.ts';
import { openPage } from './open-page.ts';
import { openServedSites } from './open-served-sites.ts';

const { newsroomOrigin, sharedBrowser } = await openServedSites();

describe.runIf(sharedBrowser)('in a real browser', () => {
  test('the first Tab stop is the skip link to the content', async () => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin + pageKinds.article);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Đến nội dung chính');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('noi-dung');
    await page.context().close();
  });

  test('without JavaScript the article is readable, text size works and no inert button is visible', async () => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin + pageKinds.article, { javaScript: false });
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('ký kêt');
    // The search button submits to a page.
    expect(await page.getByRole('button').allInnerTexts()).toEqual(['Tìm']);
    const height = async () => (await page.locator('.lead').boundingBox())?.height ?? 0;
    const before = await height();
    await page.getByRole('radio', { name: 'Chữ lớn' }).check();
    expect(await height()).toBeGreaterThan(before);
    await page.context().close();
  });

  test('the chosen text size applies to the next page', async () => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin + pageKinds.home);
    await page.getByRole('radio', { name: 'Chữ lớn' }).check();
    await page.goto(newsroomOrigin + pageKinds.article);
    expect(await page.getByRole('radio', { name: 'Chữ lớn' }).isChecked()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.dataset['size'])).toBe('large');
    await page.context().close();
  });

  test('without JavaScript the contrast checkbox works', async () => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin + pageKinds.article, {
      javaScript: false,
      dark: true,
    });
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await paper()).not.toBe('rgb(0, 0, 0)');
    await page.getByRole('checkbox', { name: 'Tương phản' }).press('Space');
    expect(await paper()).toBe('rgb(0, 0, 0)');
    await page.context().close();
  });

  test('the chosen contrast applies to later pages until it is switched off', async () => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin + pageKinds.home);
    const box = page.getByRole('checkbox', { name: 'Tương phản' });
    const contrast = () => page.evaluate(() => document.documentElement.dataset['contrast']);
    await box.press('Space');
    await page.goto(newsroomOrigin + pageKinds.article);
    expect([await box.isChecked(), await contrast()]).toEqual([true, 'more']);
    await box.press('Space');
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 253, 248)');
    await page.reload();
    expect([await box.isChecked(), await contrast()]).toEqual([false, undefined]);
    await page.context().close();
  });
});

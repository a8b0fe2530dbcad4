import { describe, expect, test } from 'vitest';
import { pageKinds } from '#bench/browser/page-kinds.ts';
import { openPage } from './open-page.ts';
import { browser, newsroom } from './served-sites.ts';

describe.runIf(browser)('in a real browser', () => {
  test('the first Tab stop leads past the menu to the content', async () => {
    const { page } = await openPage(browser, newsroom + pageKinds.article);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Đến nội dung chính');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('noi-dung');
    await page.context().close();
  });

  test('without script the article reads, the size buttons work and no dead button shows', async () => {
    const { page } = await openPage(browser, newsroom + pageKinds.article, { script: false });
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('ký kêt');
    // The button that searches leads to a page.
    expect(await page.getByRole('button').allInnerTexts()).toEqual(['Tìm']);
    const height = async () => (await page.locator('.lead').boundingBox())?.height ?? 0;
    const before = await height();
    await page.getByRole('radio', { name: 'Chữ lớn' }).check();
    expect(await height()).toBeGreaterThan(before);
    await page.context().close();
  });

  test('the chosen text size is kept on the next page', async () => {
    const { page } = await openPage(browser, newsroom + pageKinds.home);
    await page.getByRole('radio', { name: 'Chữ lớn' }).check();
    await page.goto(newsroom + pageKinds.article);
    expect(await page.getByRole('radio', { name: 'Chữ lớn' }).isChecked()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.dataset['size'])).toBe('large');
    await page.context().close();
  });

  test('without script the contrast box works', async () => {
    const { page } = await openPage(browser, newsroom + pageKinds.article, { script: false, dark: true });
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await paper()).not.toBe('rgb(0, 0, 0)');
    await page.getByRole('checkbox', { name: 'Tương phản' }).press('Space');
    expect(await paper()).toBe('rgb(0, 0, 0)');
    await page.context().close();
  });

  test('the chosen contrast is kept on the next page until it is chosen off', async () => {
    const { page } = await openPage(browser, newsroom + pageKinds.home);
    const box = page.getByRole('checkbox', { name: 'Tương phản' });
    const contrast = () => page.evaluate(() => document.documentElement.dataset['contrast']);
    await box.press('Space');
    await page.goto(newsroom + pageKinds.article);
    expect([await box.isChecked(), await contrast()]).toEqual([true, 'more']);
    await box.press('Space');
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 253, 248)');
    await page.reload();
    expect([await box.isChecked(), await contrast()]).toEqual([false, undefined]);
    await page.context().close();
  });
});

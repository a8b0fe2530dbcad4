import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { root } from '#site/settings.ts';
import { openBrowser } from './open-browser.ts';
import { serveFolder } from './serve-folder.ts';

const browser = await openBrowser();
const { origin, server } = await serveFolder(inject('newsroomDir'));
const axe = readFileSync(join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

const kinds = {
  home: '/',
  article: '/bai-viet/lien-hiep-hoi-thai-binh-ky-ket-chuong-trinh-phoi-hop-voi-hiep-hoi-doanh-nghiep-tinh/',
  category: '/tin-tuc-su-kien/',
  'numbered page': '/tin-tuc-su-kien/trang-1/',
  'empty category': '/thong-bao/',
  author: '/tac-gia/btt/',
  archive: '/luu-tru/',
  month: '/luu-tru/2018/06/',
  questions: '/hoi-dap/',
  'standing page': '/gioi-thieu/',
  'not found': '/khong-co-trang-nay/',
};

afterAll(async () => {
  await browser?.close();
  server.close();
});

async function open(
  address: string,
  options: { dark?: boolean; script?: boolean; width?: number } = {},
): Promise<{ page: Page; reports: string[] }> {
  if (!browser) throw new Error('no browser');
  const context = await browser.newContext({
    colorScheme: options.dark ? 'dark' : 'light',
    javaScriptEnabled: options.script ?? true,
    viewport: { width: options.width ?? 390, height: 800 },
    bypassCSP: false,
  });
  const page = await context.newPage();
  const reports: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) reports.push(message.text());
  });
  page.on('pageerror', (error) => reports.push(String(error)));
  await page.goto(origin + address);
  return { page, reports };
}

describe.runIf(browser)('in a real browser', () => {
  describe.each(Object.entries(kinds))('the %s page', (_, address) => {
    test.each([false, true])(
      'has no accessibility fault (dark: %s), no report and no sideways scroll',
      async (dark) => {
        const { page, reports } = await open(address, { dark });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide).toBeLessThanOrEqual(0);
        // Evaluated by the debugger, so the policy of the page stays as strict as it is.
        await page.evaluate(axe);
        const faults = await page.evaluate(
          "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join(' | ')))",
        );
        expect(faults).toEqual([]);
        expect(reports).toEqual([]);
        await page.context().close();
      },
    );

    test('fits a screen of 320 px', async () => {
      const { page } = await open(address, { width: 320 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await page.context().close();
    });
  });

  test('the first Tab stop leads past the menu to the content', async () => {
    const { page } = await open(kinds.article);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Đến nội dung chính');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('noi-dung');
    await page.context().close();
  });

  test('without script the article reads, the size buttons work and no dead button shows', async () => {
    const { page } = await open(kinds.article, { script: false });
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('ký kêt');
    expect(await page.getByRole('button').count()).toBe(0);
    const height = async () => (await page.locator('.lead').boundingBox())?.height ?? 0;
    const before = await height();
    await page.getByRole('radio', { name: 'Chữ lớn' }).check();
    expect(await height()).toBeGreaterThan(before);
    await page.context().close();
  });

  test('the chosen text size is kept on the next page', async () => {
    const { page } = await open(kinds.home);
    await page.getByRole('radio', { name: 'Chữ lớn' }).check();
    await page.goto(origin + kinds.article);
    expect(await page.getByRole('radio', { name: 'Chữ lớn' }).isChecked()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.dataset['size'])).toBe('large');
    await page.context().close();
  });

  test.each([kinds.home, kinds.article])('nothing on %s moves while it loads', async (address) => {
    const { page } = await open(address);
    const shift = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) if ('value' in entry) sum += Number(entry.value);
          }).observe({ type: 'layout-shift', buffered: true });
          document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(sum))));
        }),
    );
    expect(shift).toBe(0);
    await page.context().close();
  });
});

import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { pageKinds } from '#bench/browser/page-kinds.ts';
import { openPage, type Reader } from './open-page.ts';
import { browser, newsroom } from './served-sites.ts';

/** What the counter of a test answers, and how it was asked. */
interface Counter {
  readonly status?: number;
  readonly total?: number;
}

/** Opens a page as a person does, with a counter that answers so; `settings` are of the browser, "doNotTrack" for instance. */
async function visit(
  address: string,
  counter: Counter | undefined,
  settings: Readonly<Record<string, unknown>> = {},
  reader: Reader = {},
): Promise<{ page: Page; reports: string[]; asked: string[] }> {
  const { page, reports } = await openPage(browser, `${newsroom}/bieu-tuong.svg`, reader);
  const asked: string[] = [];
  await page.addInitScript((set) => {
    for (const [name, value] of Object.entries({ webdriver: false, ...set }))
      Object.defineProperty(navigator, name, { value });
  }, settings);
  await page.route('**/api/count/v1/**', async (route) => {
    const request = route.request();
    const { pathname, search } = new URL(request.url());
    asked.push(
      `${request.method()} ${pathname.slice('/api/count/v1'.length)}${search} ${request.postData() ?? ''}`.trim(),
    );
    if (!counter) return route.abort();
    const { total = 1_234_567, status = 200 } = counter;
    const path = pageKinds.article;
    if (request.method() === 'POST')
      return status === 200
        ? route.fulfill({ json: { total, today: 0, path, views: 1234, counted: true } })
        : route.fulfill({ status, body: '' });
    return route.fulfill({ json: { total, today: 12, pages: { [path]: 1234 } } });
  });
  await page.goto(newsroom + address);
  await page.waitForLoadState('networkidle');
  return { page, reports, asked };
}

const shown = (page: Page) => page.locator('[data-count]').allInnerTexts();
const article = pageKinds.article;
const read = `GET /?p=${encodeURIComponent(article)}`;

describe.runIf(browser)('the number of visits', () => {
  test('comes with the one request that counts, and moves nothing', async () => {
    const { page, asked, reports } = await visit(article, {});
    expect(asked).toEqual([`POST /hit ${article}`]);
    expect(await shown(page)).toEqual(
      ['1.234\u00A0lượt xem', '1.234.567', '0'].map((text) => expect.stringMatching(text.replace('\u00A0', '\\s'))),
    );
    expect(await page.locator('[data-count="total"]').getAttribute('value')).toBe('1234567');
    const shift = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) if ('value' in entry) sum += Number(entry.value);
          }).observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
        }),
    );
    expect(shift).toBe(0);
    expect(await page.evaluate(() => document.cookie + localStorage.length + sessionStorage.length)).toBe('00');
    expect(reports).toEqual([]);
    await page.context().close();
  });

  test.each([
    ['asks not to be tracked', { doNotTrack: '1' }],
    ['has Global Privacy Control on', { globalPrivacyControl: true }],
    ['is a machine', { webdriver: true }],
  ])('is only read by who %s', async (_, settings) => {
    const { page, asked } = await visit(article, {}, settings);
    expect(asked).toEqual([read]);
    expect((await shown(page))[0]).toContain('1.234');
    await page.context().close();
  });

  test('is only read when a page is loaded again', async () => {
    const { page, asked } = await visit(article, {});
    await page.reload({ waitUntil: 'networkidle' });
    expect(asked).toEqual([`POST /hit ${article}`, read]);
    await page.context().close();
  });

  test.each([pageKinds['withdrawn article'], pageKinds['not found']])(
    'is only read on a page that search engines are to leave out: %s',
    async (address) => {
      const { page, asked } = await visit(address, {});
      expect(asked).toEqual([`GET /?p=${encodeURIComponent(address)}`]);
      expect((await shown(page))[0]).toBe('1.234.567');
      await page.context().close();
    },
  );

  test('is read where the counter does not know the page', async () => {
    const { page, asked } = await visit(article, { status: 404 });
    expect(asked).toEqual([`POST /hit ${article}`, read]);
    expect((await shown(page))[1]).toBe('1.234.567');
    await page.context().close();
  });

  test.each([undefined, { status: 503 }])(
    'stays a dash while the counter is down (%j), without a complaint',
    async (counter) => {
      const { page, asked, reports } = await visit(article, counter);
      expect(asked).toHaveLength(1);
      expect(await shown(page)).toEqual(['— lượt xem', '—', '—']);
      expect(reports.filter((report) => !report.startsWith('Failed to load resource'))).toEqual([]);
      await page.context().close();
    },
  );

  test('is never below the one that was saved, whose date goes when a newer one comes', async () => {
    const low = await visit('/', { total: 5 });
    expect((await shown(low.page))[0]).toBe('1.049.860');
    await low.page.context().close();
    const { page } = await visit('/', { total: 2_000_000 });
    expect((await shown(page))[0]).toBe('2.000.000');
    expect(await page.getByText('tính đến').last().isVisible()).toBe(false);
    await page.context().close();
  });

  test('waits until the page is seen', async () => {
    const { page } = await openPage(browser, `${newsroom}/bieu-tuong.svg`);
    await page.addInitScript(() => {
      Object.defineProperty(document, 'hidden', { get: () => !('seen' in window), configurable: true });
    });
    let asked = 0;
    await page.route('**/api/count/v1/**', (route) => {
      asked++;
      return route.fulfill({ json: { total: 5, today: 1, pages: {} } });
    });
    await page.goto(newsroom + article, { waitUntil: 'networkidle' });
    expect(asked).toBe(0);
    await page.evaluate(() => {
      Object.assign(window, { seen: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await page.getByText('5', { exact: true }).waitFor();
    expect(asked).toBe(1);
    await page.context().close();
  });

  test('without script is the saved one with its date on the home page, and no empty place on an article', async () => {
    const { page } = await openPage(browser, newsroom, { script: false });
    expect(await page.locator('.visits').innerText()).toContain('1.049.860');
    expect(await page.locator('.visits').getByText('tính đến 23/11/2026').isVisible()).toBe(true);
    await page.goto(newsroom + article);
    expect(await page.locator('.views').isVisible()).toBe(false);
    await page.context().close();
  });

  test('is printed with an article only when it is known', async () => {
    for (const [counter, visible] of [
      [undefined, false],
      [{}, true],
    ] as const) {
      const { page } = await visit(article, counter);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.views').isVisible()).toBe(visible);
      await page.context().close();
    }
  });
});

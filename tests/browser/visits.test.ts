import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { pageKinds } from '#bench/browser/page-kinds.ts';
import { openPage, type PageOptions } from './open-page.ts';
import { openServedSites } from './open-served-sites.ts';

const { newsroomOrigin, sharedBrowser } = await openServedSites();

/** The responses of a mock counter. */
interface Counter {
  readonly status?: number;
  readonly total?: number;
  readonly today?: number;
  readonly views?: number;
}

/** Opens a page without automation flags and with a mock counter; undefined fails every request to it. */
async function visit(
  address: string,
  counter: Counter | undefined,
  navigatorProperties: Readonly<Record<string, unknown>> = {},
  reader: PageOptions = {},
): Promise<{ page: Page; reports: string[]; requests: string[] }> {
  const { page, reports } = await openPage(sharedBrowser, `${newsroomOrigin}/bieu-tuong.svg`, reader);
  const requests: string[] = [];
  await page.addInitScript((set) => {
    for (const [name, value] of Object.entries({ webdriver: false, ...set }))
      Object.defineProperty(navigator, name, { value });
  }, navigatorProperties);
  await page.route('**/api/count/v1/**', async (route) => {
    const request = route.request();
    const { pathname, search } = new URL(request.url());
    requests.push(
      `${request.method()} ${pathname.slice('/api/count/v1'.length)}${search} ${request.postData() ?? ''}`.trim(),
    );
    if (!counter) return route.abort();
    const { total = 1_234_567, today = 12, views = 1234, status = 200 } = counter;
    const path = pageKinds.article;
    if (request.method() === 'POST')
      return status === 200
        ? route.fulfill({ json: { total, today, path, views, counted: true } })
        : route.fulfill({ status, body: '' });
    return route.fulfill({ json: { total, today, pages: { [path]: views } } });
  });
  await page.goto(newsroomOrigin + address);
  await page.waitForLoadState('networkidle');
  return { page, reports, requests };
}

const displayedCounts = (page: Page) => page.locator('[data-count]').allInnerTexts();
const article = pageKinds.article;
const readRequest = `GET /?p=${encodeURIComponent(article)}`;

describe.runIf(sharedBrowser)('the visit count', () => {
  test('arrives with the single counting request, without layout shift', async () => {
    const { page, requests, reports } = await visit(article, {});
    expect(requests).toEqual([`POST /hit ${article}`]);
    expect(await displayedCounts(page)).toEqual(
      ['1.234\u00A0lượt xem', '1.234.567', '12'].map((text) => expect.stringMatching(text.replace('\u00A0', '\\s'))),
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
    ['is automated', { webdriver: true }],
  ])('is only read when the browser %s', async (_, navigatorProperties) => {
    const { page, requests } = await visit(article, {}, navigatorProperties);
    expect(requests).toEqual([readRequest]);
    expect((await displayedCounts(page))[0]).toContain('1.234');
    await page.context().close();
  });

  test('is only read on a reload', async () => {
    const { page, requests } = await visit(article, {});
    await page.reload({ waitUntil: 'networkidle' });
    expect(requests).toEqual([`POST /hit ${article}`, readRequest]);
    await page.context().close();
  });

  test.each([pageKinds['withdrawn article'], pageKinds['not found']])(
    'is only read on a noindex page: %s',
    async (address) => {
      const { page, requests } = await visit(address, {});
      expect(requests).toEqual([`GET /?p=${encodeURIComponent(address)}`]);
      expect((await displayedCounts(page))[0]).toBe('1.234.567');
      await page.context().close();
    },
  );

  test('is read when the counter does not know the page', async () => {
    const { page, requests } = await visit(article, { status: 404 });
    expect(requests).toEqual([`POST /hit ${article}`, readRequest]);
    expect((await displayedCounts(page))[1]).toBe('1.234.567');
    await page.context().close();
  });

  test.each([undefined, { status: 503 }])(
    'stays a dash while the counter is down (%j), without script errors',
    async (counter) => {
      const { page, requests, reports } = await visit(article, counter);
      expect(requests).toHaveLength(1);
      expect(await displayedCounts(page)).toEqual(['', '—', '']);
      expect(reports.filter((report) => !report.startsWith('Failed to load resource'))).toEqual([]);
      await page.context().close();
    },
  );

  test.each([
    [{ total: 999, today: 0, views: 19 }, ['', '—', '']],
    [{ total: 1000, today: 1, views: 20 }, ['20 lượt xem', '1.000', '1']],
  ])('is not displayed while it is low: %j', async (counter, displayed) => {
    const { page } = await visit(article, counter);
    expect(await displayedCounts(page)).toEqual(displayed);
    expect(await page.getByText('Hôm nay:').isVisible()).toBe(counter.today > 0);
    await page.context().close();
  });

  test('is never below the saved count, whose date disappears with a newer count', async () => {
    const low = await visit('/', { total: 5 });
    expect((await displayedCounts(low.page))[0]).toBe('1.049.860');
    await low.page.context().close();
    const { page } = await visit('/', { total: 2_000_000 });
    expect((await displayedCounts(page))[0]).toBe('2.000.000');
    expect(await page.getByText('tính đến').last().isVisible()).toBe(false);
    await page.context().close();
  });

  test('is requested only once the page is visible', async () => {
    const { page } = await openPage(sharedBrowser, `${newsroomOrigin}/bieu-tuong.svg`);
    await page.addInitScript(() => {
      Object.defineProperty(document, 'hidden', { get: () => !('seen' in window), configurable: true });
    });
    let requests = 0;
    await page.route('**/api/count/v1/**', (route) => {
      requests++;
      return route.fulfill({ json: { total: 5000, today: 1, pages: {} } });
    });
    await page.goto(newsroomOrigin + article, { waitUntil: 'networkidle' });
    expect(requests).toBe(0);
    await page.evaluate(() => {
      Object.assign(window, { seen: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await page.getByText('5.000', { exact: true }).waitFor();
    expect(requests).toBe(1);
    await page.context().close();
  });

  test('without JavaScript is the saved count with its date on the home page, and hidden on an article', async () => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin, { javaScript: false });
    expect(await page.locator('.visits').innerText()).toContain('1.049.860');
    expect(await page.locator('.visits').getByText('tính đến 23/11/2026').isVisible()).toBe(true);
    await page.goto(newsroomOrigin + article);
    expect(await page.locator('[data-count="views"]').isVisible()).toBe(false);
    await page.context().close();
  });

  test('is not printed with an article', async () => {
    const { page } = await visit(article, {});
    expect(await page.locator('[data-count="views"]').isVisible()).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('[data-count="views"]').isVisible()).toBe(false);
    await page.context().close();
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { openBrowser } from '#bench/browser/open-browser.ts';
import { pageKinds } from '#bench/browser/page-kinds.ts';
import { readCounterSettings } from '#counter/node/counter-settings.ts';
import { openCounter } from '#counter/node/open-counter.ts';
import { openServer } from '#server/open-server.ts';
import { type RequestHandler, siteRequestListener } from '#server/site-request-listener.ts';
import { pageTimeout } from './open-page.ts';

const browser = await openBrowser({ asReader: true });
afterAll(() => browser?.close());

const article = pageKinds.article;
const readerAgent =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Mobile Safari/537.36';

/** A page with speculation rules that prerender the article. */
const prerenderPage: RequestHandler = ({ url }, response) => {
  if (url !== '/goi-truoc/') return false;
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(
    `<script type="speculationrules">{"prerender":[{"urls":["${article}"],"eagerness":"immediate"}]}</script><a href="${article}">Bài</a>`,
  );
  return true;
};

/** Serves the fixture newsroom with its own counter and records the requests to the counter. */
async function openSite() {
  const folder = mkdtempSync(join(tmpdir(), 'counter-'));
  const counter = openCounter(
    readCounterSettings(
      { COUNTER_DB: join(folder, 'counter.db'), COUNTER_SITEMAP: join(inject('newsroomDir'), 'sitemap.xml') },
      folder,
    ),
    () => {},
  );
  const requests: string[] = [];
  const countingHandler: RequestHandler = (request, response) => {
    const { method, url } = request;
    if (!counter.handle(request, response)) return false;
    response.once('finish', () =>
      requests.push(`${method} ${url?.slice('/api/count/v1'.length)} ${response.statusCode}`),
    );
    return true;
  };
  const prerendered = Promise.withResolvers<void>();
  const prerenderDetector: RequestHandler = ({ headers }) => {
    if (headers['sec-purpose']?.includes('prerender')) prerendered.resolve();
    return false;
  };
  const { origin, close } = await openServer(
    siteRequestListener(inject('newsroomDir'), [countingHandler, prerenderDetector, prerenderPage]),
    {
      host: '127.0.0.1',
      port: 0,
      onClose: [counter.close],
    },
  );
  const contexts: BrowserContext[] = [];
  onTestFinished(async () => {
    for (const context of contexts) await context.close();
    await close();
    rmSync(folder, { recursive: true });
  });
  return {
    origin,
    requests,
    prerendered: prerendered.promise,
    async reader(script = true): Promise<Page> {
      if (!browser) throw new Error('no browser');
      const context = await browser.newContext({ userAgent: readerAgent, javaScriptEnabled: script });
      context.setDefaultTimeout(pageTimeout);
      contexts.push(context);
      return context.newPage();
    },
    async numbers(): Promise<{ visits: number; home: number; article: number }> {
      const { total, pages } = await (await fetch(`${origin}/api/count/v1/?p=/&p=${article}`)).json();
      return { visits: total, home: pages['/'], article: pages[article] };
    },
  };
}

/** Runs an action that opens a page and waits for the response of the counter to that page. */
async function waitUntilCounted(page: Page, action: () => Promise<unknown>): Promise<void> {
  const response = page.waitForResponse(/\/api\/count\/v1\//);
  await action();
  await (await response).finished();
}

describe.runIf(browser)('a view is counted', () => {
  test('once per opened page, not for a reload; the next page is a view of the same visit', async () => {
    const { origin, requests, reader, numbers } = await openSite();
    const page = await reader();
    const reports: string[] = [];
    page.on('console', (message) => reports.push(message.text()));
    page.on('pageerror', (error) => reports.push(String(error)));
    await waitUntilCounted(page, () => page.goto(origin));
    expect(await numbers()).toEqual({ visits: 1, home: 1, article: 0 });
    await waitUntilCounted(page, () => page.reload());
    expect(await numbers()).toEqual({ visits: 1, home: 1, article: 0 });
    await waitUntilCounted(page, () => page.goto(origin + article));
    expect(await numbers()).toEqual({ visits: 1, home: 1, article: 1 });
    await expect.poll(() => page.locator('[data-count="today"]').textContent()).toMatch(/^1$/);
    expect(requests.filter((line) => !line.includes('&p='))).toEqual([
      'POST /hit 200',
      'GET /?p=%2F 200',
      'POST /hit 200',
    ]);
    expect(reports).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
  });

  test('not again after going back, with or without back/forward cache', async () => {
    const { origin, requests, reader } = await openSite();
    const page = await reader();
    await waitUntilCounted(page, () => page.goto(origin + article));
    await page.evaluate(() => addEventListener('pageshow', () => (document.title = 'kept')));
    await waitUntilCounted(page, () => page.goto(origin));
    // Not goBack(), which waits for a load: Chromium restores the cached page, but a headless shell has no such cache.
    await page.evaluate(() => void setTimeout(() => history.back()));
    await expect.poll(async () => (await page.title()) === 'kept' || requests.length === 3).toBe(true);
    expect(requests.filter((line) => line.startsWith('POST'))).toHaveLength(2);
    expect(requests.slice(2).every((line) => line.startsWith('GET /?p='))).toBe(true);
  });

  test('when a prerendered page is activated, not before', async () => {
    const { origin, requests, reader, prerendered, numbers } = await openSite();
    const page = await reader();
    await page.goto(`${origin}/goi-truoc/`);
    await prerendered;
    expect(await numbers()).toEqual({ visits: 0, home: 0, article: 0 });
    requests.length = 0;
    await page.getByRole('link').click();
    await expect.poll(() => requests).toEqual(['POST /hit 200']);
    expect(await numbers()).toEqual({ visits: 1, home: 0, article: 1 });
  });
});

describe.runIf(browser)('nothing is counted', () => {
  test('from a page of another site', async () => {
    const { origin, requests, reader, numbers } = await openSite();
    const other = await openServer((_request, response) => void response.end('<title>Trang khác</title>'), {
      host: '127.0.0.1',
      port: 0,
    });
    onTestFinished(() => other.close());
    const page = await reader();
    await page.goto(other.origin);
    await page.evaluate(
      (hit) => fetch(hit, { method: 'POST', body: '/', mode: 'no-cors' }).catch(() => {}),
      `${origin}/api/count/v1/hit`,
    );
    expect(requests).toEqual(['POST /hit 403']);
    expect(await numbers()).toEqual({ visits: 0, home: 0, article: 0 });
  });

  test('without JavaScript; the page is complete', async () => {
    const { origin, requests, reader } = await openSite();
    const page = await reader(false);
    await page.goto(origin + article);
    expect(await page.locator('[data-count="total"]').textContent()).toContain('—');
    expect(await page.locator('[data-count="views"]').isVisible()).toBe(false);
    expect(requests).toEqual([]);
  });
});

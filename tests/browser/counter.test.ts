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
import { type Handler, siteServer } from '#server/site-server.ts';

const browser = await openBrowser({ asReader: true });
afterAll(() => browser?.close());

const article = pageKinds.article;
const readerAgent =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Mobile Safari/537.36';

/** A page of ours that asks the browser to make the article ready before its link is followed. */
const prerenders: Handler = ({ url }, response) => {
  if (url !== '/goi-truoc/') return false;
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(
    `<script type="speculationrules">{"prerender":[{"urls":["${article}"],"eagerness":"immediate"}]}</script><a href="${article}">Bài</a>`,
  );
  return true;
};

/** The fixture newsroom with a counter of its own, and what reaches it. */
async function site() {
  const folder = mkdtempSync(join(tmpdir(), 'counter-'));
  const counter = openCounter(
    readCounterSettings(
      { COUNTER_DB: join(folder, 'counter.db'), COUNTER_SITEMAP: join(inject('newsroomDir'), 'sitemap.xml') },
      folder,
    ),
    () => {},
  );
  const asked: string[] = [];
  const watched: Handler = (request, response) => {
    const { method, url } = request;
    if (!counter.handle(request, response)) return false;
    response.once('finish', () => asked.push(`${method} ${url?.slice('/api/count/v1'.length)} ${response.statusCode}`));
    return true;
  };
  const prerendered = Promise.withResolvers<void>();
  const noted: Handler = ({ headers }) => {
    if (headers['sec-purpose']?.includes('prerender')) prerendered.resolve();
    return false;
  };
  const { origin, close } = await openServer(siteServer(inject('newsroomDir'), [watched, noted, prerenders]), {
    host: '127.0.0.1',
    port: 0,
    closing: [counter.close],
  });
  const contexts: BrowserContext[] = [];
  onTestFinished(async () => {
    for (const context of contexts) await context.close();
    await close();
    rmSync(folder, { recursive: true });
  });
  return {
    origin,
    asked,
    prerendered: prerendered.promise,
    async reader(script = true): Promise<Page> {
      if (!browser) throw new Error('no browser');
      const context = await browser.newContext({ userAgent: readerAgent, javaScriptEnabled: script });
      contexts.push(context);
      return context.newPage();
    },
    async numbers(): Promise<{ visits: number; home: number; article: number }> {
      const { total, pages } = await (await fetch(`${origin}/api/count/v1/?p=/&p=${article}`)).json();
      return { visits: total, home: pages['/'], article: pages[article] };
    },
  };
}

/** Does something that opens a page, and waits until the page has had its answer from the counter. */
async function counted(page: Page, action: () => Promise<unknown>): Promise<void> {
  const answered = page.waitForResponse(/\/api\/count\/v1\//);
  await action();
  await (await answered).finished();
}

describe.runIf(browser)('a reader is counted', () => {
  test('once for a page they open, not for a reload; the next page is a view of the same visit', async () => {
    const { origin, asked, reader, numbers } = await site();
    const page = await reader();
    const reports: string[] = [];
    page.on('console', (message) => reports.push(message.text()));
    page.on('pageerror', (error) => reports.push(String(error)));
    await counted(page, () => page.goto(origin));
    expect(await numbers()).toEqual({ visits: 1, home: 1, article: 0 });
    await counted(page, () => page.reload());
    expect(await numbers()).toEqual({ visits: 1, home: 1, article: 0 });
    await counted(page, () => page.goto(origin + article));
    expect(await numbers()).toEqual({ visits: 1, home: 1, article: 1 });
    await expect.poll(() => page.locator('[data-count="views"]').textContent()).toMatch(/^1\s/);
    expect(asked.filter((line) => !line.includes('&p='))).toEqual([
      'POST /hit 200',
      'GET /?p=%2F 200',
      'POST /hit 200',
    ]);
    expect(reports).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
  });

  test('not again when they go back, whether the browser kept the page or loads it anew', async () => {
    const { origin, asked, reader } = await site();
    const page = await reader();
    await counted(page, () => page.goto(origin + article));
    await page.evaluate(() => addEventListener('pageshow', () => (document.title = 'kept')));
    await counted(page, () => page.goto(origin));
    // Not goBack(), which waits for a page to load: a full Chromium shows the one it kept, a headless shell keeps none.
    await page.evaluate(() => void setTimeout(() => history.back()));
    await expect.poll(async () => (await page.title()) === 'kept' || asked.length === 3).toBe(true);
    expect(asked.filter((line) => line.startsWith('POST'))).toHaveLength(2);
    expect(asked.slice(2).every((line) => line.startsWith('GET /?p='))).toBe(true);
  });

  test('when a page made ready beforehand is shown to them, not before', async () => {
    const { origin, asked, reader, prerendered, numbers } = await site();
    const page = await reader();
    await page.goto(`${origin}/goi-truoc/`);
    await prerendered;
    expect(await numbers()).toEqual({ visits: 0, home: 0, article: 0 });
    asked.length = 0;
    await page.getByRole('link').click();
    await expect.poll(() => asked).toEqual(['POST /hit 200']);
    expect(await numbers()).toEqual({ visits: 1, home: 0, article: 1 });
  });
});

describe.runIf(browser)('nobody is counted', () => {
  test('from a page of another site', async () => {
    const { origin, asked, reader, numbers } = await site();
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
    expect(asked).toEqual(['POST /hit 403']);
    expect(await numbers()).toEqual({ visits: 0, home: 0, article: 0 });
  });

  test('without script; the page is whole', async () => {
    const { origin, asked, reader } = await site();
    const page = await reader(false);
    await page.goto(origin + article);
    expect(await page.locator('[data-count="total"]').textContent()).toContain('—');
    expect(await page.locator('[data-count="views"]').isVisible()).toBe(false);
    expect(asked).toEqual([]);
  });
});

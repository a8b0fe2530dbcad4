import type { Browser } from 'playwright-core';
import { phone } from './phone.ts';

/** "Slow 4G" as Lighthouse emulates it in a browser: 562 ms for each request, 1.44 Mbit/s down, 0.66 Mbit/s up. */
const slow4g = { latency: 562.5, downloadThroughput: (1474.56 * 1024) / 8, uploadThroughput: (675 * 1024) / 8 };

/** Milliseconds from a first visit to a page to its first contentful paint, over an emulated slow 4G. */
export async function firstPaint(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.emulateNetworkConditions', { offline: false, ...slow4g });
  await page.goto(url);
  const milliseconds = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          for (const { name, startTime } of list.getEntries())
            if (name === 'first-contentful-paint') resolve(startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
  await context.close();
  return milliseconds;
}

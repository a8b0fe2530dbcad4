import { describe, expect, test } from 'vitest';
import { fullArticleAddress } from '#bench/browser/page-kinds.ts';
import { openPage } from './open-page.ts';
import { openServedSites } from './open-served-sites.ts';

const { everyStateOrigin, sharedBrowser } = await openServedSites();

describe.runIf(sharedBrowser)('a video', () => {
  test('is not fetched before it is played, then plays the file of the article', async () => {
    const { page, reports } = await openPage(sharedBrowser, everyStateOrigin);
    const requestedUrls: string[] = [];
    page.on('request', (request) => requestedUrls.push(request.url()));
    await page.goto(everyStateOrigin + fullArticleAddress);
    const video = page.locator('video');
    await video.scrollIntoViewIfNeeded();
    await page.locator('.video a').scrollIntoViewIfNeeded();
    await page.waitForLoadState('networkidle');
    expect(requestedUrls.filter((url) => !url.startsWith(everyStateOrigin) || url.endsWith('.mp4'))).toEqual([]);

    const played = video.evaluate(
      (element: HTMLVideoElement) =>
        new Promise((done) => element.addEventListener('ended', () => done(element.videoWidth), { once: true })),
    );
    await video.evaluate((element: HTMLVideoElement) => element.play());
    expect(await played).toBe(160);
    expect(reports).toEqual([]);
    await page.context().close();
  });

  test('of another site opens there, and the link has the host name', async () => {
    const { page } = await openPage(sharedBrowser, everyStateOrigin + fullArticleAddress);
    const link = page.getByRole('link', { name: 'Xem video ở example.org (mở thẻ mới)' });
    await page.context().route('https://www.example.org/**', (route) => route.fulfill({ body: 'phim' }));
    const [other] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
    expect(other.url()).toBe('https://www.example.org/phim/tram-bom?v=1');
    expect(new URL(page.url()).pathname).toBe(fullArticleAddress);
    await page.context().close();
  });
});

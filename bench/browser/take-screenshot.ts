import type { Browser } from 'playwright-core';

/** The options of a screenshot. */
export interface ScreenshotOptions {
  readonly width: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly print?: boolean;
  /** Whether the whole page is captured instead of the viewport. */
  readonly fullPage?: boolean;
}

/** A PNG of a page as a returning reader sees it: with the headings' font and all pictures loaded. */
export async function takeScreenshot(browser: Browser, url: string, options: ScreenshotOptions): Promise<Buffer> {
  const page = await browser.newPage({
    viewport: { width: options.width, height: options.height ?? 900 },
    colorScheme: options.dark ? 'dark' : 'light',
    // The inline style is changed below, so it no longer matches its hash in the policy.
    bypassCSP: true,
  });
  await page.emulateMedia({ media: options.print ? 'print' : 'screen' });
  await page.route(url, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    await route.fulfill({ response, body: html.replaceAll('font-display:optional', 'font-display:block') });
  });
  await page.goto(url);
  await page.evaluate(async () => {
    const pictures = [...document.images];
    for (const picture of pictures) picture.loading = 'eager';
    await Promise.allSettled(pictures.map((picture) => picture.decode()));
    await document.fonts.ready;
  });
  const bytes = await page.screenshot({ fullPage: options.fullPage ?? false });
  await page.close();
  return bytes;
}

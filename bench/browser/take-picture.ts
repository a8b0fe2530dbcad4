import type { Browser } from 'playwright-core';

/** How a page is looked at. */
export interface Look {
  readonly width: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly print?: boolean;
  /** The page from top to bottom, and not only its first screen. */
  readonly whole?: boolean;
}

/** A picture of a page as a returning reader sees it: the font of the headings is there, and every picture. */
export async function takePicture(browser: Browser, url: string, look: Look): Promise<Buffer> {
  const page = await browser.newPage({
    viewport: { width: look.width, height: look.height ?? 900 },
    colorScheme: look.dark ? 'dark' : 'light',
    // The style is about to be changed, so its hash in the policy no longer fits.
    bypassCSP: true,
  });
  await page.emulateMedia({ media: look.print ? 'print' : 'screen' });
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
  const bytes = await page.screenshot({ fullPage: look.whole ?? false });
  await page.close();
  return bytes;
}

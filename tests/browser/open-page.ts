import type { Browser, Page } from 'playwright-core';

/** How a reader's browser is set. */
export interface Reader {
  readonly width?: number;
  readonly dark?: boolean;
  readonly script?: boolean;
  readonly contrast?: 'more';
  readonly forcedColors?: 'active';
  readonly reducedMotion?: 'reduce';
  readonly media?: 'print';
  /** Whether the site's service worker may run: it would answer in place of what a test says of the network. */
  readonly worker?: boolean;
  /** What the browser kept of an earlier visit. */
  readonly kept?: Readonly<Record<string, string>>;
}

/** A page in a browser of its own, and what it reports: errors on the console, exceptions. */
export async function openPage(
  browser: Browser | undefined,
  url: string,
  reader: Reader = {},
): Promise<{ page: Page; reports: string[] }> {
  if (!browser) throw new Error('no browser');
  const context = await browser.newContext({
    colorScheme: reader.dark ? 'dark' : 'light',
    contrast: reader.contrast ?? 'no-preference',
    forcedColors: reader.forcedColors ?? 'none',
    reducedMotion: reader.reducedMotion ?? 'no-preference',
    javaScriptEnabled: reader.script ?? true,
    serviceWorkers: reader.worker ? 'allow' : 'block',
    viewport: { width: reader.width ?? 390, height: 800 },
  });
  if (reader.kept)
    await context.addInitScript((kept) => {
      for (const [name, value] of Object.entries(kept)) localStorage.setItem(name, value);
    }, reader.kept);
  const page = await context.newPage();
  if (reader.media) await page.emulateMedia({ media: reader.media });
  const reports: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) reports.push(message.text());
  });
  page.on('pageerror', (error) => reports.push(String(error)));
  await page.goto(url);
  return { page, reports };
}

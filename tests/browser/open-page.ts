import type { Browser, Page } from 'playwright-core';

/** Options of the browser context and the page. */
export interface PageOptions {
  readonly width?: number;
  readonly dark?: boolean;
  /** Whether the screen is touched, on a telephone. */
  readonly touch?: boolean;
  readonly javaScript?: boolean;
  readonly contrast?: 'more';
  readonly forcedColors?: 'active';
  readonly media?: 'print';
  /** Whether the service worker may run; false by default, since it bypasses the request routes of a test. */
  readonly serviceWorker?: boolean;
  /** Initial entries of localStorage. */
  readonly localStorage?: Readonly<Record<string, string>>;
}

/** How long an action or a wait on a page may take, in milliseconds: less than a test, so that its error names it. */
export const pageTimeout = 120_000;

/** Opens a page in its own browser context. `reports` collects its console errors and exceptions. */
export async function openPage(
  browser: Browser | undefined,
  url: string,
  options: PageOptions = {},
): Promise<{ page: Page; reports: string[] }> {
  if (!browser) throw new Error('no browser');
  const context = await browser.newContext({
    colorScheme: options.dark ? 'dark' : 'light',
    contrast: options.contrast ?? 'no-preference',
    forcedColors: options.forcedColors ?? 'none',
    javaScriptEnabled: options.javaScript ?? true,
    serviceWorkers: options.serviceWorker ? 'allow' : 'block',
    hasTouch: options.touch ?? false,
    isMobile: options.touch ?? false,
    viewport: { width: options.width ?? 390, height: 800 },
  });
  context.setDefaultTimeout(pageTimeout);
  if (options.localStorage)
    await context.addInitScript((kept) => {
      for (const [name, value] of Object.entries(kept)) localStorage.setItem(name, value);
    }, options.localStorage);
  const page = await context.newPage();
  if (options.media) await page.emulateMedia({ media: options.media });
  const reports: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) reports.push(message.text());
  });
  page.on('pageerror', (error) => reports.push(String(error)));
  await page.goto(url);
  return { page, reports };
}

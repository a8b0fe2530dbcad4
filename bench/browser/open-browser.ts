import { type Browser, chromium } from 'playwright-core';
import { type BrowserOptions, launchChromium } from './launch-chromium.ts';

/** Opens a browser that ends with this process. Resolves to undefined if there is none; throws in CI. */
export function openBrowser(options?: BrowserOptions): Promise<Browser | undefined> {
  return launchChromium((launch) => chromium.launch(launch), options);
}

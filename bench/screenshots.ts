import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { projectRoot, readSettings } from '#site/settings.ts';
import { openBrowser } from './browser/open-browser.ts';
import { serveFolder } from './browser/serve-folder.ts';
import { takeDocsScreenshots } from './browser/take-docs-screenshots.ts';
import { takeScreenshot } from './browser/take-screenshot.ts';

// With --docs, takes the screenshots of README and the editors' guide. Otherwise takes screenshots of a built site
// (OUTPUT_DIR) in every width, light, dark and for print: the first argument is the folder, the others are addresses,
// by default the home page.
async function takeAllScreenshots(browser: Browser, folder: string, addresses: readonly string[]): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const { origin, close } = await serveFolder(readSettings(process.env, new Date()).outputDir);
  for (const [index, address] of addresses.entries())
    for (const width of [320, 768, 1440])
      for (const medium of ['light', 'dark', 'print'] as const) {
        const bytes = await takeScreenshot(browser, origin + address, {
          width,
          dark: medium === 'dark',
          print: medium === 'print',
          fullPage: true,
        });
        writeFileSync(join(folder, `${index + 1}-${width}-${medium}.png`), bytes);
      }
  await close();
  return folder;
}

const [first = join(projectRoot, '.cache', 'screenshots'), ...addresses] = process.argv.slice(2);
const browser = await openBrowser({ locale: 'vi_VN' });
if (!browser) process.exit(1);
const folder = await (first === '--docs'
  ? takeDocsScreenshots(browser)
  : takeAllScreenshots(browser, first, addresses.length > 0 ? addresses : ['/']));
await browser.close();
console.log(`Xong: ${folder}`);

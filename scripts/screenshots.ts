import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings, root } from '#site/settings.ts';
import { openBrowser } from '#tests/browser/open-browser.ts';
import { serveFolder } from '#tests/browser/serve-folder.ts';

// Pictures of a built site (OUTPUT_DIR): every width, light, dark and print, into the folder named as first argument;
// addresses after it, the home page without any.
const [folder = join(root, '.cache', 'screenshots'), ...addresses] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const browser = await openBrowser();
if (!browser) process.exit(1);
const { origin, server } = await serveFolder(readSettings(process.env, new Date()).outputDir);
for (const [index, address] of (addresses.length > 0 ? addresses : ['/']).entries()) {
  for (const width of [320, 768, 1440])
    for (const look of ['light', 'dark', 'print'] as const) {
      const page = await browser.newPage({
        viewport: { width, height: 900 },
        colorScheme: look === 'dark' ? 'dark' : 'light',
      });
      if (look === 'print') await page.emulateMedia({ media: 'print' });
      await page.goto(origin + address);
      await page.reload();
      await page.screenshot({
        path: join(folder, `${index + 1}-${width}-${look}.png`),
        fullPage: width !== 1440 || look !== 'print',
      });
      await page.close();
    }
}
await browser.close();
server.close();
console.log(`Xong: ${folder}`);

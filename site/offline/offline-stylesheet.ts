import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fontAddresses } from '#site/assets/assets.ts';
import { stylesheet } from '#site/assets/stylesheet.ts';

/** The style of the site with its fonts in it: a browser that lets no file read another one still shows them. */
export async function offlineStylesheet(siteFolder: string): Promise<string> {
  // On a disk the fonts are at hand before anything is seen; what is `optional` would miss the first page by a blink.
  let css = (await stylesheet('')).replaceAll('font-display:optional', 'font-display:block');
  for (const address of fontAddresses) {
    const font = await readFile(join(siteFolder, address), 'base64');
    css = css.replaceAll(address, `data:font/woff2;base64,${font}`);
  }
  return css;
}

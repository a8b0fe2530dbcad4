import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fontAddresses } from '#site/assets/assets.ts';
import { stylesheet } from '#site/assets/stylesheet.ts';

/** The site's stylesheet with inline fonts, for browsers that do not load fonts from file: URLs. */
export async function offlineCopyStylesheet(siteFolder: string): Promise<string> {
  // Inline fonts are ready almost at once, but with `optional` the first page could be painted without them.
  let css = (await stylesheet('')).replaceAll('font-display:optional', 'font-display:block');
  for (const address of fontAddresses) {
    const font = await readFile(join(siteFolder, address), 'base64');
    css = css.replaceAll(address, `data:font/woff2;base64,${font}`);
  }
  return css;
}

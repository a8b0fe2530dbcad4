import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SiteColors } from '#news/site-colors.ts';
import { fontAddress } from '#site/assets/assets.ts';
import { completeStylesheet } from '#site/assets/stylesheet.ts';

/** The site's stylesheet with its font inline, for browsers that do not load fonts from file: URLs. */
export async function offlineCopyStylesheet(siteFolder: string, colors: SiteColors): Promise<string> {
  // An inline font is ready almost at once, but with `optional` the first page could be painted without it.
  const css = (await completeStylesheet(colors)).replaceAll('font-display:optional', 'font-display:block');
  const font = await readFile(join(siteFolder, fontAddress), 'base64');
  return css.replaceAll(fontAddress, `data:font/woff2;base64,${font}`);
}

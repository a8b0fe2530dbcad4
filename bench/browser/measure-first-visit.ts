import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { precompress } from '#site/build/precompress.ts';
import { pageFile } from '#site/pages/page.ts';
import { SettingsError } from '#site/settings.ts';
import type { FirstVisit } from '../report/bench-results.ts';
import { countRequests } from './count-requests.ts';
import { firstPaint } from './first-paint.ts';
import { openBrowser } from './open-browser.ts';
import { serveFolder } from './serve-folder.ts';
import { serveWithCounter } from './serve-with-counter.ts';

const rounds = 5;

/** A page of a built site. */
export interface SitePage {
  readonly folder: string;
  readonly address: string;
}

/**
 * Measures a first visit to a page of a site of ours, which it precompresses, and its first paint in turns with that of
 * another site, of which `work` gets a copy. Undefined if no browser starts.
 */
export async function measureFirstVisit(
  work: string,
  own: SitePage,
  other: SitePage | undefined,
): Promise<FirstVisit | undefined> {
  if (other && !existsSync(join(other.folder, pageFile(other.address))))
    throw new SettingsError(`Trong ${other.folder} không có trang ${other.address}: xem bench/README.md.`);
  const browser = await openBrowser({ asReader: true });
  if (!browser) return undefined;
  const closing = [() => browser.close()];
  try {
    await precompress(own.folder);
    const site = await serveWithCounter(own.folder, join(work, 'visit.db'));
    closing.push(site.close);
    const counted = await countRequests(browser, site, own.address);
    const urls = [site.origin + own.address];
    if (other) {
      const copy = join(work, 'other-site');
      cpSync(other.folder, copy, { recursive: true });
      await precompress(copy);
      const otherSite = await serveFolder(copy);
      closing.push(otherSite.close);
      urls.push(otherSite.origin + other.address);
    }
    const paints: number[][] = urls.map(() => []);
    for (let round = 0; round < rounds; round++)
      for (const [index, url] of urls.entries()) paints[index]?.push(await firstPaint(browser, url));
    const [paint = [], otherPaint] = paints;
    return { ...counted, paint, ...(otherPaint && { otherPaint }) };
  } finally {
    for (const close of closing.toReversed()) await close();
  }
}

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SettingsError } from '#site/settings.ts';
import type { DeployedSitemap } from './check-published.ts';

/** The deployed sitemap; for a sitemap index, its parts, which must be in the same folder. */
export function deployedSitemaps(path: string): DeployedSitemap[] {
  const sitemap = readFileSync(path, 'utf8');
  if (!/<sitemapindex[\s>]/.test(sitemap)) return [{ path, sitemap }];
  return [...sitemap.matchAll(/\/([^/<\s]+)\s*<\/loc>/g)].map(([, name = '']) => {
    const part = join(dirname(path), name);
    if (!existsSync(part))
      throw new SettingsError(`${path} chia thành nhiều tệp mà không thấy “${part}”: chép cả tệp ấy về cạnh nó.`);
    return { path: part, sitemap: readFileSync(part, 'utf8') };
  });
}

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SettingsError } from '#site/settings.ts';
import { deployedFile } from './deployed-site.ts';
import { sitemapParts } from './deployed-sitemaps.ts';

/** In ms, for each file. */
const timeout = 30_000;

/**
 * Replaces the record in a folder by what the public site says of its own deployment: its sitemaps and `deployedFile`. A
 * site that answers 404 has not been deployed yet, and leaves the folder empty. Throws a SettingsError if it cannot be
 * asked; then the folder stays as it is.
 */
export async function fetchDeployedSite(siteUrl: string, folder: string): Promise<void> {
  const files = new Map<string, string>();
  const fetchFile = async (name: string): Promise<string | undefined> => {
    const url = `${siteUrl.replace(/\/+$/, '')}/${name}`;
    const response = await fetch(url, { signal: AbortSignal.timeout(timeout), cache: 'no-store' }).catch((error) => {
      throw new SettingsError(`Không xem được trang đang đăng (${url}: ${error}): thử lại sau.`);
    });
    if (response.status === 404) return undefined;
    if (!response.ok) throw new SettingsError(`Không xem được trang đang đăng (${url} trả lời ${response.status}).`);
    const text = await response.text();
    files.set(name, text);
    return text;
  };
  const sitemap = await fetchFile('sitemap.xml');
  const others = sitemap === undefined ? [] : [...sitemapParts(sitemap), deployedFile];
  for (const name of others) await fetchFile(name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, text] of files) await writeFile(join(folder, name), text);
}

import { createReadStream } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { oldAddressesFolder } from '#news/old-address.ts';
import type { Organisation } from '#news/organisation.ts';
import type { Settings } from '#site/settings.ts';
import { convertToOfflineCopyPage, stylesheetFileName } from './convert-to-offline-copy-page.ts';
import { type CopiedSite, isInOfflineCopy, offlineCopyFilePath } from './copied-site.ts';
import { offlineCopyStylesheet } from './offline-copy-stylesheet.ts';
import { readMeFileName, readMeText } from './read-me-text.ts';

/** One file of the offline copy; opened only when it is written, so that no two are in memory. */
export interface OfflineCopyFile {
  readonly path: string;
  readonly open: () => Readable;
}

/** Lists the files and old addresses of a built site, for copying it. */
export async function scanBuiltSite(siteFolder: string, settings: Settings): Promise<CopiedSite> {
  const { origin, base, now } = settings;
  const files = new Set<string>();
  const oldAddresses = new Map<string, string>();
  for await (const entry of glob('**/*', { cwd: siteFolder, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const file = path.slice(siteFolder.length + 1).replaceAll('\\', '/');
    files.add(file);
    if (!`/${file}`.startsWith(oldAddressesFolder)) continue;
    for (const [key, to] of Object.entries<string>(JSON.parse(await readFile(path, 'utf8')))) oldAddresses.set(key, to);
  }
  return { origin, base, hasPublicUrl: settings.hasPublicUrl, date: now, files, oldAddresses };
}

/** Every file of the offline copy: read-me, stylesheet, pages, then the files that pages use or link to. */
export async function* offlineCopyFiles(
  siteFolder: string,
  { name, colors }: Pick<Organisation, 'name' | 'colors'>,
  site: CopiedSite,
): AsyncGenerator<OfflineCopyFile> {
  const sortedFiles = (files: Iterable<string>) => [...files].filter((file) => isInOfflineCopy(file, site)).sort();
  yield { path: readMeFileName, open: () => streamOf(readMeText(name, site)) };
  yield { path: stylesheetFileName, open: () => streamOf(offlineCopyStylesheet(siteFolder, colors)) };
  const linked = new Set<string>();
  for (const page of sortedFiles(site.files)) {
    if (!page.endsWith('.html')) continue;
    const convert = async () => {
      const { text, files } = convertToOfflineCopyPage(await readFile(join(siteFolder, page), 'utf8'), page, site);
      for (const file of files) if (!file.endsWith('.html')) linked.add(file);
      return text;
    };
    yield { path: offlineCopyFilePath(page), open: () => streamOf(convert()) };
  }
  for (const file of sortedFiles(linked))
    yield { path: offlineCopyFilePath(file), open: () => createReadStream(join(siteFolder, file)) };
}

function streamOf(text: string | Promise<string>): Readable {
  return Readable.from(
    (async function* () {
      yield Buffer.from(await text);
    })(),
  );
}

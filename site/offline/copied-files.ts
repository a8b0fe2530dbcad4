import { createReadStream } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { oldAddressesFolder } from '#news/old-address.ts';
import type { Settings } from '#site/settings.ts';
import { offlinePage, stylesheetFile } from './offline-page.ts';
import { offlineStylesheet } from './offline-stylesheet.ts';
import { readMeFile, readMeFirst } from './read-me-first.ts';
import { copyPath, isCopied, type ReadingCopy } from './reading-copy.ts';

/** One file of the offline copy; opened only when it is written, so that no two are in memory. */
export interface CopiedFile {
  readonly path: string;
  readonly open: () => Readable;
}

/** Lists the files and old addresses of a built site, for copying it. */
export async function readingCopy(siteFolder: string, settings: Settings): Promise<ReadingCopy> {
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
  return { origin, base, public: settings.public, day: now, files, oldAddresses };
}

/** Every file of the offline copy: read-me, stylesheet, pages, then the files that pages use or link to. */
export async function* copiedFiles(siteFolder: string, name: string, site: ReadingCopy): AsyncGenerator<CopiedFile> {
  const sortedFiles = (files: Iterable<string>) => [...files].filter((file) => isCopied(file, site)).sort();
  yield { path: readMeFile, open: () => streamOf(readMeFirst(name, site)) };
  yield { path: stylesheetFile, open: () => streamOf(offlineStylesheet(siteFolder)) };
  const linked = new Set<string>();
  for (const page of sortedFiles(site.files)) {
    if (!page.endsWith('.html')) continue;
    const convert = async () => {
      const { text, files } = offlinePage(await readFile(join(siteFolder, page), 'utf8'), page, site);
      for (const file of files) if (!file.endsWith('.html')) linked.add(file);
      return text;
    };
    yield { path: copyPath(page), open: () => streamOf(convert()) };
  }
  for (const file of sortedFiles(linked))
    yield { path: copyPath(file), open: () => createReadStream(join(siteFolder, file)) };
}

function streamOf(text: string | Promise<string>): Readable {
  return Readable.from(
    (async function* () {
      yield Buffer.from(await text);
    })(),
  );
}

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

/** One file of the copy; opened when its turn has come, so that no more than one is held. */
export interface CopiedFile {
  readonly path: string;
  readonly open: () => Readable;
}

/** What a copy of a built site is made of. */
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

/** Every file of the copy of a built site: what is read first, the pages, then what they show and lead to. */
export async function* copiedFiles(siteFolder: string, name: string, copy: ReadingCopy): AsyncGenerator<CopiedFile> {
  const inOrder = (files: Iterable<string>) => [...files].filter((file) => isCopied(file, copy)).sort();
  yield { path: readMeFile, open: () => streamOf(readMeFirst(name, copy)) };
  yield { path: stylesheetFile, open: () => streamOf(offlineStylesheet(siteFolder)) };
  const named = new Set<string>();
  for (const page of inOrder(copy.files)) {
    if (!page.endsWith('.html')) continue;
    const read = async () => {
      const { text, files } = offlinePage(await readFile(join(siteFolder, page), 'utf8'), page, copy);
      for (const file of files) if (!file.endsWith('.html')) named.add(file);
      return text;
    };
    yield { path: copyPath(page), open: () => streamOf(read()) };
  }
  for (const file of inOrder(named))
    yield { path: copyPath(file), open: () => createReadStream(join(siteFolder, file)) };
}

function streamOf(text: string | Promise<string>): Readable {
  return Readable.from(
    (async function* () {
      yield Buffer.from(await text);
    })(),
  );
}

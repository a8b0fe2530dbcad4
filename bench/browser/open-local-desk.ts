import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { filesIn } from '#site/cache/files-in.ts';

/** The files of a desk in a browser. */
export interface LocalDeskFiles {
  /** The text of a file as the desk wrote it: "content/articles/2026/tin.md" */
  readonly readFile: (path: string) => Promise<string>;
  readonly readBytes: (path: string) => Promise<Buffer>;
  /** The paths of all files. */
  readonly listFiles: () => Promise<string[]>;
}

/**
 * Goes to the desk of a served site, on a page that shows another file of this site. The files of a folder are put into
 * the private file system of the browser, whose folder takes the place of the one that an editor would pick.
 */
export async function openLocalDesk(page: Page, origin: string, contentDir: string): Promise<LocalDeskFiles> {
  const files = [...filesIn(contentDir)].map((name) => ({
    path: `content/${name}`,
    bytes: readFileSync(join(contentDir, name)).toString('base64'),
  }));
  await page.evaluate(writeFiles, [...files, { path: '.git/config', bytes: '' }]);
  await page.addInitScript(() => {
    Object.assign(window, {
      showDirectoryPicker: async () => (await navigator.storage.getDirectory()).getDirectoryHandle('site'),
    });
  });
  await page.goto(`${origin}/admin/`);
  const readBytes = async (path: string) => Buffer.from(await page.evaluate(readBase64, path), 'base64');
  return {
    readFile: async (path) => (await readBytes(path)).toString(),
    ...{ readBytes, listFiles: () => page.evaluate(listPaths) },
  };
}

async function writeFiles(files: readonly { readonly path: string; readonly bytes: string }[]): Promise<void> {
  const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('site', { create: true });
  for (const { path, bytes } of files) {
    const folders = path.split('/');
    const name = folders.pop() ?? '';
    let folder = root;
    for (const part of folders) folder = await folder.getDirectoryHandle(part, { create: true });
    const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await stream.write(Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0)));
    await stream.close();
  }
}

async function readBase64(path: string): Promise<string> {
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('site');
  for (const part of folders) folder = await folder.getDirectoryHandle(part);
  const bytes = new Uint8Array(await (await (await folder.getFileHandle(name)).getFile()).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

async function listPaths(): Promise<string[]> {
  const walk = async (folder: FileSystemDirectoryHandle, parent: string): Promise<string[]> => {
    const paths: string[] = [];
    const entries = (folder as unknown as { entries(): AsyncIterable<[string, FileSystemHandle]> }).entries();
    for await (const [name, handle] of entries)
      paths.push(
        ...(handle.kind === 'directory'
          ? await walk(handle as FileSystemDirectoryHandle, `${parent}${name}/`)
          : [parent + name]),
      );
    return paths;
  };
  const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('site');
  return (await walk(root, '')).sort();
}

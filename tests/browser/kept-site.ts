import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { openServer } from '#server/open-server.ts';
import { siteServer } from '#server/site-server.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** A built site that a test may change, as it is served, and what was asked of it. */
export interface KeptSite {
  readonly origin: string;
  readonly folder: string;
  /** The paths asked for, oldest first. */
  readonly asked: string[];
  /** Takes a request and never answers, while it is true. */
  hangs: boolean;
  /** Puts other words into a file. */
  change(path: string, from: string | RegExp, to: string): void;
  remove(path: string): void;
}

/** Serves a copy of a built site for one test, below `base`. */
export async function keptSite(built: string, base = ''): Promise<KeptSite> {
  const folder = join(temporaryFolder(), 'site');
  cpSync(built, folder, { recursive: true });
  const asked: string[] = [];
  const site: KeptSite = {
    origin: '',
    folder,
    asked,
    hangs: false,
    change(path, from, to) {
      const before = readFileSync(join(folder, path), 'utf8');
      const after = before.replace(from, to);
      if (after === before) throw new Error(`${path} does not hold ${from}`);
      writeFileSync(join(folder, path), after);
    },
    remove: (path) => rmSync(join(folder, path)),
  };
  const listens = siteServer(
    folder,
    [
      ({ url = '' }) => {
        asked.push(url);
        return site.hangs;
      },
    ],
    base,
  );
  const { origin, close } = await openServer(listens, { host: '127.0.0.1', port: 0 });
  onTestFinished(close);
  return Object.assign(site, { origin });
}

/** Waits until a browser keeps these addresses, with these words in each of them. */
export async function kept(page: Page, addresses: readonly string[], words = ''): Promise<void> {
  const missing = () =>
    page.evaluate(
      async ([wanted, text]) => {
        const copies = await Promise.all(wanted.map((address) => caches.match(address)));
        const texts = await Promise.all(copies.map((copy) => copy?.text()));
        return wanted.filter((_, index) => !texts[index]?.includes(text));
      },
      [addresses, words] as const,
    );
  await expect.poll(missing, { timeout: 30_000 }).toEqual([]);
}

/** The addresses of what a browser keeps. */
export function everythingKept(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const requests = await Promise.all(stores.map((store) => store.keys()));
    return [...new Set(requests.flat().map(({ url }) => new URL(url).pathname))].sort();
  });
}

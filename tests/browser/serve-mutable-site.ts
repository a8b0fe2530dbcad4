import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { openServer } from '#server/open-server.ts';
import { siteRequestListener } from '#server/site-request-listener.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** A served copy of a built site that a test may modify, and the requests it received. */
export interface MutableSite {
  readonly origin: string;
  readonly folder: string;
  /** The request targets, oldest first. */
  readonly requestedPaths: string[];
  /** While true, requests are accepted and never answered. */
  hangs: boolean;
  /** Replaces text in a file; throws if nothing was replaced. */
  replaceInFile(path: string, from: string | RegExp, to: string): void;
  removeFile(path: string): void;
  /** Refuses connections from now on, the open ones too. */
  stop(): Promise<void>;
}

/** Serves a copy of a built site below `base` for one test. */
export async function serveMutableSite(built: string, base = ''): Promise<MutableSite> {
  const folder = join(temporaryFolder(), 'site');
  cpSync(built, folder, { recursive: true });
  const requestedPaths: string[] = [];
  const site: MutableSite = {
    origin: '',
    folder,
    requestedPaths,
    hangs: false,
    replaceInFile(path, from, to) {
      const before = readFileSync(join(folder, path), 'utf8');
      const after = before.replace(from, to);
      if (after === before) throw new Error(`${path} does not hold ${from}`);
      writeFileSync(join(folder, path), after);
    },
    removeFile: (path) => rmSync(join(folder, path)),
    stop: async () => {},
  };
  const listener = siteRequestListener(
    folder,
    [
      ({ url = '' }) => {
        requestedPaths.push(url);
        return site.hangs;
      },
    ],
    base,
  );
  const { origin, server, close } = await openServer(listener, { host: '127.0.0.1', port: 0 });
  const stop = () => {
    server.closeAllConnections();
    return close();
  };
  // A request without an answer would keep its connection open for as long as `close` waits.
  onTestFinished(stop);
  return Object.assign(site, { origin, stop });
}

type Wanted = readonly [addresses: readonly string[], words: string];

/** A page of any driver. */
interface ScriptablePage {
  evaluate(run: (wanted: Wanted) => Promise<string[]>, wanted: Wanted): Promise<string[]>;
}

/** Waits until the caches of a page have these addresses, each with `words` in its text. */
export async function waitUntilCached(page: ScriptablePage, addresses: readonly string[], words = ''): Promise<void> {
  const missing = () =>
    page.evaluate(
      async ([expectedAddresses, text]) => {
        const copies = await Promise.all(expectedAddresses.map((address) => caches.match(address)));
        const texts = await Promise.all(copies.map((copy) => copy?.text()));
        return expectedAddresses.filter((_, index) => !texts[index]?.includes(text));
      },
      [addresses, words],
    );
  await expect.poll(missing).toEqual([]);
}

/** The paths of all cached responses of a page, sorted. */
export function cachedPaths(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const openCaches = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const requests = await Promise.all(openCaches.map((store) => store.keys()));
    return [...new Set(requests.flat().map(({ url }) => new URL(url).pathname))].sort();
  });
}

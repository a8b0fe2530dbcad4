import type { Browser, Page } from 'playwright-core';
import { type LocalDeskFiles, openLocalDesk } from '#bench/browser/open-local-desk.ts';
import { openPage, type PageOptions } from './open-page.ts';

/** The desk in a browser, with the content of a folder as the files of this machine. */
export interface OpenDesk extends LocalDeskFiles {
  readonly page: Page;
  /** Console errors and exceptions. */
  readonly reports: string[];
  /** The URLs that were requested from other hosts. */
  readonly foreignRequests: string[];
}

/** Opens the desk of a served site in its own browser context. */
export async function openDesk(
  browser: Browser | undefined,
  origin: string,
  contentDir: string,
  options: PageOptions = {},
): Promise<OpenDesk> {
  const { page, reports } = await openPage(browser, `${origin}/404.html`, { width: 1280, ...options });
  const foreignRequests: string[] = [];
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(origin)) foreignRequests.push(request.url());
  });
  return { ...{ page, reports, foreignRequests }, ...(await openLocalDesk(page, origin, contentDir)) };
}

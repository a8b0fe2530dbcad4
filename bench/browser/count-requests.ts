import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import type { OpenServer } from '#server/open-server.ts';
import { phone } from './phone.ts';

/** In ms: a page without a request for so long has ended loading, and its service worker has fetched all it wants. */
const quietTime = 3000;

/** The requests that a first visit to a page makes of its server, and the bytes of all responses with their headers. */
export async function countRequests(
  browser: Browser,
  { server, origin }: OpenServer,
  address: string,
): Promise<{ readonly requests: number; readonly bytes: number }> {
  let requests = 0;
  const sockets = new Set<Socket>();
  server.on('request', () => requests++).on('connection', (socket) => sockets.add(socket));
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  await page.goto(origin + address);
  let previous = 0;
  while (previous !== requests) {
    previous = requests;
    await wait(quietTime);
  }
  await context.close();
  return { requests, bytes: [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, 0) };
}

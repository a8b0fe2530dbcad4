import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { type OpenServer, openServer } from '#server/open-server.ts';

/** Opens a server on loopback, closed after the test. */
export async function openTestServer(
  listener: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<OpenServer> {
  const server = await openServer(listener, { host: '127.0.0.1', port: 0 });
  onTestFinished(() => server.close());
  return server;
}

/** A WebSub hub that records the pings of publishers. */
export interface WebSubHub {
  /** "http://127.0.0.1:1234/" */
  readonly url: string;
  /** Returns the paths of the feeds pinged since the last call, sorted. */
  readonly takePings: () => string[];
  /** Sets the status of its response to a ping, by the URL of the feed; 204 by default. */
  readonly respondWith: (status: (feed: string) => number) => void;
  readonly close: () => Promise<void>;
}

/** Opens a hub that accepts only a WebSub publish request. */
export async function openHub(): Promise<WebSubHub> {
  const pinged: string[] = [];
  let statusOf = (_feed: string) => 204;
  const server = await openTestServer(async (request, response) => {
    const form = new URLSearchParams(await text(request));
    const feed = form.get('hub.url') ?? '';
    const isPublish = request.method === 'POST' && form.get('hub.mode') === 'publish' && form.size === 2;
    const status = isPublish ? statusOf(feed) : 400;
    if (status < 300) pinged.push(new URL(feed).pathname);
    response.writeHead(status, { Location: '/' }).end();
  });
  return {
    url: `${server.origin}/`,
    takePings: () => pinged.splice(0).sort(),
    respondWith: (status) => {
      statusOf = status;
    },
    close: server.close,
  };
}

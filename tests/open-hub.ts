import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { type OpenServer, openServer } from '#server/open-server.ts';

/** A server on loopback, gone after the test. */
export async function opened(
  listener: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<OpenServer> {
  const server = await openServer(listener, { host: '127.0.0.1', port: 0 });
  onTestFinished(() => server.close());
  return server;
}

/** A WebSub hub that keeps what publishers tell it. */
export interface Hub {
  /** "http://127.0.0.1:1234/" */
  readonly url: string;
  /** The paths of the feeds it was told of since it was asked last. */
  readonly heard: () => string[];
  /** Sets what it answers to whoever tells it of a feed; 204 until then. */
  readonly answer: (status: (feed: string) => number) => void;
  readonly close: () => Promise<void>;
}

/** Opens a hub that understands what a publisher may say and nothing else. */
export async function openHub(): Promise<Hub> {
  const told: string[] = [];
  let statusOf = (_feed: string) => 204;
  const server = await opened(async (request, response) => {
    const form = new URLSearchParams(await text(request));
    const feed = form.get('hub.url') ?? '';
    const right = request.method === 'POST' && form.get('hub.mode') === 'publish' && form.size === 2;
    const status = right ? statusOf(feed) : 400;
    if (status < 300) told.push(new URL(feed).pathname);
    response.writeHead(status, { Location: '/' }).end();
  });
  return {
    url: `${server.origin}/`,
    heard: () => told.splice(0).sort(),
    answer: (status) => {
      statusOf = status;
    },
    close: server.close,
  };
}

import { type OpenServer, openServer } from '#server/open-server.ts';
import { siteServer } from '#server/site-server.ts';

/** A built site on loopback, as its own server gives it to readers. */
export function serveFolder(folder: string): Promise<OpenServer> {
  return openServer(siteServer(folder), { host: '127.0.0.1', port: 0 });
}

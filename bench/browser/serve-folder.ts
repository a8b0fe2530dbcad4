import { type OpenServer, openServer } from '#server/open-server.ts';
import { siteServer } from '#server/site-server.ts';

/** Serves a built site on loopback with the project's own server. */
export function serveFolder(folder: string): Promise<OpenServer> {
  return openServer(siteServer(folder), { host: '127.0.0.1', port: 0 });
}

import { type OpenServer, openServer } from '#server/open-server.ts';
import { siteRequestListener } from '#server/site-request-listener.ts';

/** Serves a built site on loopback with the project's own server. */
export function serveFolder(folder: string): Promise<OpenServer> {
  return openServer(siteRequestListener(folder), { host: '127.0.0.1', port: 0 });
}

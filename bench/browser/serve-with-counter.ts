import { type OpenServer, openServer } from '#server/open-server.ts';
import { openSiteCounter } from '#server/open-site-counter.ts';
import { siteRequestListener } from '#server/site-request-listener.ts';

/** Serves a built site on loopback as `npm run serve` does: compressed if it was precompressed, with the counter. */
export function serveWithCounter(folder: string, counterFile: string): Promise<OpenServer> {
  const counter = openSiteCounter(folder, { COUNTER_HOST: '127.0.0.1', COUNTER_DB: counterFile });
  return openServer(siteRequestListener(folder, counter ? [counter.handle] : []), {
    host: '127.0.0.1',
    port: 0,
    onClose: counter ? [counter.close] : [],
  });
}

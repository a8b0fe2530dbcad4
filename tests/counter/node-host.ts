import { writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { readCounterSettings } from '#counter/node/counter-settings.ts';
import { type OpenCounter, openCounter } from '#counter/node/open-counter.ts';
import { openServer } from '#server/open-server.ts';
import { type CounterHost, sitemapXml, testAdminToken, testSiteUrl } from './counter-host.ts';

export interface NodeHost extends CounterHost {
  readonly counter: OpenCounter;
  readonly server: Server;
  /** All warnings for the operator. */
  readonly warned: readonly string[];
}

/** Starts the counter on Node with its files in `folder`, as `npm run counter` runs it behind a web server. */
export async function nodeHost(folder: string, clock?: () => number): Promise<NodeHost> {
  writeFileSync(join(folder, 'sitemap.xml'), sitemapXml);
  const settings = readCounterSettings(
    {
      COUNTER_DB: 'counter.db',
      COUNTER_SITEMAP: 'sitemap.xml',
      COUNTER_TRUSTED_HEADER: 'X-Real-IP',
      COUNTER_ADMIN_TOKEN: testAdminToken,
      SITE_URL: testSiteUrl,
    },
    folder,
  );
  const warned: string[] = [];
  const counter = openCounter(settings, (message) => warned.push(message), clock);
  const opened = await openServer(
    (request, response) => {
      if (!counter.handle(request, response)) response.writeHead(404).end();
    },
    { host: '127.0.0.1', port: 0, onClose: [counter.close] },
  );
  return {
    port: Number(new URL(opened.origin).port),
    ipHeader: 'X-Real-IP',
    counter,
    server: opened.server,
    warned,
    stop: opened.close,
  };
}

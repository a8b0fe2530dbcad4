import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, answer, failure, type Host, prefix } from '../core/answer.ts';
import { Counter } from '../core/counter.ts';
import { Store } from '../core/store.ts';
import type { CounterSettings } from './counter-settings.ts';
import { DurableCounts } from './durable-counts.ts';
import { openDatabase } from './open-database.ts';
import { readBody } from './read-body.ts';
import { saltFile } from './salt-file.ts';
import { sitemapPaths } from './sitemap-paths.ts';

const pruneInterval = 5 * 60_000;

/** An open counter in this process. */
export interface OpenCounter {
  /** Handles a request below the counter's prefix; returns false, and does nothing, for any other. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  /** Commits pending hits and closes the database. */
  close(): void;
}

/** Opens a counter; `warn` receives Vietnamese messages for the operator, which never contain visitor data. */
export function openCounter(
  settings: CounterSettings,
  warn: (message: string) => void,
  clock: () => number = Date.now,
): OpenCounter {
  const database = openDatabase(settings.database);
  const counter = new Counter(
    {
      store: new Store(database),
      salts: saltFile(settings.saltFile, warn),
      keyBytes: 6,
      maxKeys: 1_000_000,
      maxWaiting: 100_000,
    },
    clock(),
  );
  const counts = new DurableCounts(counter, clock, warn);
  const timer = setInterval(() => counts.tidy(), pruneInterval).unref();
  const { siteOrigin, adminToken, trustedHeader } = settings;
  const context: Host = {
    counts,
    paths: sitemapPaths(settings.sitemap, clock),
    ...(siteOrigin && { siteOrigin }),
    ...(adminToken && { adminToken }),
  };

  return {
    handle(request, response) {
      const { method = 'GET', url = '/' } = request;
      const queryIndex = url.indexOf('?');
      const path = queryIndex < 0 ? url : url.slice(0, queryIndex);
      if (path !== prefix && !path.startsWith(`${prefix}/`)) return false;
      const { headers } = request;
      answer(
        {
          method,
          path,
          query: queryIndex < 0 ? '' : url.slice(queryIndex + 1),
          ip: trustedHeader ? singleValue(headers[trustedHeader]) : request.socket.remoteAddress,
          header: (name) => singleValue(headers[name]),
          body: (limit) => readBody(request, limit),
        },
        context,
      ).then(
        (result) => send(method, result, response),
        (error: unknown) => {
          // A client that closed the connection is not an error of the counter.
          if (request.destroyed) return response.destroy();
          warn(`Lỗi trong bộ đếm: ${error instanceof Error ? error.stack : String(error)}`);
          send(method, failure, response);
        },
      );
      return true;
    },
    close() {
      clearInterval(timer);
      counts.close();
      database.close();
    },
  };
}

function singleValue(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function send(method: string, { status, headers, body }: Answer, response: ServerResponse): void {
  const length = status === 304 ? {} : { 'Content-Length': Buffer.byteLength(body) };
  // The rest of a body that is too long is not read.
  const close = status === 413 ? { Connection: 'close' } : {};
  response.writeHead(status, { ...headers, ...length, ...close });
  response.end(method === 'HEAD' ? undefined : body);
}

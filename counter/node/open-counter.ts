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

const tidyEvery = 5 * 60_000;

/** A counter at work in this process. */
export interface OpenCounter {
  /** Answers a request below the counter's prefix; false, and nothing done, for any other. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  /** Commits what waits and closes the database. */
  close(): void;
}

/** Opens a counter; `warn` is told, in Vietnamese, what an operator should know, and never who visited. */
export function openCounter(
  settings: CounterSettings,
  warn: (sentence: string) => void,
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
  const timer = setInterval(() => counts.tidy(), tidyEvery).unref();
  const { siteOrigin, adminToken, trustedHeader } = settings;
  const host: Host = {
    counts,
    paths: sitemapPaths(settings.sitemap, clock),
    ...(siteOrigin && { siteOrigin }),
    ...(adminToken && { adminToken }),
  };

  return {
    handle(request, response) {
      const { method = 'GET', url = '/' } = request;
      const queryAt = url.indexOf('?');
      const path = queryAt < 0 ? url : url.slice(0, queryAt);
      if (path !== prefix && !path.startsWith(`${prefix}/`)) return false;
      const { headers } = request;
      answer(
        {
          method,
          path,
          query: queryAt < 0 ? '' : url.slice(queryAt + 1),
          ip: trustedHeader ? one(headers[trustedHeader]) : request.socket.remoteAddress,
          header: (name) => one(headers[name]),
          body: (limit) => readBody(request, limit),
        },
        host,
      ).then(
        (given) => send(method, given, response),
        (error: unknown) => {
          // What a reader who went away leaves behind is no fault of the counter.
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

function one(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function send(method: string, { status, headers, body }: Answer, response: ServerResponse): void {
  const length = status === 304 ? {} : { 'Content-Length': Buffer.byteLength(body) };
  // The rest of a body that is too long is not waited for.
  const close = status === 413 ? { Connection: 'close' } : {};
  response.writeHead(status, { ...headers, ...length, ...close });
  response.end(method === 'HEAD' ? undefined : body);
}

import { createServer, type Server } from 'node:http';
import type { OpenCounter } from './open-counter.ts';

/** An HTTP server of the counter alone; not listening yet. */
export function counterServer({ handle }: OpenCounter): Server {
  return createServer(
    // Without the last one Node looks at the time-outs only every 30 s.
    { maxHeaderSize: 8192, headersTimeout: 5000, requestTimeout: 5000, connectionsCheckingInterval: 1000 },
    (request, response) => {
      if (handle(request, response)) return;
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' });
      response.end('Chỉ có bộ đếm ở đây.\n');
    },
  );
}

/** Ends a server: what was asked is still answered, and each connection ends with its answer, however busy it is. */
export function endServer(server: Server, done: () => void): void {
  server.prependListener('request', (_request, response) => {
    response.shouldKeepAlive = false;
  });
  // What was being answered just now becomes idle a moment later.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  server.close(() => {
    clearInterval(idle);
    done();
  });
}

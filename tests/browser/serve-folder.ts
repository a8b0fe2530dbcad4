import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.avif': 'image/avif',
  '.webp': 'image/webp',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
};

/** A built site on loopback, with the headers of its own `_headers` for every page. */
export async function serveFolder(folder: string): Promise<{ origin: string; server: Server }> {
  const [block = ''] = readFileSync(join(folder, '_headers'), 'utf8').split('\n\n');
  const headers = block
    .split('\n')
    .slice(1)
    .filter((line) => line.includes(': ') && !line.includes('Strict-Transport'))
    .map((line) => line.trim().split(/: (.*)/s));
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = path.endsWith('/') ? `${path}index.html` : path;
    try {
      const bytes = readFileSync(join(folder, file));
      for (const [name, value] of headers) if (name && value) response.setHeader(name, value);
      response.setHeader('Content-Type', types[extname(file)] ?? 'text/plain; charset=utf-8');
      response.end(bytes);
    } catch {
      response
        .writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' })
        .end(readFileSync(join(folder, '404.html')));
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  return { origin: `http://127.0.0.1:${port}`, server };
}

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

/** The rules of a `_headers` file: where each begins and what it sends. */
function headerRules(folder: string): { prefix: string; headers: [name: string, value: string][] }[] {
  return readFileSync(join(folder, '_headers'), 'utf8')
    .split('\n\n')
    .map((block) => {
      const [pattern = '', ...lines] = block.trim().split('\n');
      const headers = lines
        .filter((line) => !line.includes('Strict-Transport'))
        .map((line): [string, string] => {
          const [name = '', value = ''] = line.trim().split(/: (.*)/s);
          return [name, value];
        });
      return { prefix: pattern.replace('*', ''), headers };
    });
}

/** A built site on loopback, with the headers of its own `_headers`. */
export async function serveFolder(folder: string): Promise<{ origin: string; server: Server }> {
  const rules = headerRules(folder);
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = path.endsWith('/') ? `${path}index.html` : path;
    try {
      const bytes = readFileSync(join(folder, file));
      for (const { prefix, headers } of rules)
        if (path.startsWith(prefix)) for (const [name, value] of headers) response.setHeader(name, value);
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

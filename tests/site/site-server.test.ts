import { once } from 'node:events';
import { globSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, get, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, inject, onTestFinished, test, vi } from 'vitest';
import { type OpenServer, openServer } from '#server/open-server.ts';
import { type RequestHandler, siteRequestListener } from '#server/site-request-listener.ts';
import { precompress } from '#site/build/precompress.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const page = '<!doctype html><title>Hội nghị</title>'.repeat(60);
const headersFile =
  '/*\n  X-Frame-Options: DENY\n\n/hinh-anh/*\n  Cache-Control: public, max-age=31536000, immutable\n';

/** A small site: a page, a picture, a text, a _headers file, and files that must not be served. */
function smallSite(): string {
  const folder = join(temporaryFolder(), 'site');
  for (const [path, content] of [
    ['index.html', page],
    ['404.html', '<!doctype html><title>Không có</title>'],
    ['_headers', headersFile],
    ['bai-viet/x/index.html', page],
    ['hinh-anh/a.avif', '0123456789'],
    ['a.txt', 'Hội'],
    ['ke-hoach.DOCX', 'PK'],
    ['.env', 'secret'],
    ['../secret.txt', 'secret'],
  ] as const) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

async function serveSite(folder: string, handlers: readonly RequestHandler[] = [], base = ''): Promise<OpenServer> {
  const server = await openServer(siteRequestListener(folder, handlers, base), { host: '127.0.0.1', port: 0 });
  onTestFinished(() => server.close());
  return server;
}

interface RawResponse {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Sends a request with the unmodified target; does not follow redirects or decompress the response. */
function sendRequest(
  origin: string,
  target: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<RawResponse> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    get({ hostname, port, path: target, headers, method, agent: false }, async (response) => {
      try {
        const body = Buffer.concat(await Array.fromAsync(response));
        resolve({ status: response.statusCode, headers: response.headers, body });
      } catch (error) {
        reject(error);
      }
    }).on('error', reject);
  });
}

/** Sends raw bytes and returns all that the server sends until it closes the connection. */
function sendBytes(origin: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    let received = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes, 'latin1'));
    socket.setEncoding('utf8').on('data', (text) => {
      received += text;
    });
    socket.on('error', () => {}).on('close', () => resolve(received));
  });
}

test('a page is complete, with no-cache and the headers of _headers', async () => {
  const { origin } = await serveSite(smallSite());
  const { status, headers, body } = await sendRequest(origin, '/bai-viet/x/');
  expect([status, String(body)]).toEqual([200, page]);
  expect(headers).toMatchObject({
    'content-type': 'text/html;charset=utf-8',
    'cache-control': 'no-cache',
    'x-frame-options': 'DENY',
    vary: 'Accept-Encoding',
  });
});

test('a text has charset=utf-8', async () => {
  const { origin } = await serveSite(smallSite());
  expect((await sendRequest(origin, '/a.txt')).headers['content-type']).toBe('text/plain; charset=utf-8');
});

test('every feed and XML file of a built site has its own media type, every text its charset', async () => {
  const { origin } = await serveSite(inject('newsroomDir'));
  const typeOf = async (file: string) => String((await sendRequest(origin, `/${file}`)).headers['content-type']);
  const types: Record<string, string> = {
    'feed.xml': 'application/rss+xml; charset=utf-8',
    'atom.xml': 'application/atom+xml; charset=utf-8',
    'feed.json': 'application/feed+json; charset=utf-8',
  };
  for (const file of globSync('**/*.{xml,json,txt,csv,ics,js}', { cwd: inject('newsroomDir') })) {
    const expected =
      types[basename(file)] ?? /^(application\/(xml|json)|text\/(plain|csv|calendar|javascript)); charset=utf-8$/;
    if (!file.startsWith('dia-chi-cu/')) expect(await typeOf(file), file).toMatch(expected);
  }
});

test('the icons of a built site have a type: with nosniff nothing guesses one', async () => {
  const { origin } = await serveSite(inject('unionDir'));
  const typeOf = async (path: string) => (await sendRequest(origin, path)).headers['content-type'];
  expect(await typeOf('/favicon.ico')).toBe('image/vnd.microsoft.icon');
  expect(await typeOf('/bieu-tuong.svg')).toBe('image/svg+xml');
  expect(await typeOf('/bieu-tuong-180.png')).toBe('image/png');
});

test('a Word document has its content type, whatever the case of its extension', async () => {
  const { origin } = await serveSite(smallSite());
  expect((await sendRequest(origin, '/ke-hoach.DOCX')).headers['content-type']).toMatch(/wordprocessingml\.document$/);
});

test('headers of _headers override those of the server', async () => {
  const { origin } = await serveSite(smallSite());
  const { headers } = await sendRequest(origin, '/hinh-anh/a.avif');
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
});

test('every page of a built site is served unchanged', async () => {
  const folder = inject('newsroomDir');
  const { origin } = await serveSite(folder);
  const sitemap = readFileSync(join(folder, 'sitemap.xml'), 'utf8');
  const addresses = [...sitemap.matchAll(/<loc>https:\/\/example\.org([^<]*)/g)].map(([, address]) => String(address));
  expect(addresses.length).toBeGreaterThan(50);
  for (const address of addresses) {
    const response = await fetch(origin + address);
    expect(response.status, address).toBe(200);
    const built = readFileSync(join(folder, decodeURIComponent(address), 'index.html'));
    expect(Buffer.from(await response.arrayBuffer()).equals(built), address).toBe(true);
  }
});

test('an unknown address gives the 404 page with its headers and no-cache', async () => {
  const { origin } = await serveSite(smallSite());
  for (const target of [
    '/khong-co',
    '/bai-viet/',
    '/hinh-anh/b.avif',
    '/index.html/',
    '/x%23',
    `/${'a'.repeat(4000)}`,
  ]) {
    const { status, headers, body } = await sendRequest(origin, target);
    expect([status, String(body)], target).toEqual([404, '<!doctype html><title>Không có</title>']);
    expect(headers, target).toMatchObject({ 'cache-control': 'no-cache', 'x-frame-options': 'DENY' });
  }
});

test.each([
  '/../secret.txt',
  '/bai-viet/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/..%5csecret.txt',
  '/..\\secret.txt',
  '/a.txt%00.html',
  '/.env',
  '/%2eenv',
  '/_headers',
  '/%5fheaders',
])('nothing is disclosed at %s', async (target) => {
  const { origin } = await serveSite(smallSite());
  const { status, body } = await sendRequest(origin, target);
  expect([status, String(body)]).toEqual([404, expect.not.stringMatching(/secret|DENY/)]);
});

test('a symbolic link out of the folder is not followed; one inside it is', async () => {
  const folder = smallSite();
  symlinkSync(join(folder, '..', 'secret.txt'), join(folder, 'out.txt'));
  symlinkSync(join(folder, 'a.txt'), join(folder, 'in.txt'));
  const { origin } = await serveSite(folder);
  expect((await sendRequest(origin, '/out.txt')).status).toBe(404);
  expect((await sendRequest(origin, '/in.txt')).status).toBe(200);
});

test('an address without trailing slash redirects to the one with it and keeps the query', async () => {
  const { origin } = await serveSite(smallSite());
  const { status, headers } = await sendRequest(origin, '/bai-viet/x?a=1&b=//c');
  expect([status, headers.location]).toEqual([301, '/bai-viet/x/?a=1&b=//c']);
});

test.each([
  '//evil.example/..',
  '//evil.example',
  '/\\evil.example',
  '/%2fevil.example/..',
  '//evil.example/%2e%2e/bai-viet/x',
])('%s does not redirect to another host', async (target) => {
  const folder = smallSite();
  mkdirSync(join(folder, 'evil.example'));
  writeFileSync(join(folder, 'evil.example', 'index.html'), page);
  const { origin } = await serveSite(folder);
  const { status, headers } = await sendRequest(origin, target);
  expect([status, headers.location]).toEqual([404, undefined]);
});

test('a malformed address is a 400, and the server continues', async () => {
  const { origin } = await serveSite(smallSite());
  for (const target of ['/%', '/%zz', '/%ff', '/a%c3'])
    expect((await sendRequest(origin, target)).status, target).toBe(400);
  expect((await sendRequest(origin, '/')).status).toBe(200);
});

test('only GET and HEAD are allowed', async () => {
  const { origin } = await serveSite(smallSite());
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    const { status, headers } = await sendRequest(origin, '/', {}, method);
    expect([status, headers.allow], method).toEqual([405, 'GET, HEAD']);
  }
});

test('HEAD gives the status and headers of GET, without a body', async () => {
  const { origin } = await serveSite(smallSite());
  for (const target of ['/', '/khong-co', '/bai-viet/x']) {
    const [got, headed] = [await sendRequest(origin, target), await sendRequest(origin, target, {}, 'HEAD')];
    expect([headed.status, headed.body.length], target).toEqual([got.status, 0]);
    expect(headed.headers.location).toBe(got.headers.location);
    expect(headed.headers.etag).toBe(got.headers.etag);
  }
});

test('a current ETag gives 304 with the headers of _headers; an outdated one gives the new page', async () => {
  const folder = smallSite();
  const { origin } = await serveSite(folder);
  const { etag = '' } = (await sendRequest(origin, '/')).headers;
  const notModified = await sendRequest(origin, '/', { 'If-None-Match': etag });
  expect([notModified.status, notModified.body.length]).toEqual([304, 0]);
  expect(notModified.headers).toMatchObject({
    etag,
    'x-frame-options': 'DENY',
    'cache-control': 'no-cache',
    vary: 'Accept-Encoding',
  });

  const tags = { 'If-None-Match': `"khác", ${etag.replace('W/', '')}` };
  expect(await sendRequest(origin, '/', tags)).toMatchObject({ status: 304, headers: { etag } });
  // Some feed readers send only the date.
  const { 'last-modified': date = '' } = (await sendRequest(origin, '/')).headers;
  expect((await sendRequest(origin, '/', { 'If-Modified-Since': date })).status).toBe(304);

  writeFileSync(join(folder, 'index.html'), 'mới');
  const fresh = await sendRequest(origin, '/', { 'If-None-Match': etag });
  expect([fresh.status, String(fresh.body)]).toEqual([200, 'mới']);
  expect(fresh.headers.etag).not.toBe(etag);
});

test.each([
  [{ Range: 'bytes=2-4' }, 206, '234'],
  [{ Range: 'bytes=7-' }, 206, '789'],
  [{ Range: 'bytes=7-99' }, 206, '789'],
  [{ Range: 'bytes=10-' }, 416, ''],
  [{ Range: 'bytes=0-0' }, 200, '0123456789'],
  [{ Range: 'bytes=-3' }, 200, '0123456789'],
  [{ Range: 'bytes=4-2' }, 200, '0123456789'],
  [{ Range: 'bytes=2-4', 'If-Range': 'W/"old"' }, 200, '0123456789'],
])('a request with %o gives %i', async (headers, status, body) => {
  const { origin } = await serveSite(smallSite());
  const answer = await sendRequest(origin, '/hinh-anh/a.avif', headers);
  expect([answer.status, String(answer.body)]).toEqual([status, body]);
});

test('a change of _headers takes effect at once', async () => {
  const folder = smallSite();
  const { origin } = await serveSite(folder);
  await sendRequest(origin, '/');
  writeFileSync(join(folder, '_headers'), '/*\n  X-Frame-Options: SAMEORIGIN\n');
  expect((await sendRequest(origin, '/')).headers['x-frame-options']).toBe('SAMEORIGIN');
});

describe('compressed files', () => {
  test('are sent to clients that accept them, and decompress to the page', async () => {
    const folder = smallSite();
    await precompress(folder);
    const { origin } = await serveSite(folder);
    const br = await sendRequest(origin, '/', { 'Accept-Encoding': 'gzip, br' });
    expect(br.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': 'text/html;charset=utf-8',
      vary: 'Accept-Encoding',
    });
    expect(String(brotliDecompressSync(br.body))).toBe(page);
    expect((await sendRequest(origin, '/', { 'Accept-Encoding': 'br;q=0, gzip' })).headers['content-encoding']).toBe(
      'gzip',
    );
    const plain = await sendRequest(origin, '/');
    expect([plain.headers['content-encoding'], String(plain.body)]).toEqual([undefined, page]);
  });

  test('are also sent for the 404 page', async () => {
    const folder = smallSite();
    const notFoundPage = `<!doctype html><title>Không có</title>${'<p>Không có trang này.</p>'.repeat(50)}`;
    writeFileSync(join(folder, '404.html'), notFoundPage);
    await precompress(folder);
    const { origin } = await serveSite(folder);
    const br = await sendRequest(origin, '/khong-co', { 'Accept-Encoding': 'gzip, br' });
    expect([br.status, br.headers['content-encoding'], br.headers.vary]).toEqual([404, 'br', 'Accept-Encoding']);
    expect(String(brotliDecompressSync(br.body))).toBe(notFoundPage);
    const plain = await sendRequest(origin, '/khong-co');
    expect([plain.headers['content-encoding'], String(plain.body)]).toEqual([undefined, notFoundPage]);
  });

  test('are not sent when their source file has changed', async () => {
    const folder = smallSite();
    await precompress(folder);
    const { origin } = await serveSite(folder);
    writeFileSync(join(folder, 'index.html'), 'mới');
    utimesSync(join(folder, 'index.html'), 2_000_000_000, 2_000_000_000);
    const { headers, body } = await sendRequest(origin, '/', { 'Accept-Encoding': 'br, gzip' });
    expect([headers['content-encoding'], String(body)]).toEqual([undefined, 'mới']);
  });

  test('have no address of their own', async () => {
    const folder = smallSite();
    await precompress(folder);
    const { origin } = await serveSite(folder);
    for (const target of ['/index.html.br', '/index.html.gz'])
      expect((await sendRequest(origin, target)).status).toBe(404);
  });
});

describe('a site below a base path', () => {
  test('is served there, and the root redirects to it', async () => {
    const { origin } = await serveSite(smallSite(), [], '/hoi');
    expect((await sendRequest(origin, '/hoi/bai-viet/x/')).status).toBe(200);
    expect((await sendRequest(origin, '/hoi/hinh-anh/a.avif')).headers['cache-control']).toContain('immutable');
    const redirects = ['/', '/hoi?a=1', '/hoi/bai-viet/x'].map(
      async (target) => (await sendRequest(origin, target)).headers.location,
    );
    expect(await Promise.all(redirects)).toEqual(['/hoi/', '/hoi/?a=1', '/hoi/bai-viet/x/']);
    for (const target of ['/bai-viet/x/', '/hoin/', '/hoi//'])
      expect((await sendRequest(origin, target)).status, target).toBe(404);
  });
});

describe('a handler', () => {
  const handler: RequestHandler = (request, response) => {
    if (!request.url?.startsWith('/api/')) return false;
    if (request.url === '/api/broken') throw new Error('broken');
    response.writeHead(200).end('counted');
    return true;
  };

  test('responds before the site does, to any method', async () => {
    const { origin } = await serveSite(smallSite(), [handler]);
    expect(String((await sendRequest(origin, '/api/hit', {}, 'POST')).body)).toBe('counted');
    expect(String((await sendRequest(origin, '/')).body)).toBe(page);
  });

  test('that throws gives a 500 for its request, and the server continues', async () => {
    const { origin } = await serveSite(smallSite(), [handler]);
    const consoleError = vi.spyOn(console, 'error').mockImplementation(() => {});
    onTestFinished(() => consoleError.mockRestore());
    expect((await sendRequest(origin, '/api/broken')).status).toBe(500);
    expect(consoleError).toHaveBeenCalledWith(expect.objectContaining({ message: 'broken' }));
    expect((await sendRequest(origin, '/')).status).toBe(200);
  });
});

/** A server on a site that runs `action` between the stat and the open of a file. */
async function serveInterrupted(folder: string, action: () => void): Promise<string> {
  const listener: RequestListener = siteRequestListener(folder);
  const server = createServer((request, response) => {
    listener(request, response);
    if (request.url?.includes('index.html')) action();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('a page replaced during a request is not sent with the length and ETag of the old one', async () => {
  const folder = smallSite();
  const newer = join(folder, '..', 'newer.html');
  writeFileSync(newer, page.replaceAll('Hội', 'Đại'));
  const origin = await serveInterrupted(folder, () => renameSync(newer, join(folder, 'index.html')));
  await expect(sendRequest(origin, '/')).rejects.toThrow();
});

test('a page deleted during a request ends that response but not the server', async () => {
  const folder = smallSite();
  const origin = await serveInterrupted(folder, () => rmSync(join(folder, 'index.html'), { force: true }));
  await expect(sendRequest(origin, '/')).rejects.toThrow();
  expect((await sendRequest(origin, '/bai-viet/x/')).status).toBe(200);
});

test('headers of more than 8 KiB are rejected', async () => {
  const { origin } = await serveSite(smallSite());
  expect(await sendBytes(origin, `GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${'x'.repeat(9000)}\r\n\r\n`)).toMatch(
    /^HTTP\/1\.1 431 /,
  );
});

test('an absolute request target, as proxies send it, is handled as its path', async () => {
  const { origin } = await serveSite(smallSite());
  const response = await sendBytes(origin, 'GET http://a/bai-viet/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
  expect(response).toMatch(/^HTTP\/1\.1 301 [\s\S]*\r\nLocation: \/bai-viet\/x\/\r\n/);
});

test('a request with two hosts, or none that can be, is a 400', async () => {
  const { origin } = await serveSite(smallSite());
  for (const hosts of ['Host: a\r\nHost: a', 'Host: a@b', 'Host: a/b'])
    expect(await sendBytes(origin, `GET / HTTP/1.1\r\n${hosts}\r\nConnection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 400 /,
    );
});

test('a connection that sends nothing is closed by the server', async () => {
  const { origin } = await serveSite(smallSite());
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  const start = performance.now();
  await once(socket.resume(), 'close');
  // Not at once: a telephone may need some seconds for its first byte.
  expect(performance.now() - start).toBeGreaterThan(3000);
});

test('closing waits for responses in progress, then runs the closing callbacks in order', async () => {
  const ended: string[] = [];
  const responding = Promise.withResolvers<() => void>();
  const server = await openServer(
    (_, response) => {
      response.write('half, ');
      responding.resolve(() => response.end('whole'));
    },
    { host: '127.0.0.1', port: 0, onClose: [() => void ended.push('first'), async () => void ended.push('second')] },
  );
  const answer = sendBytes(server.origin, 'GET / HTTP/1.1\r\nHost: a\r\n\r\n');
  const finish = await responding.promise;
  const closed = server.close();
  await expect(fetch(server.origin)).rejects.toThrow();
  expect(ended).toEqual([]);
  finish();
  expect(await answer).toContain('whole');
  await closed;
  expect(ended).toEqual(['first', 'second']);
});

import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, get, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, inject, onTestFinished, test, vi } from 'vitest';
import { type OpenServer, openServer } from '#server/open-server.ts';
import { type Handler, siteServer } from '#server/site-server.ts';
import { precompress } from '#site/build/precompress.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const page = '<!doctype html><title>Hội nghị</title>'.repeat(60);
const table = '/*\n  X-Frame-Options: DENY\n\n/hinh-anh/*\n  Cache-Control: public, max-age=31536000, immutable\n';

/** A small site: a page, a picture, a text, a table of headers, and what must not be served. */
function smallSite(): string {
  const folder = join(temporaryFolder(), 'site');
  for (const [path, content] of [
    ['index.html', page],
    ['404.html', '<!doctype html><title>Không có</title>'],
    ['_headers', table],
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

async function served(folder: string, handlers: readonly Handler[] = [], base = ''): Promise<OpenServer> {
  const server = await openServer(siteServer(folder, handlers, base), { host: '127.0.0.1', port: 0 });
  onTestFinished(() => server.close());
  return server;
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Asks for exactly this target: no client tidies it up, follows a redirect or unpacks an answer. */
function ask(origin: string, target: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  return new Promise((answered, failed) => {
    get({ hostname, port, path: target, headers, method, agent: false }, async (response) => {
      try {
        const body = Buffer.concat(await Array.fromAsync(response));
        answered({ status: response.statusCode, headers: response.headers, body });
      } catch (error) {
        failed(error);
      }
    }).on('error', failed);
  });
}

/** What a server answers to these very bytes, until it closes the connection. */
function answerTo(origin: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  return new Promise((answered) => {
    let said = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes, 'latin1'));
    socket.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
    socket.on('error', () => {}).on('close', () => answered(said));
  });
}

test('a page is whole, to be asked for anew each time, and carries the headers of the table', async () => {
  const { origin } = await served(smallSite());
  const { status, headers, body } = await ask(origin, '/bai-viet/x/');
  expect([status, String(body)]).toEqual([200, page]);
  expect(headers).toMatchObject({
    'content-type': 'text/html;charset=utf-8',
    'cache-control': 'no-cache',
    'x-frame-options': 'DENY',
    vary: 'Accept-Encoding',
  });
});

test('a text says that it is UTF-8', async () => {
  const { origin } = await served(smallSite());
  expect((await ask(origin, '/a.txt')).headers['content-type']).toBe('text/plain; charset=utf-8');
});

test('a document of Word says what it is, whatever the case of its name', async () => {
  const { origin } = await served(smallSite());
  expect((await ask(origin, '/ke-hoach.DOCX')).headers['content-type']).toMatch(/wordprocessingml\.document$/);
});

test('what the table says of a picture wins over what the server would say', async () => {
  const { origin } = await served(smallSite());
  const { headers } = await ask(origin, '/hinh-anh/a.avif');
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
});

test('every page of a built site is served as it was built', async () => {
  const folder = inject('newsroomDir');
  const { origin } = await served(folder);
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

test('what is not there is the 404 page, with headers, and never kept for a year', async () => {
  const { origin } = await served(smallSite());
  for (const target of [
    '/khong-co',
    '/bai-viet/',
    '/hinh-anh/b.avif',
    '/index.html/',
    '/x%23',
    `/${'a'.repeat(4000)}`,
  ]) {
    const { status, headers, body } = await ask(origin, target);
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
])('nothing is given away at %s', async (target) => {
  const { origin } = await served(smallSite());
  const { status, body } = await ask(origin, target);
  expect([status, String(body)]).toEqual([404, expect.not.stringMatching(/secret|DENY/)]);
});

test('a link out of the folder leads nowhere, one within it does', async () => {
  const folder = smallSite();
  symlinkSync(join(folder, '..', 'secret.txt'), join(folder, 'out.txt'));
  symlinkSync(join(folder, 'a.txt'), join(folder, 'in.txt'));
  const { origin } = await served(folder);
  expect((await ask(origin, '/out.txt')).status).toBe(404);
  expect((await ask(origin, '/in.txt')).status).toBe(200);
});

test('an address without its slash sends on to the one with it, and keeps the query', async () => {
  const { origin } = await served(smallSite());
  const { status, headers } = await ask(origin, '/bai-viet/x?a=1&b=//c');
  expect([status, headers.location]).toEqual([301, '/bai-viet/x/?a=1&b=//c']);
});

test.each([
  '//evil.example/..',
  '//evil.example',
  '/\\evil.example',
  '/%2fevil.example/..',
  '//evil.example/%2e%2e/bai-viet/x',
])('nobody is sent to another host by %s', async (target) => {
  const folder = smallSite();
  mkdirSync(join(folder, 'evil.example'));
  writeFileSync(join(folder, 'evil.example', 'index.html'), page);
  const { origin } = await served(folder);
  const { status, headers } = await ask(origin, target);
  expect([status, headers.location]).toEqual([404, undefined]);
});

test('a malformed address is refused, and the server goes on', async () => {
  const { origin } = await served(smallSite());
  for (const target of ['/%', '/%zz', '/%ff', '/a%c3']) expect((await ask(origin, target)).status, target).toBe(400);
  expect((await ask(origin, '/')).status).toBe(200);
});

test('only reading is allowed', async () => {
  const { origin } = await served(smallSite());
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    const { status, headers } = await ask(origin, '/', {}, method);
    expect([status, headers.allow], method).toEqual([405, 'GET, HEAD']);
  }
});

test('HEAD tells what GET tells, without a body', async () => {
  const { origin } = await served(smallSite());
  for (const target of ['/', '/khong-co', '/bai-viet/x']) {
    const [got, headed] = [await ask(origin, target), await ask(origin, target, {}, 'HEAD')];
    expect([headed.status, headed.body.length], target).toEqual([got.status, 0]);
    expect(headed.headers.location).toBe(got.headers.location);
    expect(headed.headers.etag).toBe(got.headers.etag);
  }
});

test('who has a page is told so, with the headers of the table; who has an older one gets the new one', async () => {
  const folder = smallSite();
  const { origin } = await served(folder);
  const { etag = '' } = (await ask(origin, '/')).headers;
  const again = await ask(origin, '/', { 'If-None-Match': etag });
  expect([again.status, again.body.length]).toEqual([304, 0]);
  expect(again.headers).toMatchObject({
    etag,
    'x-frame-options': 'DENY',
    'cache-control': 'no-cache',
    vary: 'Accept-Encoding',
  });

  writeFileSync(join(folder, 'index.html'), 'mới');
  const fresh = await ask(origin, '/', { 'If-None-Match': etag });
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
])('a part asked for by %o is answered %i', async (headers, status, body) => {
  const { origin } = await served(smallSite());
  const answer = await ask(origin, '/hinh-anh/a.avif', headers);
  expect([answer.status, String(answer.body)]).toEqual([status, body]);
});

test('a table of headers that changes counts at once', async () => {
  const folder = smallSite();
  const { origin } = await served(folder);
  await ask(origin, '/');
  writeFileSync(join(folder, '_headers'), '/*\n  X-Frame-Options: SAMEORIGIN\n');
  expect((await ask(origin, '/')).headers['x-frame-options']).toBe('SAMEORIGIN');
});

describe('compressed forms', () => {
  test('are given to who takes them, and are the page', async () => {
    const folder = smallSite();
    await precompress(folder);
    const { origin } = await served(folder);
    const br = await ask(origin, '/', { 'Accept-Encoding': 'gzip, br' });
    expect(br.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': 'text/html;charset=utf-8',
      vary: 'Accept-Encoding',
    });
    expect(String(brotliDecompressSync(br.body))).toBe(page);
    expect((await ask(origin, '/', { 'Accept-Encoding': 'br;q=0, gzip' })).headers['content-encoding']).toBe('gzip');
    const plain = await ask(origin, '/');
    expect([plain.headers['content-encoding'], String(plain.body)]).toEqual([undefined, page]);
  });

  test('are given of the 404 page too', async () => {
    const folder = smallSite();
    const lost = `<!doctype html><title>Không có</title>${'<p>Không có trang này.</p>'.repeat(50)}`;
    writeFileSync(join(folder, '404.html'), lost);
    await precompress(folder);
    const { origin } = await served(folder);
    const br = await ask(origin, '/khong-co', { 'Accept-Encoding': 'gzip, br' });
    expect([br.status, br.headers['content-encoding'], br.headers.vary]).toEqual([404, 'br', 'Accept-Encoding']);
    expect(String(brotliDecompressSync(br.body))).toBe(lost);
    const plain = await ask(origin, '/khong-co');
    expect([plain.headers['content-encoding'], String(plain.body)]).toEqual([undefined, lost]);
  });

  test('are never served when their file is another one', async () => {
    const folder = smallSite();
    await precompress(folder);
    const { origin } = await served(folder);
    writeFileSync(join(folder, 'index.html'), 'mới');
    utimesSync(join(folder, 'index.html'), 2_000_000_000, 2_000_000_000);
    const { headers, body } = await ask(origin, '/', { 'Accept-Encoding': 'br, gzip' });
    expect([headers['content-encoding'], String(body)]).toEqual([undefined, 'mới']);
  });

  test('have no address of their own', async () => {
    const folder = smallSite();
    await precompress(folder);
    const { origin } = await served(folder);
    for (const target of ['/index.html.br', '/index.html.gz']) expect((await ask(origin, target)).status).toBe(404);
  });
});

describe('a site below a path', () => {
  test('is served there, and the root sends on to it', async () => {
    const { origin } = await served(smallSite(), [], '/hoi');
    expect((await ask(origin, '/hoi/bai-viet/x/')).status).toBe(200);
    expect((await ask(origin, '/hoi/hinh-anh/a.avif')).headers['cache-control']).toContain('immutable');
    const redirects = ['/', '/hoi?a=1', '/hoi/bai-viet/x'].map(
      async (target) => (await ask(origin, target)).headers.location,
    );
    expect(await Promise.all(redirects)).toEqual(['/hoi/', '/hoi/?a=1', '/hoi/bai-viet/x/']);
    for (const target of ['/bai-viet/x/', '/hoin/', '/hoi//'])
      expect((await ask(origin, target)).status, target).toBe(404);
  });
});

describe('a handler', () => {
  const handler: Handler = (request, response) => {
    if (!request.url?.startsWith('/api/')) return false;
    if (request.url === '/api/broken') throw new Error('broken');
    response.writeHead(200).end('counted');
    return true;
  };

  test('answers before the site does, by any method', async () => {
    const { origin } = await served(smallSite(), [handler]);
    expect(String((await ask(origin, '/api/hit', {}, 'POST')).body)).toBe('counted');
    expect(String((await ask(origin, '/')).body)).toBe(page);
  });

  test('that breaks is a 500 for one request and no end of the site', async () => {
    const { origin } = await served(smallSite(), [handler]);
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    onTestFinished(() => told.mockRestore());
    expect((await ask(origin, '/api/broken')).status).toBe(500);
    expect(told).toHaveBeenCalledWith(expect.objectContaining({ message: 'broken' }));
    expect((await ask(origin, '/')).status).toBe(200);
  });
});

/** A server over a site where something happens between the look at a file and its opening. */
async function interrupted(folder: string, happens: () => void): Promise<string> {
  const listener: RequestListener = siteServer(folder);
  const server = createServer((request, response) => {
    listener(request, response);
    if (request.url?.includes('index.html')) happens();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('a page replaced while it is asked for is never sent with the length and the tag of the older one', async () => {
  const folder = smallSite();
  const newer = join(folder, '..', 'newer.html');
  writeFileSync(newer, page.replaceAll('Hội', 'Đại'));
  const origin = await interrupted(folder, () => renameSync(newer, join(folder, 'index.html')));
  await expect(ask(origin, '/')).rejects.toThrow();
});

test('a page that vanishes while it is asked for ends that answer and not the server', async () => {
  const folder = smallSite();
  const origin = await interrupted(folder, () => rmSync(join(folder, 'index.html'), { force: true }));
  await expect(ask(origin, '/')).rejects.toThrow();
  expect((await ask(origin, '/bai-viet/x/')).status).toBe(200);
});

test('headers of more than 8 KiB are refused', async () => {
  const { origin } = await served(smallSite());
  expect(await answerTo(origin, `GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${'x'.repeat(9000)}\r\n\r\n`)).toMatch(
    /^HTTP\/1\.1 431 /,
  );
});

test('a whole address as proxies send it is read as its path', async () => {
  const { origin } = await served(smallSite());
  const said = await answerTo(origin, 'GET http://a/bai-viet/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
  expect(said).toMatch(/^HTTP\/1\.1 301 [\s\S]*\r\nLocation: \/bai-viet\/x\/\r\n/);
});

test('closing lets an answer under way be finished, then ends what joined, in its order', async () => {
  const ended: string[] = [];
  const under = Promise.withResolvers<() => void>();
  const server = await openServer(
    (_, response) => {
      response.write('half, ');
      under.resolve(() => response.end('whole'));
    },
    { host: '127.0.0.1', port: 0, closing: [() => void ended.push('first'), async () => void ended.push('second')] },
  );
  const answer = answerTo(server.origin, 'GET / HTTP/1.1\r\nHost: a\r\n\r\n');
  const finish = await under.promise;
  const closed = server.close();
  await expect(fetch(server.origin)).rejects.toThrow();
  expect(ended).toEqual([]);
  finish();
  expect(await answer).toContain('whole');
  await closed;
  expect(ended).toEqual(['first', 'second']);
});

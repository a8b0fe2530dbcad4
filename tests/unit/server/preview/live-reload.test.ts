import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { LiveReload } from '#server/preview/live-reload.ts';

/** Starts a server that handles the requests of live reload. */
async function startServer(base = '') {
  const reload = new LiveReload(base);
  const server = createServer((request, response) => {
    if (!reload.handle(request, response)) response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close().closeAllConnections());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const version = () => /data-since="(\d+)"/.exec(reload.withReloadScript('<head></head>', ''))?.[1] ?? '';

  /** Opens a page that was sent at a version; returns a function that reads its next message. */
  async function openPage(page: string, since = version(), file = ''): Promise<() => Promise<string>> {
    const response = await fetch(`${origin}/.xem-thu/thay-doi?${new URLSearchParams({ page, since, file })}`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    return async () => (await reader?.read())?.value ?? '';
  }
  return { reload, origin, version, openPage };
}

const message = 'data: changed\n\n';

test('a page reloads when its own file has changed, and no other page does', async () => {
  const { reload, openPage } = await startServer();
  const [nextOfArticle, nextOfList] = [await openPage('/bai-viet/a/'), await openPage('/tin-tuc/')];
  reload.notifyChanged(['bai-viet/a/index.html', 'atom.xml']);
  expect(await nextOfArticle()).toBe(message);
  reload.notifyChanged(['tin-tuc/index.html']);
  // A second message would have been read together with the first.
  expect(await nextOfList()).toBe(message);
});

test.each([
  ['a page that is added with its folder', '/bai-viet/moi/', 'bai-viet/moi/'],
  ['a page in a folder that is added as a whole', '/su-kien/2027/', 'su-kien/'],
  ['the home page', '/', 'index.html'],
  ['the search page, when the index has changed', '/tim-kiem/', 'tim-kiem/muc-luc/ab.bin'],
  ['every page, when a script has changed', '/gioi-thieu/', 'trang.js'],
])('%s reloads', async (_, page, changed) => {
  const { reload, openPage } = await startServer();
  const nextMessage = await openPage(page);
  reload.notifyChanged([changed]);
  expect(await nextMessage()).toBe(message);
});

test('with a base path, addresses are relative to it', async () => {
  const { reload, openPage } = await startServer('/hoi');
  const nextMessage = await openPage('/hoi/bai-viet/a/');
  reload.notifyChanged(['bai-viet/a/index.html']);
  expect(await nextMessage()).toBe(message);
});

test('a page that changed before it connected, or that an earlier process sent, reloads at once', async () => {
  const { reload, version, openPage } = await startServer();
  const before = version();
  reload.notifyChanged(['bai-viet/a/index.html']);
  expect(await (await openPage('/bai-viet/a/', before))()).toBe(message);
  expect(await (await openPage('/bai-viet/b/', '1'))()).toBe(message);
});

test.each(['bai-viet/moi/', '404.html'])(
  'the 404 page at the address of a missing page reloads when %s has changed',
  async (changed) => {
    const { reload, version, openPage } = await startServer();
    const nextMessage = await openPage('/bai-viet/moi', version(), '/404.html');
    reload.notifyChanged([changed]);
    expect(await nextMessage()).toBe(message);
  },
);

test('every page reloads when everything has changed', async () => {
  const { reload, openPage } = await startServer();
  const nextMessage = await openPage('/bai-viet/a/');
  reload.notifyAll();
  expect(await nextMessage()).toBe(message);
});

test('a request for any other address is not handled', async () => {
  const { origin } = await startServer();
  expect((await fetch(`${origin}/trang.js`)).status).toBe(404);
});

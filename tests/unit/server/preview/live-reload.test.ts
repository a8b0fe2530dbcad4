import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { LiveReload } from '#server/preview/live-reload.ts';

/** What has pages loaded again, at the address of a server of its own. */
async function served(base = '') {
  const reload = new LiveReload(base);
  const server = createServer((request, response) => {
    if (!reload.handle(request, response)) response.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close().closeAllConnections());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stamp = () => /data-since="(\d+)"/.exec(reload.watching('<head></head>', ''))?.[1] ?? '';

  /** A page that was sent with a stamp and waits; what it is told, message by message. */
  async function waiting(page: string, since = stamp(), file = ''): Promise<() => Promise<string>> {
    const response = await fetch(`${origin}/.xem-thu/thay-doi?${new URLSearchParams({ page, since, file })}`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    return async () => (await reader?.read())?.value ?? '';
  }
  return { reload, origin, stamp, waiting };
}

const message = 'data: changed\n\n';

test('a page is loaded again when its own file changed, and no other page', async () => {
  const { reload, waiting } = await served();
  const [article, list] = [await waiting('/bai-viet/a/'), await waiting('/tin-tuc/')];
  reload.changed(['bai-viet/a/index.html', 'atom.xml']);
  expect(await article()).toBe(message);
  reload.changed(['tin-tuc/index.html']);
  // Were it told twice, both would have come by now.
  expect(await list()).toBe(message);
});

test.each([
  ['a page that comes with its folder', '/bai-viet/moi/', 'bai-viet/moi/'],
  ['a page in a folder that comes as a whole', '/su-kien/2027/', 'su-kien/'],
  ['the home page', '/', 'index.html'],
  ['the search, when what it finds changed', '/tim-kiem/', 'tim-kiem/muc-luc/ab.bin'],
  ['every page, when a script did', '/gioi-thieu/', 'trang.js'],
])('%s is loaded again', async (_what, page, changed) => {
  const { reload, waiting } = await served();
  const open = await waiting(page);
  reload.changed([changed]);
  expect(await open()).toBe(message);
});

test('below a path, addresses are those below it', async () => {
  const { reload, waiting } = await served('/hoi');
  const open = await waiting('/hoi/bai-viet/a/');
  reload.changed(['bai-viet/a/index.html']);
  expect(await open()).toBe(message);
});

test('a page that changed before it could ask is told at once, and so is one that an earlier run has sent', async () => {
  const { reload, stamp, waiting } = await served();
  const before = stamp();
  reload.changed(['bai-viet/a/index.html']);
  expect(await (await waiting('/bai-viet/a/', before))()).toBe(message);
  expect(await (await waiting('/bai-viet/b/', '1'))()).toBe(message);
});

test.each(['bai-viet/moi/', '404.html'])(
  'what stands in the place of a page that is missing is loaded again when %s changed',
  async (changed) => {
    const { reload, stamp, waiting } = await served();
    const open = await waiting('/bai-viet/moi', stamp(), '/404.html');
    reload.changed([changed]);
    expect(await open()).toBe(message);
  },
);

test('every page is told where none can be shown', async () => {
  const { reload, waiting } = await served();
  const open = await waiting('/bai-viet/a/');
  reload.everythingChanged();
  expect(await open()).toBe(message);
});

test('what it does not know is left to the next', async () => {
  const { origin } = await served();
  expect((await fetch(`${origin}/trang.js`)).status).toBe(404);
});

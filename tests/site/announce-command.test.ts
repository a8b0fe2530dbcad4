import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type ScriptResult, scriptArgs } from '#bench/fixtures/run-script.ts';
import { announceFeeds } from '#server/announce/announce-feeds.ts';
import { builtFeeds } from '#server/announce/built-feeds.ts';
import { siteRequestListener } from '#server/site-request-listener.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { projectRoot } from '#site/settings.ts';
import { buildFolder } from '../build-folder.ts';
import { contentFolder } from '../content-folder.ts';
import { openHub, openTestServer } from '../open-hub.ts';
import { runInProcess } from '../run-in-process.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const organisation = readFileSync(join(projectRoot, 'tests', 'fixtures', 'small', 'site.yaml'), 'utf8');
const otherArticle = validArticle
  .replace('Hội nghị tổng kết năm', 'Tin thứ hai')
  .replace('Liên hiệp hội họp', 'Hội đồng họp');

/** A site with a hub, built in one folder and deployed to another. */
async function openNewsroom() {
  const folder = temporaryFolder();
  const [built, deployed, state] = ['built', 'deployed', 'state/announced.json'].map((name) => join(folder, name));
  if (!built || !deployed || !state) throw new Error('no folder');
  mkdirSync(deployed);
  writeFileSync(join(deployed, '404.html'), 'Không có');
  const [hub, site] = [await openHub(), await openTestServer(siteRequestListener(deployed))];
  const files = { 'site.yaml': `${organisation}hub: ${hub.url}\n` };
  return {
    hub,
    state,
    built,
    site,
    build: (articles: Readonly<Record<string, string>>) =>
      buildFolder(contentFolder({ ...files, ...articles }), built, { SITE_URL: site.origin }),
    deploy: () => cpSync(built, deployed, { recursive: true }),
    announce: (...args: readonly string[]) =>
      runInProcess('announce', { OUTPUT_DIR: built, ANNOUNCE_STATE: state }, args),
  };
}

/** Runs npm run announce asynchronously: the hub runs in this process and must not be blocked. */
function runAnnounce(
  environment: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<ScriptResult> {
  const command = [...scriptArgs('scripts/announce.ts'), ...args];
  const child = spawn(process.execPath, command, { cwd: projectRoot, env: { ...process.env, ...environment } });
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  return new Promise((resolve) => {
    child.on('close', async (status) => {
      const [stdout, stderr] = await output;
      resolve({ status, stdout, stderr });
    });
  });
}

const forms = ['atom.xml', 'feed.json', 'feed.xml'];
const feedsOf = (...lists: readonly string[]) => lists.flatMap((list) => forms.map((file) => list + file)).sort();
const siteFeeds = ['/', '/hoi-dap/', '/tin-tuc-su-kien/', '/thong-bao/', '/tac-gia/btt/', '/tac-gia/ban-bien-tap/'];
const articleFeeds = ['/', '/tin-tuc-su-kien/', '/tac-gia/btt/'];

test('every feed except the monthly archives is announced once, then only the feeds that changed', async () => {
  const { hub, build, deploy, announce } = await openNewsroom();
  await build({ 'articles/mot.md': validArticle });
  deploy();
  expect(await announce()).toMatchObject({
    status: 0,
    stderr: '',
    stdout: expect.stringContaining('Xong: báo 18 nguồn'),
  });
  expect(hub.takePings()).toEqual(feedsOf(...siteFeeds));

  expect(await announce()).toMatchObject({
    status: 0,
    stderr: '',
    stdout: expect.stringMatching(/^Không nguồn tin nào đổi/),
  });
  expect(hub.takePings()).toEqual([]);

  await build({ 'articles/mot.md': validArticle, 'articles/hai.md': otherArticle });
  deploy();
  expect((await announce()).stdout).toContain('Xong: báo 9 nguồn tin, 9 nguồn tin không đổi.');
  expect(hub.takePings()).toEqual(feedsOf(...articleFeeds));
});

test('a build is not announced before it is deployed', async () => {
  const { hub, state, build, deploy, site, announce } = await openNewsroom();
  await build({ 'articles/mot.md': validArticle });
  const early = await announce();
  expect([early.status, early.stdout]).toEqual([1, '']);
  expect(early.stderr).toContain(`Chưa báo ${site.origin}/feed.xml: trang đang chạy trả lời 404 ở địa chỉ này\n`);
  deploy();
  await announce();
  hub.takePings();

  await build({ 'articles/mot.md': validArticle, 'articles/hai.md': otherArticle });
  const before = readFileSync(state, 'utf8');
  const second = await announce();
  expect(second.status).toBe(1);
  expect(second.stderr).toContain(`Chưa báo ${site.origin}/feed.xml: trang đang chạy chưa có bản vừa dựng\n`);
  expect(second.stderr).toContain('Còn 9 nguồn tin chưa báo được');
  expect([hub.takePings(), readFileSync(state, 'utf8')]).toEqual([[], before]);

  expect((await announce('--no-look')).status).toBe(0);
  expect(hub.takePings()).toEqual(feedsOf(...articleFeeds));
});

test('after a failure of the hub only the feeds it did not accept are announced again', async () => {
  const { hub, state, build, deploy, site, announce } = await openNewsroom();
  await build({ 'articles/mot.md': validArticle });
  deploy();
  for (const status of [500, 503, 429, 301]) {
    hub.respondWith(() => status);
    const { status: exitStatus, stderr } = await announce();
    expect(exitStatus).toBe(1);
    expect(stderr).toContain(`máy báo tin ${hub.url} trả lời ${status}\nCòn 18 nguồn tin chưa báo được`);
  }
  expect([hub.takePings(), existsSync(state)]).toEqual([[], false]);

  const refused = `${site.origin}/hoi-dap/feed.json`;
  hub.respondWith((url) => (url === refused ? 404 : 202));
  const { status, stderr } = await announce();
  expect(status).toBe(1);
  expect(stderr).toBe(
    `Chưa báo ${refused}: máy báo tin ${hub.url} trả lời 404\nCòn 1 nguồn tin chưa báo được: sửa như trên rồi chạy lại npm run announce.\n`,
  );
  expect(hub.takePings()).toHaveLength(17);

  hub.respondWith(() => 204);
  expect((await announce()).status).toBe(0);
  expect(hub.takePings()).toEqual(['/hoi-dap/feed.json']);
});

test('a hub that is unreachable or does not respond gives one message, and nothing else is announced', async () => {
  const { state, build, deploy, built, hub, announce } = await openNewsroom();
  await build({ 'articles/mot.md': validArticle });
  deploy();
  await hub.close();
  const { status, stderr } = await announce();
  expect(status).toBe(1);
  expect(stderr).toMatch(/^Chưa báo \S+: máy báo tin \S+ không gọi được \(.*ECONNREFUSED.*\)\nCòn 18 [^\n]+\n$/);

  const silent = await openTestServer(() => {});
  const consoleError = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => consoleError.mockRestore());
  const feeds = builtFeeds(built).map((feed) => ({ ...feed, hub: `${silent.origin}/` }));
  expect(await announceFeeds(feeds, { stateFile: state, timeout: 300, verifyDeployed: false })).toBe(false);
  expect(consoleError.mock.calls).toEqual([
    [expect.stringMatching(/^Chưa báo \S+: máy báo tin \S+ không trả lời trong 0.3 giây$/)],
    [expect.stringContaining('Còn 18 nguồn tin')],
  ]);
  expect(existsSync(state)).toBe(false);
  silent.server.closeAllConnections();
});

test.each(['{"https://example.org/feed.xml": "ab', '[]', '{"https://example.org/feed.xml": 5}', ''])(
  'a damaged state file (%j) gives a warning, every feed is announced and the file is rewritten',
  async (damaged) => {
    const { hub, state, built } = await openNewsroom();
    mkdirSync(built);
    writeFileSync(join(built, 'build.json'), '{}');
    const feed = { feed_url: 'http://127.0.0.1:9/feed.json', hubs: [{ url: hub.url }] };
    writeFileSync(join(built, 'feed.json'), JSON.stringify(feed));
    mkdirSync(join(state, '..'));
    writeFileSync(state, damaged);
    onTestFinished(() => void vi.restoreAllMocks());
    const consoleError = vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.spyOn(console, 'log').mockImplementation(() => {});
    const announce = () =>
      announceFeeds(builtFeeds(built), { stateFile: state, timeout: 60_000, verifyDeployed: false });
    expect(await announce()).toBe(true);
    expect(consoleError.mock.calls).toEqual([[expect.stringMatching(/^LƯU Ý: tệp .*announced\.json hỏng/)]]);
    expect(hub.takePings()).toEqual(['/feed.json']);
    expect(await announce()).toBe(true);
    expect(consoleError.mock.calls).toHaveLength(1);
    expect(hub.takePings()).toEqual([]);
  },
);

test('a state file that cannot be read is an error in one sentence', async () => {
  const { state, build, announce } = await openNewsroom();
  await build({});
  mkdirSync(state, { recursive: true });
  const { status, stderr } = await announce('--no-look');
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^Không đọc được tệp .* \(EISDIR\): đặt ANNOUNCE_STATE/)]);
});

test('a site without a hub has nothing to announce; a missing site or one without a public address is an error', async () => {
  const OUTPUT_DIR = join(temporaryFolder(), 'site');
  const ANNOUNCE_STATE = join(temporaryFolder(), 'announced.json');
  const announce = () => runAnnounce({ OUTPUT_DIR, ANNOUNCE_STATE });
  expect((await announce()).stderr).toMatch(/^Chưa có trang nào trong .*: dựng trang trước \(npm run build\)\.\n$/);

  await buildFolder(contentFolder({}), OUTPUT_DIR);
  expect(await announce()).toMatchObject({
    status: 0,
    stderr: '',
    stdout: expect.stringContaining('không phải báo gì'),
  });

  const content = contentFolder({ 'site.yaml': `${organisation}hub: https://may-bao-tin.example/\n` });
  await buildFolder(content, OUTPUT_DIR, { SITE_URL: '' });
  const { status, stdout, stderr } = await announce();
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toBe(
    'Trang mang địa chỉ http://localhost:8080, máy báo tin không mở được: dựng lại với SITE_URL=https://địa-chỉ-thật npm run build\n',
  );
  expect(existsSync(ANNOUNCE_STATE)).toBe(false);
  expect((await runAnnounce({ OUTPUT_DIR }, ['--mau'])).stderr).toMatch(/^Cách dùng: npm run announce/);
});

import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, readFileSync, watch } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import DevServer from '@11ty/eleventy-dev-server';
import { buildFailure } from '#layouts/build-failure.ts';
import { pageFile } from '#site/pages/page.ts';
import { readSettings, root, type Settings } from '#site/settings.ts';
import { compiledCodeFolder } from './compiled-code.ts';
import { LiveReload } from './live-reload.ts';
import type { PreviewBuilt } from './preview-build.ts';
import { runCommand } from './run-command.ts';
import { openSiteCounter } from './site-counter.ts';

// Builds, serves the result, and builds again at every change: in one process as long as words and pictures change, which
// keeps what it has read; in a fresh one when a layout or a rule does, which must count as much. Drafts and scheduled
// articles are shown, marked. While a build fails, every page shows what it said.
const port = Number(process.env['PORT'] || 8080);
const env = {
  ...process.env,
  PREVIEW: process.env['PREVIEW'] ?? '1',
  OUTPUT_DIR: process.env['OUTPUT_DIR'] || '.cache/preview',
  NODE_COMPILE_CACHE: compiledCodeFolder(process.env),
};

const stopped = 'Máy dựng đã dừng; xem cửa sổ lệnh.';

/** What the build that failed last said; undefined while all is well. */
let failure: string | undefined;
let builder: ChildProcess | undefined;

/** Builds once, and has those pages loaded again that are other ones now. */
async function build(open: LiveReload): Promise<void> {
  // One that ended by itself, for want of memory for instance, builds no more.
  if (!builder || builder.exitCode !== null || builder.signalCode !== null)
    builder = fork(join(root, 'scripts', 'preview-build.ts'), { cwd: root, env });
  const child = builder;
  // Nothing is told by one that ended, be it for the sake of a fresh one.
  const told = new Promise<PreviewBuilt | undefined>((done) => {
    const end = () => done(undefined);
    child.once('exit', end);
    child.once('message', (message) => {
      child.off('exit', end);
      done(message as PreviewBuilt);
    });
  });
  child.send('build');
  const built = await told;
  const before = failure;
  if (built) failure = built.failure;
  else if (!child.killed) failure = stopped;
  if (built && failure === before) open.changed(built.changed);
  else open.everythingChanged();
}

/** The page at a path below the site as it stands, or what stands in its place; undefined where nothing does. */
function pageAt(path: string, { outputDir }: Settings): { status: number; html: string } | undefined {
  if (failure !== undefined) return { status: 500, html: buildFailure(failure) };
  for (const [file, status] of [[pageFile(path), 200] as const, ['404.html', 404] as const])
    if (existsSync(join(outputDir, file))) return { status, html: readFileSync(join(outputDir, file), 'utf8') };
  return undefined;
}

async function start(): Promise<void> {
  const settings = readSettings(env, new Date());
  const open = new LiveReload(settings.base);
  await build(open);
  // What editors look at is counted apart from what readers do.
  const counter = openSiteCounter(settings.outputDir, {
    COUNTER_DB: `${settings.outputDir}.counter.db`,
    SITE_URL: process.env['SITE_URL'],
  });
  const server = DevServer.getServer('xem-thu', settings.outputDir, {
    port,
    pathPrefix: `${settings.base}/`,
    // It tells all pages the same, and nothing it can tell lets some stay.
    liveReload: false,
    middleware: [
      (request: IncomingMessage, response: ServerResponse, next: () => void) => {
        if (!open.handle(request, response) && !counter?.handle(request, response)) next();
      },
    ],
    messageOnStart: ({ hosts }: { hosts: string[] }) =>
      `Mở ${hosts[0]} để xem; sửa tệp rồi lưu, trang tự cập nhật. Dừng: Ctrl+C.`,
    onRequest: {
      '/*': ({ url: { pathname } }: { url: URL }) => {
        const page = /\/$|\.html$/.test(pathname) && pageAt(pathname.slice(settings.base.length), settings);
        if (!page) return undefined;
        const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };
        return { status: page.status, headers, body: open.watching(page.html) };
      },
    },
  });
  server.serve(port);

  let running = false;
  let changed = false;
  const rebuild = async () => {
    changed = true;
    if (running) return;
    running = true;
    while (changed) {
      changed = false;
      await build(open);
    }
    running = false;
  };
  watch(settings.contentDir, { recursive: true }, () => void rebuild());
  for (const room of ['assets', 'layouts', 'news', 'search', 'site', 'vietnamese'])
    watch(join(root, room), { recursive: true }, () => {
      builder?.kill();
      builder = undefined;
      void rebuild();
    });
}

await runCommand(start);

import { type ChildProcess, fork } from 'node:child_process';
import { watch } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import DevServer from '@11ty/eleventy-dev-server';
import { buildFailure } from '#layouts/build-failure.ts';
import { readSettings, root } from '#site/settings.ts';
import { compiledCodeFolder } from './compiled-code.ts';
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

/** Builds once; whether there is anything new to see. */
async function build(): Promise<boolean> {
  // One that ended by itself, for want of memory for instance, builds no more.
  if (!builder || builder.exitCode !== null || builder.signalCode !== null)
    builder = fork(join(root, 'scripts', 'preview-build.ts'), { cwd: root, env });
  const child = builder;
  const told = new Promise<PreviewBuilt>((done) => {
    // One that was ended for the sake of a fresh one has nothing to tell.
    const end = () =>
      done(child.killed ? { ...(failure && { failure }), changed: false } : { failure: stopped, changed: true });
    child.once('exit', end);
    child.once('message', (message) => {
      child.off('exit', end);
      done(message as PreviewBuilt);
    });
  });
  child.send('build');
  const before = failure;
  const { failure: after, changed } = await told;
  failure = after;
  return changed || before !== after;
}

async function start(): Promise<void> {
  const settings = readSettings(env, new Date());
  await build();
  // What editors look at is counted apart from what readers do.
  const counter = openSiteCounter(settings.outputDir, {
    COUNTER_DB: `${settings.outputDir}.counter.db`,
    SITE_URL: process.env['SITE_URL'],
  });
  const server = DevServer.getServer('xem-thu', settings.outputDir, {
    port,
    pathPrefix: `${settings.base}/`,
    domDiff: false,
    middleware: [
      (request: IncomingMessage, response: ServerResponse, next: () => void) => {
        if (!counter?.handle(request, response)) next();
      },
    ],
    messageOnStart: ({ hosts }: { hosts: string[] }) =>
      `Mở ${hosts[0]} để xem; sửa tệp rồi lưu, trang tự cập nhật. Dừng: Ctrl+C.`,
    onRequest: {
      '/*': ({ url }: { url: URL }) =>
        failure !== undefined && /\/$|\.html$/.test(url.pathname)
          ? { status: 500, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: buildFailure(failure) }
          : undefined,
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
      // Every open page reloads: that server tells all of them the same, and nothing it can tell lets some stay.
      if (await build()) server.reload({ files: [], subtype: undefined });
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

import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import DevServer from '@11ty/eleventy-dev-server';
import { buildFailure } from '#layouts/build-failure.ts';
import { readSettings, root } from '#site/settings.ts';
import { runCommand } from './run-command.ts';
import { openSiteCounter } from './site-counter.ts';

// Builds, serves the result, and builds again in a fresh process at every change: a new process is what makes an
// edit of a layout or a rule count as much as one of an article. Drafts and scheduled articles are shown, marked.
// While a build fails, every page shows what it said.
const port = Number(process.env['PORT'] || 8080);
const env = {
  ...process.env,
  PREVIEW: process.env['PREVIEW'] ?? '1',
  OUTPUT_DIR: process.env['OUTPUT_DIR'] || '.cache/preview',
};

/** What the build that failed last said; undefined while all is well. */
let failure: string | undefined;

function build(): Promise<void> {
  const child = spawn(process.execPath, [join(root, 'scripts', 'build.ts')], { cwd: root, env, stdio: 'pipe' });
  let findings = '';
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    findings += text;
    process.stdout.write(text);
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    rest += text;
    process.stderr.write(text);
  });
  return new Promise((done) =>
    child.on('close', (status) => {
      failure = status === 0 ? undefined : findings || rest;
      done();
    }),
  );
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
      await build();
      server.reload({ files: [], subtype: undefined });
    }
    running = false;
  };
  const rooms = ['assets', 'layouts', 'news', 'site', 'vietnamese'].map((room) => join(root, room));
  for (const folder of [settings.contentDir, ...rooms]) watch(folder, { recursive: true }, () => void rebuild());
}

await runCommand(start);

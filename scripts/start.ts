import { type ChildProcess, fork } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { readSettings, root } from '#site/settings.ts';
import { compiledCodeFolder } from './compiled-code.ts';
import { LiveReload } from './live-reload.ts';
import { portOf } from './port-of.ts';
import type { PreviewBuilt } from './preview-build.ts';
import { openPreviewServer } from './preview-server.ts';
import { runCommand } from './run-command.ts';
import { openSiteCounter } from './site-counter.ts';

// Builds, serves the result, and builds again at every change: in one process as long as words and pictures change, which
// keeps what it has read; in a fresh one when a layout or a rule does, which must count as much. Drafts and scheduled
// articles are shown, marked. While a build fails, every page shows what it said.
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
async function build(reload: LiveReload): Promise<void> {
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
  if (built && failure === before) reload.changed(built.changed);
  else reload.everythingChanged();
}

async function start(): Promise<void> {
  const settings = readSettings(env, new Date());
  const [host, port] = [process.env['HOST'] || '127.0.0.1', portOf(process.env['PORT'] || '8080')];
  const reload = new LiveReload(settings.base);

  let running = false;
  let changed = false;
  const rebuild = async () => {
    changed = true;
    if (running) return;
    running = true;
    while (changed) {
      changed = false;
      await build(reload);
    }
    running = false;
  };
  // Before the first build: what is saved meanwhile is built too.
  const watched = { recursive: true, persistent: false };
  watch(settings.contentDir, watched, () => void rebuild());
  for (const room of ['assets', 'layouts', 'news', 'search', 'site', 'vietnamese'])
    watch(join(root, room), watched, () => {
      builder?.kill();
      builder = undefined;
      void rebuild();
    });
  await rebuild();

  // What editors look at is counted apart from what readers do.
  const counter = openSiteCounter(settings.outputDir, {
    COUNTER_DB: `${settings.outputDir}.counter.db`,
    SITE_URL: process.env['SITE_URL'],
  });
  const { origin } = await openPreviewServer(settings, {
    ...{ host, port, reload, failure: () => failure },
    handlers: counter ? [counter.handle] : [],
  });
  console.log(`Mở ${origin}${settings.base}/ để xem; sửa tệp rồi lưu, trang tự cập nhật. Dừng: Ctrl+C.`);
}

await runCommand(async () => {
  try {
    await start();
  } catch (error) {
    builder?.kill();
    throw error;
  }
});

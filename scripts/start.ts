import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { readSettings, root } from '#site/settings.ts';
import { compiledCodeFolder } from './compiled-code.ts';
import { LiveReload } from './live-reload.ts';
import { portOf } from './port-of.ts';
import type { PreviewBuilt } from './preview-build.ts';
import { openPreviewServer } from './preview-server.ts';
import { runCommand } from './run-command.ts';
import { openSiteCounter } from './site-counter.ts';
import { watchFolder } from './watch-folder.ts';

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

/**
 * Builds once, and has those pages loaded again that are other ones now. `isStale` tells whether something was saved
 * meanwhile, so that it is built again anyway.
 */
async function build(reload: LiveReload, isStale: () => boolean): Promise<void> {
  const before = failure;
  const isFresh = builder === undefined;
  builder ??= fork(join(root, 'scripts', 'preview-build.ts'), { cwd: root, env });
  const child = builder;
  // Nothing is told by one that ended, be it for the sake of a fresh one.
  const told = new Promise<PreviewBuilt | undefined>((done) => {
    const end = () => done(undefined);
    child.once('exit', end);
    child.once('message', (message) => {
      child.off('exit', end);
      done(message as PreviewBuilt);
    });
    child.send('build', (error) => error && end());
  });
  const built = await told;
  if (built) {
    // What failed may have been read while it was being saved.
    if (built.failure !== undefined && isStale()) return;
    failure = built.failure;
  } else if (!child.killed) {
    // It ended by itself, for want of memory for instance, perhaps long ago.
    builder = undefined;
    if (!isFresh) return await build(reload, isStale);
    failure = stopped;
  }
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
      await build(reload, () => changed);
    }
    running = false;
  };
  // Before the first build: what is saved meanwhile is built too.
  watchFolder(settings.contentDir, () => void rebuild());
  for (const room of ['assets', 'layouts', 'news', 'search', 'site', 'vietnamese'])
    watchFolder(join(root, room), () => {
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

import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import DevServer from '@11ty/eleventy-dev-server';
import { readSettings, root } from '#site/settings.ts';

// Builds, serves the result, and builds again in a fresh process at every change: a new process is what makes an
// edit of a layout or a rule count as much as one of an article. Drafts and scheduled articles are shown, marked.
const port = Number(process.env['PORT'] || 8080);
const env = {
  ...process.env,
  PREVIEW: process.env['PREVIEW'] ?? '1',
  OUTPUT_DIR: process.env['OUTPUT_DIR'] || '.cache/preview',
};
const settings = readSettings(env, new Date());

function build(): Promise<boolean> {
  const child = spawn(process.execPath, [join(root, 'scripts', 'build.ts')], { cwd: root, env, stdio: 'inherit' });
  return new Promise((done) => child.on('close', (status) => done(status === 0)));
}

await build();
const server = DevServer.getServer('xem-thu', settings.outputDir, {
  port,
  pathPrefix: `${settings.base}/`,
  domDiff: false,
  messageOnStart: ({ hosts }: { hosts: string[] }) =>
    `Mở ${hosts[0]} để xem; sửa tệp rồi lưu, trang tự cập nhật. Dừng: Ctrl+C.`,
});
server.serve(port);

let running = false;
let changed = false;

async function rebuild(): Promise<void> {
  changed = true;
  if (running) return;
  running = true;
  while (changed) {
    changed = false;
    if (await build()) server.reload({ files: [], subtype: undefined });
  }
  running = false;
}

for (const folder of [
  settings.contentDir,
  ...['assets', 'layouts', 'news', 'site', 'vietnamese'].map((room) => join(root, room)),
])
  watch(folder, { recursive: true }, () => void rebuild());

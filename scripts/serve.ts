import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { listen } from '#server/listen.ts';
import type { OpenServer } from '#server/open-server.ts';
import { openSiteCounter } from '#server/open-site-counter.ts';
import { parsePort } from '#server/parse-port.ts';
import { siteRequestListener } from '#server/site-request-listener.ts';
import { precompress } from '#site/build/precompress.ts';
import { projectRoot, readSettings, type Settings } from '#site/settings.ts';

const host = process.env['HOST'] || '127.0.0.1';

/** Builds the site if there is none; false if the build failed, after printing its output. */
function ensureBuilt({ outputDir }: Settings): boolean {
  if (existsSync(join(outputDir, 'build.json'))) return true;
  console.error(`Chưa có trang nào trong ${outputDir}: dựng trang trước (npm run build).`);
  const command = [join(projectRoot, 'scripts', 'run.mjs'), 'scripts/build.ts'];
  const { status } = spawnSync(process.execPath, command, { cwd: projectRoot, stdio: 'inherit' });
  return status === 0;
}

/** Precompresses the site; without write permission its pages are served uncompressed. */
async function compress({ outputDir }: Settings): Promise<void> {
  try {
    await precompress(outputDir);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['EACCES', 'EPERM', 'EROFS'].includes(code)) throw error;
    console.error(
      `LƯU Ý: không được ghi vào ${outputDir}, nên có trang chưa nén sẵn. Dựng trang với PRECOMPRESS=1 để nén.`,
    );
  }
}

async function open({ outputDir, base, origin }: Settings): Promise<OpenServer> {
  const port = parsePort(process.env['PORT'] || '8080');
  const counter = openSiteCounter(outputDir, { ...process.env, COUNTER_HOST: host });
  return listen(siteRequestListener(outputDir, counter ? [counter.handle] : [], base), {
    host,
    port,
    siteUrl: origin,
    envNames: { host: 'HOST', port: 'PORT' },
    onClose: counter ? [counter.close] : [],
  });
}

// Serves the built site and its counter to readers, directly or behind a proxy that terminates TLS.
async function serve(): Promise<void> {
  const settings = readSettings(process.env, new Date());
  if (!ensureBuilt(settings)) {
    process.exitCode = 1;
    return;
  }
  await compress(settings);
  const server = await open(settings);
  console.log(`Mở ${server.origin}${settings.base}/ để đọc trang. Dừng: Ctrl+C.`);
}

await serve();

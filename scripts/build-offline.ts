import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BuildCache } from '#site/cache/build-cache.ts';
import { oneAtATime } from '#site/cache/one-at-a-time.ts';
import { offlineCopyFiles, scanBuiltSite } from '#site/offline/offline-copy-files.ts';
import { writeZip } from '#site/offline/write-zip.ts';
import { readLists } from '#site/read/read-lists.ts';
import { projectRoot, readSettings, type Settings } from '#site/settings.ts';
import { isoDay, isoInstant } from '#vietnamese/date.ts';
import { fileSize } from '#vietnamese/file-size.ts';
import { slug } from '#vietnamese/slug.ts';

const started = performance.now();
const cache = join(projectRoot, '.cache');

/** Builds the site into a folder with a temporary cache; false if the build failed, after printing its output. */
function build(folder: string, cacheDir: string, { now }: Settings): boolean {
  const env = {
    ...process.env,
    OUTPUT_DIR: folder,
    MEMORY_DIR: cacheDir,
    BUILD_TIME: isoInstant(now),
    PRECOMPRESS: '',
  };
  const command = [join(projectRoot, 'scripts', 'run.mjs'), 'scripts/build.ts'];
  const options = { cwd: projectRoot, env, encoding: 'utf8', maxBuffer: Number.POSITIVE_INFINITY } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, command, options);
  if (status !== 0) {
    process.stdout.write(stdout);
    process.stderr.write(stderr);
  }
  return status === 0;
}

/** Writes the offline copy of the built site and prints where it is. */
async function writeCopy(folder: string, settings: Settings): Promise<void> {
  const { organisation } = readLists(settings.contentDir, BuildCache.inMemory()).lists;
  if (!organisation) throw new Error('site.yaml changed while the site was built');
  const day = isoDay(settings.now);
  const name = [slug(organisation.shortName), day].filter(Boolean).join('-');
  const zip = join(resolve(projectRoot, process.env['OFFLINE_DIR'] || '_offline'), `${name}.zip`);

  const files = offlineCopyFiles(folder, organisation, await scanBuiltSite(folder, settings));
  const written = await writeZip(zip, name, day, files);

  if (!settings.hasPublicUrl)
    console.error(
      'LƯU Ý: chưa đặt SITE_URL, nên bản chép không nói trang trên mạng ở đâu, và liên kết tới những gì chỉ có trên mạng chỉ còn là chữ. Muốn có: SITE_URL=https://địa-chỉ-thật npm run build:offline',
    );
  const seconds = ((performance.now() - started) / 1000).toFixed(1).replace('.', ',');
  console.log(`Xong: ${written.fileCount} tệp, ${fileSize(written.bytes)}, ${seconds} giây → ${zip}`);
}

/** A new temporary folder. Those that killed runs left behind are removed first: they may be large. */
function createWorkFolder(): string {
  for (const name of readdirSync(cache))
    if (/^offline-\w{6}$/.test(name)) rmSync(join(cache, name), { recursive: true, force: true });
  return mkdtempSync(join(cache, 'offline-'));
}

function waiting(): void {
  console.error('Một bản chép khác đang được làm; chờ nó xong.');
}

// Builds the whole site as one ZIP file that can be read from disk, without network or server.
const settings = readSettings(process.env, new Date());
await oneAtATime(join(cache, 'offline.lock'), waiting, async () => {
  const folder = createWorkFolder();
  const site = join(folder, 'site');
  try {
    console.error('Đang dựng trang rồi chép…');
    if (build(site, join(folder, 'memory'), settings)) await writeCopy(site, settings);
    else process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

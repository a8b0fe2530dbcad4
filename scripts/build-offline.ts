import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { oneAtATime } from '#site/cache/one-at-a-time.ts';
import { copiedFiles, readingCopy } from '#site/offline/copied-files.ts';
import { writeZip } from '#site/offline/write-zip.ts';
import { readOrganisation } from '#site/read/read-organisation.ts';
import { readSettings, root, type Settings } from '#site/settings.ts';
import { isoDay, isoInstant } from '#vietnamese/date.ts';
import { fileSize } from '#vietnamese/file-size.ts';
import { slug } from '#vietnamese/slug.ts';

const started = performance.now();
const cache = join(root, '.cache');

/** Builds the site for real into a folder, with a memory that goes when it does; false when that failed, which the build has said. */
function isBuilt(folder: string, memory: string, { now }: Settings): boolean {
  const env = { ...process.env, OUTPUT_DIR: folder, MEMORY_DIR: memory, BUILD_TIME: isoInstant(now), PRECOMPRESS: '' };
  const build = [join(root, 'scripts', 'run.mjs'), 'scripts/build.ts'];
  const options = { cwd: root, env, encoding: 'utf8', maxBuffer: Number.POSITIVE_INFINITY } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, build, options);
  if (status !== 0) {
    process.stdout.write(stdout);
    process.stderr.write(stderr);
  }
  return status === 0;
}

/** Makes the copy of the built site and says where it is. */
async function copy(folder: string, settings: Settings): Promise<void> {
  const organisation = await readOrganisation(settings.contentDir);
  const day = isoDay(settings.now);
  const name = [slug(organisation?.shortName ?? ''), day].filter(Boolean).join('-');
  const zip = join(resolve(root, process.env['OFFLINE_DIR'] || '_offline'), `${name}.zip`);

  const files = copiedFiles(folder, organisation?.name ?? '', await readingCopy(folder, settings));
  const written = await writeZip(zip, name, day, files);

  if (!settings.public)
    console.error(
      'LƯU Ý: chưa đặt SITE_URL, nên bản chép không nói trang trên mạng ở đâu, và liên kết tới những gì chỉ có trên mạng chỉ còn là chữ. Muốn có: SITE_URL=https://địa-chỉ-thật npm run build:offline',
    );
  const seconds = ((performance.now() - started) / 1000).toFixed(1).replace('.', ',');
  console.log(`Xong: ${written.files} tệp, ${fileSize(written.bytes)}, ${seconds} giây → ${zip}`);
}

/** A folder to work in, where no other run is at work. What runs left that were stopped goes first: it may be large. */
function workFolder(): string {
  for (const name of readdirSync(cache))
    if (/^offline-\w{6}$/.test(name)) rmSync(join(cache, name), { recursive: true, force: true });
  return mkdtempSync(join(cache, 'offline-'));
}

function waiting(): void {
  console.error('Một bản chép khác đang được làm; chờ nó xong.');
}

// The whole site as one ZIP that is read from a disk, without network or server.
const settings = readSettings(process.env, new Date());
await oneAtATime(join(cache, 'offline.lock'), waiting, async () => {
  const folder = workFolder();
  const site = join(folder, 'site');
  try {
    console.error('Đang dựng trang rồi chép…');
    if (isBuilt(site, join(folder, 'memory'), settings)) await copy(site, settings);
    else process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

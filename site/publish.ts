import { existsSync } from 'node:fs';
import { copyFile, glob, mkdir, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { compressedForms, precompress } from './precompress.ts';
import { searchContentsAddress } from './search/search-files.ts';
import { SettingsError } from './settings.ts';

async function filesUnder(folder: string): Promise<string[]> {
  const files: string[] = [];
  for await (const entry of glob('**/*', { cwd: folder, withFileTypes: true }))
    if (entry.isFile()) files.push(join(entry.parentPath, entry.name).slice(folder.length + 1));
  return files;
}

/** Throws when a folder holds something that no build of ours put there: it would be lost. */
export async function refuseForeignFolder(folder: string): Promise<void> {
  if (!existsSync(folder) || existsSync(join(folder, 'build.json'))) return;
  if ((await readdir(folder)).length > 0)
    throw new SettingsError(
      `OUTPUT_DIR=${folder} đang chứa những tệp không phải của trang: chọn một thư mục trống, kẻo mất chúng.`,
    );
}

/** Moves a finished build into place: only files that differ are touched, vanished ones go; so do their compressed forms. */
export async function publish(staged: string, output: string, compressed: boolean): Promise<void> {
  await mkdir(output, { recursive: true });
  const fresh = await filesUnder(staged);
  // What names other files goes in after them, so that no reader is sent to one that is not there yet.
  fresh.sort((a, b) => Number(`/${a}` === searchContentsAddress) - Number(`/${b}` === searchContentsAddress));
  for (const file of fresh) {
    const [from, to] = [join(staged, file), join(output, file)];
    if (existsSync(to) && (await readFile(from)).equals(await readFile(to))) continue;
    await mkdir(dirname(to), { recursive: true });
    // Before their file changes, so that at no instant, and after no crash, they say something else than it.
    for (const form of compressedForms(to)) await rm(form, { force: true });
    await moveFile(from, to);
  }
  const kept = new Set(compressed ? fresh.flatMap((file) => [file, ...compressedForms(file)]) : fresh);
  for (const file of await filesUnder(output)) if (!kept.has(file)) await removeFile(output, file);
  if (compressed) await precompress(output);
}

async function moveFile(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch {
    // Another file system: copy beside the place, then rename, so that no reader sees half a file.
    const beside = `${to}.${process.pid}`;
    await copyFile(from, beside);
    await rename(beside, to);
  }
}

async function removeFile(output: string, file: string): Promise<void> {
  await rm(join(output, file));
  for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
    if ((await readdir(join(output, folder))).length > 0) return;
    await rmdir(join(output, folder));
  }
}

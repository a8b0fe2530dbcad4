import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { copyFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { filesIn } from './files-in.ts';
import { compressedForms, precompress } from './precompress.ts';
import { searchContentsAddress } from './search/search-files.ts';
import { SettingsError } from './settings.ts';

/** Throws when a folder holds something that no build of ours put there: it would be lost. */
export function refuseForeignFolder(folder: string): void {
  if (!existsSync(folder) || existsSync(join(folder, 'build.json'))) return;
  if (readdirSync(folder).length > 0)
    throw new SettingsError(
      `OUTPUT_DIR=${folder} đang chứa những tệp không phải của trang: chọn một thư mục trống, kẻo mất chúng.`,
    );
}

/**
 * Moves a finished build into place, beside files that stay as they are: only what differs is touched, what is neither
 * staged nor kept goes; so do compressed forms. `before` is what stood in the output. Tells whether anything changed.
 */
export async function publish(
  staged: string,
  output: string,
  compressed: boolean,
  kept: ReadonlySet<string> = new Set(),
  before: ReadonlySet<string> = filesIn(output),
): Promise<boolean> {
  mkdirSync(output, { recursive: true });
  // What names other files goes in after them, so that no reader is sent to one that is not there yet.
  const fresh = [...filesIn(staged)].sort(
    (a, b) => Number(`/${a}` === searchContentsAddress) - Number(`/${b}` === searchContentsAddress),
  );
  const folders = new Set<string>();
  let changed = false;
  for (const file of fresh) {
    const [from, to] = [join(staged, file), join(output, file)];
    if (before.has(file) && readFileSync(from).equals(readFileSync(to))) continue;
    changed = true;
    const folder = dirname(to);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    // Before their file changes, so that at no instant, and after no crash, they say something else than it.
    for (const form of compressedForms(file)) if (before.has(form)) rmSync(join(output, form));
    await moveFile(from, to);
  }
  const standing = new Set([...fresh, ...kept].flatMap((file) => [file, ...(compressed ? compressedForms(file) : [])]));
  for (const file of before) {
    if (standing.has(file)) continue;
    changed = true;
    removeFile(output, file);
  }
  if (compressed) await precompress(output);
  return changed;
}

async function moveFile(from: string, to: string): Promise<void> {
  try {
    renameSync(from, to);
  } catch {
    // Another file system: copy beside the place, then rename, so that no reader sees half a file.
    const beside = `${to}.${process.pid}`;
    await copyFile(from, beside);
    await rename(beside, to);
  }
}

function removeFile(output: string, file: string): void {
  rmSync(join(output, file), { force: true });
  for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
    if (readdirSync(join(output, folder)).length > 0) return;
    rmdirSync(join(output, folder));
  }
}

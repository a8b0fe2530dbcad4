import {
  accessSync,
  constants,
  type Dirent,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { copyFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { filesIn } from '#site/cache/files-in.ts';
import { deployedFile } from '#site/deployment/deployed-site.ts';
import { searchManifestAddress } from '#site/search/index-files.ts';
import { type Settings, SettingsError } from '#site/settings.ts';
import { precompress, precompressedFiles } from './precompress.ts';

/** Throws a SettingsError if a folder holds files but no build: publishing would delete them. */
export function refuseForeignFolder(folder: string): void {
  if (!existsSync(folder) || existsSync(join(folder, 'build.json'))) return;
  if (readdirSync(folder).length > 0)
    throw new SettingsError(
      `OUTPUT_DIR=${folder} đang chứa những tệp không phải của trang: chọn một thư mục trống, kẻo mất chúng.`,
    );
}

/** Throws a SettingsError if a folder can neither be written to nor be created. */
export function refuseReadOnlyFolder(folder: string): void {
  let existing = folder;
  while (!existsSync(existing)) existing = dirname(existing);
  try {
    accessSync(existing, constants.W_OK);
  } catch {
    throw new SettingsError(`OUTPUT_DIR=${folder} không ghi được: chọn một thư mục mà lệnh này ghi được.`);
  }
}

/**
 * Moves a finished build to the output folder: files that differ are replaced; files that are neither staged nor in
 * `unchanged` are deleted, with their precompressed versions, and the record of the last deployment unless nothing
 * changed. `previous` lists the files of the output folder. Returns the added, changed and deleted files, and the folders
 * that were added as a whole, with a slash at their end.
 */
export async function publishOutput(
  staged: string,
  { outputDir: output, precompress: compressed }: Pick<Settings, 'outputDir' | 'precompress'>,
  unchanged: ReadonlySet<string> = new Set(),
  previous: ReadonlySet<string> = filesIn(output),
): Promise<string[]> {
  mkdirSync(output, { recursive: true });
  // Nothing has to be deleted from an empty folder.
  const stagedFiles = previous.size > 0 ? [...filesIn(staged)] : [];
  const changed = await moveFiles(staged, output, '', previous);
  const withPrecompressed = (file: string) => [file, ...(compressed ? precompressedFiles(file) : [])];
  const expected = new Set([...stagedFiles, ...unchanged].flatMap(withPrecompressed));
  for (const file of previous) {
    // The record of the last deployment: it does not say what is here if that has changed.
    if (file === deployedFile && changed.length === 0) continue;
    if (expected.has(file) || !statSync(join(output, file), { throwIfNoEntry: false })?.isFile()) continue;
    changed.push(file);
    removeFile(output, file);
  }
  if (compressed) await precompress(output);
  return changed;
}

/** Moves the files that differ from one folder to another, and returns them. A new folder is moved as a whole. */
async function moveFiles(
  staged: string,
  output: string,
  parent: string,
  previous: ReadonlySet<string>,
): Promise<string[]> {
  const changed: string[] = [];
  for (const entry of inPublishingOrder(readdirSync(join(staged, parent), { withFileTypes: true }), parent)) {
    const path = parent + entry.name;
    const [from, to] = [join(staged, path), join(output, path)];
    const existing = statSync(to, { throwIfNoEntry: false });
    // A file may be replaced by a folder, and a folder by a file.
    if (existing && existing.isDirectory() !== entry.isDirectory()) rmSync(to, { recursive: true });
    if (entry.isDirectory()) {
      if (!existing && tryRename(from, to)) changed.push(`${path}/`);
      else {
        mkdirSync(to, { recursive: true });
        changed.push(...(await moveFiles(staged, output, `${path}/`, previous)));
      }
      continue;
    }
    if (existing && previous.has(path) && readFileSync(from).equals(readFileSync(to))) continue;
    changed.push(path);
    // Deleted before their file changes: they must never differ from it, not even after a crash.
    for (const target of precompressedFiles(path))
      if (previous.has(target)) rmSync(join(output, target), { force: true });
    if (tryRename(from, to)) continue;
    // On another file system: copied under a temporary name first, so that no reader gets half a file.
    const temporary = `${to}.${process.pid}`;
    await copyFile(from, temporary);
    await rename(temporary, to);
  }
  return changed;
}

/** Puts the file that lists the search index last, so that no reader is referred to a file that is not there yet. */
function inPublishingOrder(entries: readonly Dirent[], parent: string): Dirent[] {
  const isLast = ({ name }: Dirent) => Number(`/${parent}${name}` === searchManifestAddress);
  return entries.toSorted((a, b) => isLast(a) - isLast(b));
}

function tryRename(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch {
    return false;
  }
}

function removeFile(output: string, file: string): void {
  rmSync(join(output, file), { force: true });
  for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
    if (readdirSync(join(output, folder)).length > 0) return;
    rmdirSync(join(output, folder));
  }
}

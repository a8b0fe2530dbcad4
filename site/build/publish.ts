import {
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
import { searchContentsAddress } from '#site/search/search-files.ts';
import { SettingsError } from '#site/settings.ts';
import { compressedForms, precompress } from './precompress.ts';

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
 * staged nor kept goes; so do compressed forms. `before` is what stood in the output. Gives the files that came, changed
 * or went, and the folders that came as a whole, with a slash at their end.
 */
export async function publish(
  staged: string,
  output: string,
  compressed: boolean,
  kept: ReadonlySet<string> = new Set(),
  before: ReadonlySet<string> = filesIn(output),
): Promise<string[]> {
  mkdirSync(output, { recursive: true });
  // Where nothing stood, nothing has to go.
  const fresh = before.size > 0 ? [...filesIn(staged)] : [];
  const changed = await moveIn(staged, output, '', before);
  const standing = new Set([...fresh, ...kept].flatMap((file) => [file, ...(compressed ? compressedForms(file) : [])]));
  for (const file of before) {
    if (standing.has(file) || !statSync(join(output, file), { throwIfNoEntry: false })?.isFile()) continue;
    changed.push(file);
    removeFile(output, file);
  }
  if (compressed) await precompress(output);
  return changed;
}

/** Moves what differs out of a folder into another, and tells what did. A folder that is new moves as a whole. */
async function moveIn(staged: string, output: string, below: string, before: ReadonlySet<string>): Promise<string[]> {
  const changed: string[] = [];
  for (const entry of inOrder(readdirSync(join(staged, below), { withFileTypes: true }), below)) {
    const path = below + entry.name;
    const [from, to] = [join(staged, path), join(output, path)];
    const there = statSync(to, { throwIfNoEntry: false });
    // What was a file may become a folder, and the other way round.
    if (there && there.isDirectory() !== entry.isDirectory()) rmSync(to, { recursive: true });
    if (entry.isDirectory()) {
      if (!there && moved(from, to)) changed.push(`${path}/`);
      else {
        mkdirSync(to, { recursive: true });
        changed.push(...(await moveIn(staged, output, `${path}/`, before)));
      }
      continue;
    }
    if (there && before.has(path) && readFileSync(from).equals(readFileSync(to))) continue;
    changed.push(path);
    // Before their file changes, so that at no instant, and after no crash, they say something else than it.
    for (const form of compressedForms(path)) if (before.has(form)) rmSync(join(output, form), { force: true });
    if (moved(from, to)) continue;
    // Another file system: copy beside the place, then rename, so that no reader sees half a file.
    const beside = `${to}.${process.pid}`;
    await copyFile(from, beside);
    await rename(beside, to);
  }
  return changed;
}

/** What names other files goes in after them, so that no reader is sent to one that is not there yet. */
function inOrder(entries: readonly Dirent[], below: string): Dirent[] {
  const last = ({ name }: Dirent) => Number(`/${below}${name}` === searchContentsAddress);
  return entries.toSorted((a, b) => last(a) - last(b));
}

function moved(from: string, to: string): boolean {
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

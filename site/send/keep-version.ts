import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { displayPath } from '#site/read/source-file.ts';
import { isoDay } from '#vietnamese/date.ts';
import { slug } from '#vietnamese/slug.ts';
import type { Repository } from './repository.ts';
import type { SendContext } from './send-context.ts';

/** A version of files that is kept on this machine. */
export interface KeptVersion {
  /** "ban-cat/2026-11-30-hoi-nghi" */
  readonly branch: string;
  /** The paths of copies of the files, as messages show them. */
  readonly copies: readonly string[];
}

/** What a version is called, and the files of it that an editor may want to read, relative to the root. */
interface VersionName {
  readonly title: string;
  readonly files: readonly string[];
}

/**
 * Keeps a commit under a branch of its own, named by the day and a title, and copies files of it to where an editor can
 * open them.
 */
export function keepVersion(
  { repository, settings, keptDir }: Omit<SendContext, 'dialog'>,
  commit: string,
  { title, files }: VersionName,
): KeptVersion {
  const shortTitle = slug(title).slice(0, 40).replace(/-+$/, '') || 'noi-dung';
  // A branch of that very name leaves no room for others below it.
  const folder = repository.commit('refs/heads/ban-cat') ? 'ban-cat-nhanh' : 'ban-cat';
  const branch = freeBranch(repository, `${folder}/${isoDay(settings.now)}-${shortTitle}`, commit);
  repository.git(['branch', '--no-track', '--force', branch, commit]);
  const copies = files.flatMap((path) => {
    const bytes = repository.fileAt(commit, path);
    const name = join(branch.slice(folder.length + 1), repository.pathInContent(path) ?? path);
    const copy = bytes && writeCopy(keptDir, name, bytes);
    return copy === undefined ? [] : [displayPath(copy)];
  });
  return { branch, copies };
}

function freeBranch(repository: Repository, name: string, commit: string, count = 1): string {
  const candidate = count === 1 ? name : `${name}-${count}`;
  const existing = repository.commit(`refs/heads/${candidate}`);
  return existing === undefined || existing === commit ? candidate : freeBranch(repository, name, commit, count + 1);
}

/**
 * Writes a copy where no other is, since an editor may have written on in that one; returns its path. Undefined if the
 * folder cannot be written: the branch has the file all the same.
 */
function writeCopy(keptDir: string, name: string, bytes: Uint8Array, count = 1): string | undefined {
  const file = join(count === 1 ? keptDir : join(keptDir, String(count)), name);
  if (existsSync(file)) return readFileSync(file).equals(bytes) ? file : writeCopy(keptDir, name, bytes, count + 1);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes, { flag: 'wx' });
    return file;
  } catch {
    return undefined;
  }
}

/** What is said instead where a version that is given up only deleted files. */
export const onlyDeletions = 'chỉ xóa tệp, nên không có gì để chép ra; các tệp ấy trở lại như trước.';

/** More paths than anybody reads. */
const maxTold = 10;

/** Where a version is kept, and how it is used again, after a phrase that names it: "Bản không giữ". */
export function describeKept(version: string, { branch, copies }: KeptVersion): string {
  if (copies.length === 0) return `${version} đã cất trên máy này, ở nhánh “${branch}”.`;
  const shown = copies.slice(0, maxTold).map((path) => `  ${path}`);
  const more = copies.length > maxTold ? [`  … và ${copies.length - maxTold} tệp nữa`] : [];
  return [
    `${version} đã chép ra (và cất ở nhánh “${branch}”):`,
    ...shown,
    ...more,
    'Cần dùng lại thì mở tệp ấy, chép đoạn cần, dán vào bài. Bài hay ảnh không còn thì chép cả tệp vào content/, đúng thư mục cũ.',
  ].join('\n');
}

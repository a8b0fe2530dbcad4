import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { articleAddress, articleSlug } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import type { Content } from '#news/visible-content.ts';
import { decodeAddress } from '#site/read/decode-address.ts';
import { fileSlug } from '#site/read/file-slug.ts';
import { displayPath } from '#site/read/source-file.ts';
import { type Settings, SettingsError } from '#site/settings.ts';
import { slug } from '#vietnamese/slug.ts';
import { findDeletedArticles } from './find-deleted-articles.ts';
import { filesAtCommit, gitText } from './git.ts';
import { withdrawnText } from './withdrawn-text.ts';
import { writeItemAtCommit } from './write-item-at-commit.ts';

/** An article that was withdrawn in its file. */
export interface Withdrawal {
  readonly file: string;
  readonly address: string;
  /** The files that were brought back from git; empty if the article was still there. */
  readonly restored: readonly string[];
}

/** What a withdrawal needs to know of the content. */
export interface WithdrawalContext extends Pick<Settings, 'contentDir' | 'base' | 'now'> {
  readonly articles: Content['articles'];
  /** The paths of all Markdown files, readable or not. */
  readonly paths: readonly string[];
}

/** An article that can be withdrawn. */
export interface FoundArticle {
  readonly address: string;
  /** Brings its file back from git if it is gone; returns the files that were written, the article's first. */
  readonly bringBack: () => readonly string[];
  /** The path of its file; undefined if it is gone. */
  readonly path: string | undefined;
  readonly now: Date;
}

/**
 * Finds an article by its address, its slug, its title or its file; "…" may end a shortened one. Throws a SettingsError
 * if there is none that can be withdrawn.
 */
export function findArticle(name: string, context: WithdrawalContext): FoundArticle {
  const accepts = slugFilter(name, context.base);
  const present = context.paths.filter((path) => /(^|\/)articles\//.test(path) && accepts(fileSlug(path)));
  if (present.length > 1)
    throw new SettingsError(`“${name}” là của ${present.length} bài: ghi rõ một tệp: ${present.join(', ')}`);
  const [path] = present;
  const { now } = context;
  if (path === undefined) return { ...findDeleted(name, accepts, context), path, now };
  const article = context.articles.find((each) => each.path === path);
  if (article) refuseHidden(article, now);
  return { address: articleAddress(fileSlug(path)), bringBack: () => [], path, now };
}

/** Writes the withdrawal of an article into its file, which comes back from git first if it is gone. */
export function withdrawArticle({ address, bringBack, path, now }: FoundArticle, reason: string): Withdrawal {
  const restored = bringBack();
  const [file = resolve(path ?? '')] = restored;
  writeFileSync(file, withdrawnText(displayPath(file), readFileSync(file, 'utf8'), reason, now));
  return { file, address, restored };
}

/** Whether a slug is the one that an editor named. Throws a SettingsError for an address of another kind of page. */
function slugFilter(name: string, base: string): (candidate: string) => boolean {
  const path = decodeAddress(/^https?:/i.test(name) ? new URL(name).pathname : name).normalize('NFC');
  if (path.endsWith('.md')) return (candidate) => candidate === fileSlug(path);
  const address = path.startsWith(`${base}/`) ? path.slice(base.length) : path;
  if (/^\/(?!bai-viet\/)/.test(address))
    throw new SettingsError(`Chỉ bài viết (/bai-viet/…/) mới gỡ được bằng lệnh này; “${name}” không phải là bài viết.`);
  if (address.endsWith('…')) {
    const start = address.slice(address.lastIndexOf('/') + 1, -1);
    return (candidate) => start !== '' && candidate.startsWith(start);
  }
  const wanted = articleSlug(address.endsWith('/') ? address : `${address}/`) ?? slug(address);
  return (candidate) => candidate === wanted;
}

function findDeleted(
  name: string,
  accepts: (slug: string) => boolean,
  { contentDir, articles }: WithdrawalContext,
): Pick<FoundArticle, 'address' | 'bringBack'> {
  const [deleted, another] = findDeletedArticles(contentDir, accepts);
  if (!deleted)
    throw new SettingsError(
      `Không có bài nào ở “${name}”, cả trong những bài đã xóa. Xem lại địa chỉ: mở bài trên trang, chép ở thanh địa chỉ.`,
    );
  if (another && fileSlug(another.path) !== fileSlug(deleted.path))
    throw new SettingsError(`“${name}” là của nhiều bài đã xóa: ${deleted.path}, ${another.path}; ghi rõ một tệp.`);
  const { path, commit } = deleted;
  const text = gitText(contentDir, 'cat-file', 'blob', `${commit}:./${path}`) ?? '';
  const id = /^id:[ \t]*(\S+)/m.exec(text)?.[1];
  const renamed = articles.find((article) => article.id === id);
  if (renamed)
    throw new SettingsError(
      `Bài ấy không mất, mà đã đổi tên thành ${renamed.path}: ở đó thêm hai dòng “oldUrls:” và “  - ${articleAddress(fileSlug(path))}”.`,
    );
  return {
    address: articleAddress(fileSlug(path)),
    bringBack: () => {
      const files = filesAtCommit(contentDir, commit) ?? [];
      const restored = writeItemAtCommit(contentDir, { path, commit, files }, contentDir, (file) => !existsSync(file));
      if (restored.length === 0) throw new SettingsError(`Không lấy lại được ${path} đã xóa.`);
      return restored;
    },
  };
}

function refuseHidden({ path, draft, date, withdrawn }: Article, now: Date): void {
  if (withdrawn) throw new SettingsError(`${path} đã gỡ từ trước: ${withdrawn.reason}`);
  if (!draft && date > now)
    throw new SettingsError(`${path} hẹn ngày chưa tới, nên chưa ai thấy: sửa date hoặc xóa tệp là đủ.`);
}

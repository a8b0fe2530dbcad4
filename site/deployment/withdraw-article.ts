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

/**
 * Writes the withdrawal of an article into its file, and brings the file back from git first if it is gone. The article
 * is named by its address, its slug or its file; "…" may end a shortened one. Throws a SettingsError.
 */
export function withdrawArticle(name: string, reason: string, context: WithdrawalContext): Withdrawal {
  const accepts = slugFilter(name, context.base);
  const present = context.paths.filter((path) => /(^|\/)articles\//.test(path) && accepts(fileSlug(path)));
  if (present.length > 1)
    throw new SettingsError(`“${name}” là của ${present.length} bài: ghi rõ một tệp: ${present.join(', ')}`);
  const [path] = present;
  const restored = path === undefined ? bringBack(name, accepts, context) : [];
  const [file = resolve(path ?? '')] = restored;
  const article = context.articles.find((each) => each.path === path);
  if (article) refuseHidden(article, context.now);
  writeFileSync(file, withdrawnText(displayPath(file), readFileSync(file, 'utf8'), reason, context.now));
  return { file, address: articleAddress(fileSlug(file)), restored };
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

function bringBack(
  name: string,
  accepts: (slug: string) => boolean,
  { contentDir, articles }: WithdrawalContext,
): string[] {
  const [deleted, another] = findDeletedArticles(contentDir, accepts);
  if (!deleted) throw new SettingsError(`Không có bài nào ở “${name}”, và trong lịch sử git cũng không có.`);
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
  const files = filesAtCommit(contentDir, commit) ?? [];
  const restored = writeItemAtCommit(contentDir, { path, commit, files }, contentDir, (file) => !existsSync(file));
  if (restored.length === 0) throw new SettingsError(`Không lấy lại được ${path} từ lịch sử git.`);
  return restored;
}

function refuseHidden({ path, draft, date, withdrawn }: Article, now: Date): void {
  if (withdrawn) throw new SettingsError(`${path} đã gỡ từ trước: ${withdrawn.reason}`);
  if (!draft && date > now)
    throw new SettingsError(`${path} hẹn ngày chưa tới, nên chưa ai thấy: sửa date hoặc xóa tệp là đủ.`);
}

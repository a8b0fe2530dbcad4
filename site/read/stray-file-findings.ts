import { statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { contentKinds } from '#news/content-kind.ts';
import { type Finding, finding, startOfFile } from '#site/finding.ts';
import { listFiles } from './read-lists.ts';
import { statisticsFolder } from './read-snapshots.ts';
import { displayPath, notAFile } from './source-file.ts';

/** Findings for files that look like content but are ignored because of their folder or name. */
export function strayFileFindings(contentDir: string, files: readonly string[]): Finding[] {
  return files
    .filter((file) => looksLikeContent(file) && !isRead(file))
    .map((file) => {
      return finding(
        startOfFile(displayPath(join(contentDir, file))),
        'tep-la',
        `tệp “${basename(file)}” nằm ở đây thì không được đọc`,
        strayRemedy(file),
      );
    });
}

/** Whether a file has the extension of an item or a list, or one that editors take for it. */
export function looksLikeContent(file: string): boolean {
  return /\.(md|markdown|mdown|md\.txt|yml|yaml|json)$/i.test(file);
}

function isRead(file: string): boolean {
  const inFolder = contentKinds.some((folder) => file.startsWith(`${folder}/`));
  const isSnapshot = dirname(file) === statisticsFolder && file.endsWith('.json');
  return listFiles.includes(file) || (inFolder && file.endsWith('.md')) || isSnapshot;
}

/** Findings for symbolic links to folders: what lies behind them is outside content/, and not read. */
export function linkedFolderFindings(contentDir: string, links: readonly string[]): Finding[] {
  return links
    .map((link) => join(contentDir, link))
    .filter((link) => statSync(link, { throwIfNoEntry: false })?.isDirectory())
    .map(notAFile);
}

function strayRemedy(file: string): string {
  if (file.endsWith('.json')) return 'xóa tệp này; số liệu của máy đếm thì để trong statistics/';
  if (/\.ya?ml$/.test(file)) return `các danh sách dùng được: ${listFiles.join(', ')}`;
  return `đổi tên thành ….md và để trong ${contentKinds.slice(0, -1).join('/, ')}/ hoặc ${contentKinds.at(-1)}/`;
}

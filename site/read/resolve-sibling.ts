import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative } from 'node:path';
import { nearest } from '#vietnamese/nearest.ts';
import { decodeAddress } from './decode-address.ts';

const extensions = {
  ảnh: ['.jpg', '.jpeg', '.png', '.webp', '.avif'],
  video: ['.mp4'],
  'tệp đính kèm': [
    '.pdf',
    ...['.doc', '.docx', '.odt', '.rtf', '.txt'],
    ...['.xls', '.xlsx', '.ods', '.csv'],
    ...['.ppt', '.pptx', '.odp'],
    ...['.jpg', '.jpeg', '.png', '.webp', '.mp3', '.mp4', '.zip'],
  ],
  'tệp văn bản': ['.pdf', '.doc', '.docx', '.odt', '.xls', '.xlsx', '.ods'],
};

export type FileKind = keyof typeof extensions;

function hasExtensionOf(name: string, kind: FileKind): boolean {
  return extensions[kind].includes(extname(name).toLowerCase());
}

/** Whether a name contains characters with a meaning in URLs; pictures are exempt because they get new names. */
function needsEscaping(name: string, kind: FileKind): boolean {
  return kind !== 'ảnh' && /[#?%]/.test(name);
}

/** The two folders whose files an article may reference: its own, and the one with the name of the article file. */
function folders(file: string): string[] {
  return [dirname(file), join(dirname(file), basename(file, '.md'))];
}

/** The file that an article references in one of its two folders, never outside; undefined if there is none. */
export function resolveSibling(file: string, name: string, kind: FileKind): string | undefined {
  const decoded = decodeAddress(name);
  if (needsEscaping(decoded, kind)) return undefined;
  if (!hasExtensionOf(decoded, kind) || /^[a-z]+:|^[\\/]|(^|[\\/])\.\.([\\/]|$)/i.test(decoded)) return undefined;
  return folders(file)
    .map((folder) => join(folder, decoded))
    .find((path) => isOwnFile(dirname(file), path));
}

/** Whether a path below a folder is a regular file that is reached without a symbolic link: one may lead anywhere. */
function isOwnFile(folder: string, path: string): boolean {
  // Unlike statSync, existsSync does not throw for a path with a null byte.
  if (!existsSync(path) || !statSync(path).isFile()) return false;
  return realpathSync(path) === join(realpathSync(folder), relative(folder, path));
}

/** What is wrong with a reference that `resolveSibling` did not resolve, and the remedy. */
export function explainMissingFile(file: string, name: string, kind: FileKind): [wrong: string, remedy: string] {
  const decoded = decodeAddress(name);
  if (needsEscaping(decoded, kind))
    return [`tên tệp “${decoded}” có dấu # ? hoặc %`, 'đổi tên tệp, chỉ dùng chữ, số và dấu gạch nối'];
  if (!hasExtensionOf(decoded, kind))
    return [`“${decoded}” không phải là ${kind} dùng được`, `dùng tệp ${extensions[kind].join(', ')} nằm cạnh bài`];
  const existing = folders(file).flatMap((folder) =>
    existsSync(folder) ? readdirSync(folder).filter((name) => isOwnFile(dirname(file), join(folder, name))) : [],
  );
  const near = nearest(
    decoded,
    existing.filter((candidate) => hasExtensionOf(candidate, kind)),
  );
  return [
    `không thấy ${kind} “${decoded}” cạnh bài`,
    near ? `có phải là “${near}”?` : 'chép tệp vào cạnh bài, tên viết đúng từng chữ',
  ];
}

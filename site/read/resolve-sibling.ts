import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative } from 'node:path';
import { nearest } from '#vietnamese/nearest.ts';
import { decodeAddress } from './decode-address.ts';
import { caselessNameKey, nameKey } from './name-key.ts';
import { type NameKey, namesIn, namesWithKey } from './names-in-folder.ts';

const extensions = {
  ảnh: ['.jpg', '.jpeg', '.png', '.webp', '.avif', '.gif', '.jfif'],
  video: ['.mp4'],
  'tệp đính kèm': [
    '.pdf',
    ...['.doc', '.docx', '.odt', '.rtf', '.txt'],
    ...['.xls', '.xlsx', '.ods', '.csv'],
    ...['.ppt', '.pptx', '.odp'],
    ...['.jpg', '.jpeg', '.png', '.webp', '.gif', '.mp3', '.mp4', '.zip', '.rar', '.7z'],
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

/** The two folders whose files an article or a list may reference: its own, and the one with the name of its file. */
export function siblingFolders(file: string): string[] {
  return [dirname(file), join(dirname(file), basename(file, extname(file)))];
}

/** The address of a file without what only browsers read: "a.pdf" of "a.pdf?v=2#page=3". */
export function withoutSuffix(name: string): string {
  return name.split(/[#?]/, 1)[0] ?? '';
}

/**
 * The file that an article references in one of its two folders, never outside; undefined if there is none. Where no
 * name is equal, the only one that looks the same is meant, or else the only one that differs in letter case.
 */
export function resolveSibling(file: string, name: string, kind: FileKind): string | undefined {
  const decoded = decodeAddress(name);
  if (needsEscaping(decoded, kind)) return undefined;
  if (!hasExtensionOf(decoded, kind) || /^[a-z]+:|^[\\/]|(^|[\\/])\.\.([\\/]|$)/i.test(decoded)) return undefined;
  return (
    siblingFolders(file)
      .map((folder) => join(folder, decoded))
      .find((path) => isOwnFile(dirname(file), path)) ??
    onlyAlike(file, decoded, nameKey) ??
    onlyAlike(file, decoded, caselessNameKey)
  );
}

function onlyAlike(file: string, name: string, key: NameKey): string | undefined {
  const [found, another] = alike(file, name, key);
  return another === undefined ? found : undefined;
}

/** The files of the first folder of an article with any whose names have the same key. */
function alike(file: string, name: string, key: NameKey): string[] {
  const parts = name.split(/[\\/]/).filter((part) => part !== '.');
  return (
    siblingFolders(file)
      .map((folder) => pathsAlike(folder, parts, key).filter((path) => isOwnFile(dirname(file), path)))
      .find((paths) => paths.length > 0) ?? []
  );
}

function pathsAlike(folder: string, [part, ...rest]: readonly string[], key: NameKey): string[] {
  if (part === undefined) return [folder];
  return namesWithKey(folder, key, key(part)).flatMap((name) => pathsAlike(join(folder, name), rest, key));
}

/** Whether a path below a folder is a regular file that is reached without a symbolic link: one may lead anywhere. */
function isOwnFile(folder: string, path: string): boolean {
  // Unlike statSync, existsSync does not throw for a path with a null byte.
  if (!existsSync(path) || !statSync(path).isFile()) return false;
  // The native function returns the name as it is on the disk, even on Windows and macOS, which ignore letter case.
  return realpathSync.native(path) === join(realpathSync.native(folder), relative(folder, path));
}

/** What is wrong with a reference that `resolveSibling` did not resolve, and the remedy. */
export function explainMissingFile(file: string, name: string, kind: FileKind): [wrong: string, remedy: string] {
  const decoded = decodeAddress(name);
  const elsewhere = explainElsewhere(decoded, kind);
  if (elsewhere) return elsewhere;
  const shown = shortened(decoded);
  const path = withoutSuffix(decoded);
  if (path !== decoded && resolveSibling(file, path, kind))
    return [`“${shown}” không phải là tên tệp`, `viết “${path}”`];
  if (needsEscaping(decoded, kind))
    return [`tên tệp “${shown}” có dấu # ? hoặc %`, 'đổi tên tệp, chỉ dùng chữ, số và dấu gạch nối'];

  const written = basename(decoded.replaceAll('\\', '/'));
  const isUsable = (candidate: string) => hasExtensionOf(candidate, kind) && !needsEscaping(candidate, kind);
  const existing = siblingFolders(file).flatMap((folder) =>
    namesIn(folder).filter((candidate) => isUsable(candidate) && isOwnFile(dirname(file), join(folder, candidate))),
  );
  // Windows hides the last extension of a name: what it shows as "a.pdf" may be "a.pdf.pdf".
  const longer = existing.find((candidate) => candidate.startsWith(`${written}.`));
  if (!hasExtensionOf(decoded, kind))
    return [`“${shown}” không phải là ${kind} dùng được`, suggestion(longer) ?? otherFormatRemedy(decoded, kind)];
  return (
    explainUnusable(file, decoded, shown) ?? [
      `không thấy ${kind} “${shown}” cạnh bài`,
      suggestion(longer ?? nearest(written, existing)) ?? 'chép tệp vào cạnh bài, tên viết đúng từng chữ',
    ]
  );
}

function suggestion(name: string | undefined): string | undefined {
  return name === undefined ? undefined : `có phải là “${name}”?`;
}

/** Explains a reference that is no name of a file of ours: an address, a path on the editor's computer. */
function explainElsewhere(name: string, kind: FileKind): [wrong: string, remedy: string] | undefined {
  if (/^data:/i.test(name))
    return [
      `${kind} nằm ngay trong chữ của bài (“${name.slice(0, 20)}…”)`,
      'lưu thành một tệp cạnh bài rồi viết tên tệp ấy',
    ];
  const fileName = basename(withoutSuffix(name).replaceAll('\\', '/'));
  if (/^(https?:|\/\/)/i.test(name))
    return kind === 'ảnh'
      ? [`ảnh “${shortened(name)}” ở trang khác`, 'tải ảnh được phép dùng về cạnh bài, rồi chỉ viết tên tệp']
      : [
          `${kind} “${shortened(name)}” ở trang khác`,
          'tải tệp về cạnh bài rồi chỉ viết tên tệp, hoặc viết liên kết trong thân bài',
        ];
  if (/^([a-z]:|file:|\\\\|\/(Users|home|Volumes|mnt|media)\/)/i.test(name))
    return [
      `“${shortened(name)}” là đường dẫn trên một máy tính`,
      `chép tệp vào cạnh bài rồi chỉ viết tên tệp “${shortened(fileName)}”`,
    ];
  return undefined;
}

/** Explains a name that exists but is no file, or that several files have in common. */
function explainUnusable(file: string, name: string, shown: string): [wrong: string, remedy: string] | undefined {
  if (/[\0]|(^|[\\/])\.\.([\\/]|$)/.test(name)) return undefined;
  const stats = siblingFolders(file)
    .map((folder) => lstatSync(join(folder, name), { throwIfNoEntry: false }))
    .find((found) => found !== undefined);
  if (stats?.isSymbolicLink()) return [`“${shown}” là một lối tắt tới nơi khác`, 'chép chính tệp ấy vào đây'];
  if (stats?.isDirectory()) return [`“${shown}” là một thư mục, không phải một tệp`, 'viết tên một tệp trong đó'];
  if (stats && !stats.isFile())
    return [`“${shown}” không phải là một tệp thường`, 'xóa đi, hoặc chép tệp thật vào đây'];
  const count = alike(file, name, nameKey).length;
  return count > 1
    ? [`cạnh bài có ${count} tệp tên trông giống hệt “${shown}”`, 'giữ một tệp, xóa hoặc đổi tên tệp kia']
    : undefined;
}

function otherFormatRemedy(name: string, kind: FileKind): string {
  const extension = extname(name).toLowerCase();
  if (['.heic', '.heif'].includes(extension)) return heicRemedy;
  if (kind === 'ảnh' && extension === '.svg') return svgRemedy;
  return `dùng tệp ${extensions[kind].join(', ')} nằm cạnh bài`;
}

/** How an iPhone makes pictures that every browser reads. */
export const heicRemedy =
  'gửi ảnh qua Zalo hay thư để có tệp .jpg; lần sau, trên iPhone chọn Cài đặt › Camera › Định dạng › Tương thích nhất';
/** Which programs make a picture of a drawing. */
export const svgRemedy = 'thêm bằng bàn biên tập, máy đổi thành .png; hoặc lưu thành .png rộng ít nhất 1.440 điểm ảnh';

/** A name short enough for a message. */
function shortened(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}

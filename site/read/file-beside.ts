import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { nearest } from '#vietnamese/nearest.ts';
import { readable } from './readable.ts';

const kinds = {
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

export type FileKind = keyof typeof kinds;

function isOfKind(name: string, kind: FileKind): boolean {
  return kinds[kind].includes(extname(name).toLowerCase());
}

/** Whether a name cannot stand in an address as it is; pictures get names of their own. */
function isOutOfAddress(name: string, kind: FileKind): boolean {
  return kind !== 'ảnh' && /[#?%]/.test(name);
}

/** The two folders whose files an article may name: its own, and the one called like it. */
function folders(file: string): string[] {
  return [dirname(file), join(dirname(file), basename(file, '.md'))];
}

/** The file an article names, beside it or in the folder called like it, and no way out of there; undefined when there is none. */
export function fileBeside(file: string, name: string, kind: FileKind): string | undefined {
  const plain = readable(name);
  if (isOutOfAddress(plain, kind)) return undefined;
  if (!isOfKind(plain, kind) || /^[a-z]+:|^[\\/]|(^|[\\/])\.\.([\\/]|$)/i.test(plain)) return undefined;
  return folders(file)
    .map((folder) => join(folder, plain))
    .find((place) => existsSync(place) && !lstatSync(place).isSymbolicLink());
}

/** What is wrong with the name of a file that is not there, and how to put it right. */
export function missingFile(file: string, name: string, kind: FileKind): [wrong: string, remedy: string] {
  const plain = readable(name);
  if (isOutOfAddress(plain, kind))
    return [`tên tệp “${plain}” có dấu # ? hoặc %`, 'đổi tên tệp, chỉ dùng chữ, số và dấu gạch nối'];
  if (!isOfKind(plain, kind))
    return [`“${plain}” không phải là ${kind} dùng được`, `dùng tệp ${kinds[kind].join(', ')} nằm cạnh bài`];
  const there = folders(file).flatMap((folder) => (existsSync(folder) ? readdirSync(folder) : []));
  const near = nearest(
    plain,
    there.filter((each) => isOfKind(each, kind)),
  );
  return [
    `không thấy ${kind} “${plain}” cạnh bài`,
    near ? `có phải là “${near}”?` : 'chép tệp vào cạnh bài, tên viết đúng từng chữ',
  ];
}

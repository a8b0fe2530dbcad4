import { closeSync, lstatSync, openSync, readSync } from 'node:fs';

/** What a file is, by its bytes: a format, or why it is none. */
export type FileType = keyof typeof fileTypeNames;

/** The types in Vietnamese, as the end of “bên trong là …”. */
export const fileTypeNames = {
  pdf: 'tệp PDF',
  docx: 'tệp Word (.docx)',
  xlsx: 'tệp Excel (.xlsx)',
  pptx: 'tệp PowerPoint (.pptx)',
  odf: 'tệp LibreOffice (.odt, .ods, .odp)',
  zip: 'tệp nén ZIP',
  ole: 'tệp Office kiểu cũ, hoặc tệp Office có mật khẩu',
  rtf: 'văn bản RTF',
  rar: 'tệp nén RAR',
  '7z': 'tệp nén 7z',
  jpeg: 'ảnh JPEG',
  png: 'ảnh PNG',
  gif: 'ảnh GIF',
  webp: 'ảnh WebP',
  avif: 'ảnh AVIF',
  heic: 'ảnh HEIC (của iPhone)',
  svg: 'hình vẽ SVG',
  tiff: 'ảnh TIFF',
  mp4: 'video hoặc tiếng MP4',
  mp3: 'tiếng MP3',
  html: 'một trang web (HTML)',
  xml: 'tệp XML',
  pointer: 'con trỏ của Git LFS, không phải tệp thật',
  empty: 'không có gì (0 byte)',
  zeros: 'một dãy số 0',
  cut: 'một phần của tệp, phần cuối bị mất',
  text: 'chữ thường',
  other: 'dữ liệu không rõ là gì',
} as const;

/** What stands at an offset of a file, as Latin-1; the first that matches counts. */
const signatures: readonly (readonly [FileType, offset: number, ...texts: string[]])[] = [
  ['zip', 0, 'PK\x03\x04', 'PK\x05\x06'],
  ['ole', 0, '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1'],
  ['rtf', 0, '{\\rtf'],
  ['rar', 0, 'Rar!\x1A\x07'],
  ['7z', 0, '7z\xBC\xAF\x27\x1C'],
  ['jpeg', 0, '\xFF\xD8\xFF'],
  ['png', 0, '\x89PNG\r\n\x1A\n'],
  ['gif', 0, 'GIF87a', 'GIF89a'],
  ['webp', 8, 'WEBP'],
  ['tiff', 0, 'II*\0', 'MM\0*'],
  ['mp3', 0, 'ID3', '\xFF\xFB', '\xFF\xFA', '\xFF\xF3', '\xFF\xF2'],
  ['pointer', 0, 'version https://git-lfs'],
];

/** The main brands of files that begin with a box “ftyp” and are pictures. */
const pictureBrands = /^(avif|avis|hei[cmsx]|hev[cmsx]|mif1|msf1)$/;

const headLength = 1024;
/** A ZIP file ends with its list of names, and with at most 64 KiB of comment. */
const tailLength = 66_000;

/** The type of a file by its first and last bytes; undefined if it is no regular file. */
export function readFileType(file: string): FileType | undefined {
  if (!lstatSync(file).isFile()) return undefined;
  const descriptor = openSync(file, 'r');
  try {
    const { size } = lstatSync(file);
    const part = (start: number, length: number) => {
      const bytes = Buffer.alloc(Math.min(length, size - start));
      return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, start)).toString('latin1');
    };
    const head = part(0, headLength);
    const type = typeOfBeginning(head);
    return type === 'zip' || type === 'pdf'
      ? typeWithEnd(type, head, part(Math.max(0, size - tailLength), tailLength))
      : type;
  } finally {
    closeSync(descriptor);
  }
}

/** The type of a file by its first kilobyte. */
export function typeOfBytes(bytes: Uint8Array): FileType {
  return typeOfBeginning(
    Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headLength)).toString('latin1'),
  );
}

function typeOfBeginning(head: string): FileType {
  if (head === '') return 'empty';
  const signature = signatures.find(([, offset, ...texts]) => texts.some((text) => head.startsWith(text, offset)));
  if (signature) return signature[0];
  if (/^(ftyp|moov|mdat|wide)$/.test(head.slice(4, 8))) return typeOfBoxes(head);
  if (head.includes('%PDF-')) return 'pdf';
  return typeOfText(head);
}

function typeOfBoxes(head: string): FileType {
  const brands = head.slice(8, Math.max(head.charCodeAt(3), 12));
  if (!pictureBrands.test(brands.slice(0, 4))) return 'mp4';
  return /avi[fs]/.test(brands) ? 'avif' : 'heic';
}

function typeOfText(head: string): FileType {
  if (head.replaceAll('\0', '') === '') return 'zeros';
  // Latin-1 of a text in UTF-8 contains these bytes.
  if (/\p{Cc}/u.test(head.replace(/[\s\x80-\x9F]/g, ''))) return 'other';
  const start = head.replace(/^\xEF\xBB\xBF/, '').trimStart();
  if (/^<(!doctype\s+html|html|head|body)\b/i.test(start)) return 'html';
  if (/^<(\?xml|!--|!doctype|svg)/i.test(start) && /<svg[\s>]/i.test(start)) return 'svg';
  return start.startsWith('<?xml') ? 'xml' : 'text';
}

function typeWithEnd(type: 'zip' | 'pdf', head: string, tail: string): FileType {
  // A PDF that ends within its first kilobyte is too small to be a part of one.
  if (type === 'pdf') return tail.length <= headLength || /%%EOF|startxref/.test(tail) ? 'pdf' : 'cut';
  if (!tail.includes('PK\x05\x06')) return 'cut';
  if (head.includes('mimetypeapplication/vnd.oasis.opendocument')) return 'odf';
  // Each name in the list of names follows 46 bytes about its file.
  const folders = tail
    .split('PK\x01\x02')
    .slice(1)
    .map((entry) => entry.slice(42).split('/', 1)[0] ?? '');
  return folders.map((folder) => officeFolders[folder]).find((type) => type !== undefined) ?? 'zip';
}

/** The folder in which an Office file keeps its content. */
const officeFolders: Readonly<Record<string, FileType>> = { word: 'docx', xl: 'xlsx', ppt: 'pptx' };

import { closeSync, existsSync, lstatSync, openSync, readFileSync, readlinkSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { deployedFile } from '#site/deployment/deployed-site.ts';
import { gamblingPhrases } from '#vietnamese/gambling-phrases.ts';
import { allFiles } from './built-site.ts';
import { isSameBuild, parseDeployed, readDeployed } from './deployed-build.ts';
import type { Deviation, Difference, Verification } from './difference.ts';
import { isHostFile, renamedHostFiles } from './files-for-hosts.ts';
import { pageChange } from './page-change.ts';

/** In bytes: how much of a file that should not be there is read to say what it is. */
const glance = 65_536;

/** What a web server runs, or takes its configuration from. */
const programs =
  /(?:^|\/)(?:\.htaccess|\.user\.ini|php\.ini|web\.config)$|\.(?:php\d?|phtml|phps?|phar|pht|inc|cgi|fcgi|pl|py|rb|sh|exe|asp|aspx|ashx|asmx|cer|jsp|jspx|shtml|shtm)(?:\.|$)/i;

/** What authorities put down for a moment to see who owns a domain (RFC 8555 §8.3), and mail clients of hosts. */
const challenge = /^\.well-known\/(?:acme-challenge|pki-validation)\/[\w.-]{1,200}$/;

/** Compares the files of a folder on a web server with those of a built site. */
export function verifyFolder(built: string, folder: string): Verification {
  const expected = allFiles(built);
  const known = new Set(expected);
  const there = allFiles(folder);
  const present = new Set(there);
  const unseen: { address: string; reason: string }[] = [];
  const differences: Difference[] = [];
  const add = (address: string, deviations: () => readonly Deviation[]) => {
    try {
      differences.push(...deviations().map((found) => ({ ...found, address, who: '' })));
    } catch (error) {
      unseen.push({ address, reason: `không đọc được (${(error as NodeJS.ErrnoException).code ?? error})` });
    }
  };
  for (const path of there) add(path, () => judgeFile(built, folder, path, known));
  for (const path of expected)
    if (!present.has(path) && !isHostFile(path) && !isCompressed(path, known))
      differences.push({ kind: 'missing', what: 'thiếu: bản dựng có tệp này', detail: '', address: path, who: '' });
  return { differences, unseen, notes: [], compared: there.length, requests: 0 };
}

function judgeFile(built: string, folder: string, path: string, known: ReadonlySet<string>): Deviation[] {
  const file = join(folder, path);
  const stats = lstatSync(file);
  if (stats.isSymbolicLink())
    return [
      {
        kind: 'extra',
        what: 'là liên kết tượng trưng (symbolic link), bản dựng không có',
        detail: `tới ${readlinkSync(file)}`,
      },
    ];
  if (!stats.isFile()) return [{ kind: 'extra', what: 'không phải là tệp thường', detail: '' }];
  if (path === deployedFile) return judgeRecord(built, file);
  if (known.has(path) && !isCompressed(path, known)) return judgeKnown(built, folder, path);
  if (isCompressed(path, known)) return judgeCompressed(built, folder, path);
  const original = renamedHostFiles[path];
  if (original !== undefined && existsSync(join(built, original)) && isSame(join(built, original), file)) return [];
  const head = readHead(file);
  if (challenge.test(path) && stats.size < 1_000 && !head.includes('<')) return [];
  return [extraFile(path, head, stats.size)];
}

/** The record of the deployment, which a fresh build does not have. */
function judgeRecord(built: string, file: string): Deviation[] {
  const [expected, record] = [readDeployed(built), parseDeployed(readFileSync(file, 'utf8'))];
  if (record && (!expected || isSameBuild(expected, record))) return [];
  const what = record ? 'là của một bản dựng khác' : 'không đọc được: hỏng hay bị sửa';
  return [{ kind: 'changed', what, detail: '' }];
}

/** Whether a file is the compressed form of a built one. */
function isCompressed(path: string, known: ReadonlySet<string>): boolean {
  return /\.(?:br|gz)$/.test(path) && known.has(path.slice(0, -3));
}

function judgeKnown(built: string, folder: string, path: string): Deviation[] {
  const original = renamedHostFiles[path];
  const [expected, file] = [join(built, path), join(folder, path)];
  if (isSame(expected, file) || (original !== undefined && isSame(join(built, original), file))) return [];
  if (isHostFile(path))
    return [
      { kind: 'program', what: 'bị sửa: máy chủ lấy cấu hình từ tệp này', detail: firstChange(expected, file, false) },
    ];
  if (!/\.(?:html|css|js|json|xml|txt|svg|webmanifest|csv)$/.test(path))
    return [{ kind: 'changed', what: 'khác bản dựng', detail: '' }];
  const changes = pageChange(readFileSync(expected, 'utf8'), readFileSync(file, 'utf8'), path.endsWith('.html'));
  // Bytes that are no UTF-8 may differ where their text does not.
  const found = changes.length > 0 ? changes : [{ kind: 'changed' as const, what: 'khác bản dựng', detail: '' }];
  return found.map((change) =>
    path.endsWith('.js')
      ? { ...change, kind: 'injected', what: 'bị sửa: mã JavaScript' }
      : { ...change, what: inFile(change.what) },
  );
}

/** What a visitor would see, said of the file. */
function inFile(what: string): string {
  return `khác bản dựng: người mở trang ${what}`;
}

function firstChange(expected: string, file: string, isPage: boolean): string {
  return pageChange(readFileSync(expected, 'utf8'), readFileSync(file, 'utf8'), isPage)[0]?.detail ?? '';
}

/** A compressed form holds the bytes of the built file, or readers get something else than who looks at the file. */
function judgeCompressed(built: string, folder: string, path: string): Deviation[] {
  const expected = readFileSync(join(built, path.slice(0, -3)));
  const decompress = path.endsWith('.br') ? brotliDecompressSync : gunzipSync;
  let bytes: Buffer;
  try {
    bytes = decompress(readFileSync(join(folder, path)), { maxOutputLength: expected.length + 2 ** 20 });
  } catch {
    return [
      {
        kind: 'changed',
        what: 'là bản nén hỏng, hay quá dài: trình duyệt nhận tệp này thay cho tệp thường',
        detail: '',
      },
    ];
  }
  if (bytes.equals(expected)) return [];
  const changes = pageChange(expected.toString('utf8'), bytes.toString('utf8'), path.includes('.html'));
  const [change = { kind: 'changed' as const, what: '', detail: '' }] = changes;
  return [
    {
      ...change,
      what: `là bản nén của một tệp khác với bản dựng${change.what && `: người mở trang ${change.what}`}; chỉ là bản cũ thì xóa đi`,
    },
  ];
}

function isSame(first: string, second: string): boolean {
  const [one, other] = [lstatSync(first), lstatSync(second)];
  return one.size === other.size && readFileSync(first).equals(readFileSync(second));
}

function readHead(file: string): string {
  const descriptor = openSync(file, 'r');
  try {
    const { buffer } = Buffer.alloc(glance);
    const bytes = new Uint8Array(buffer);
    return Buffer.from(bytes.subarray(0, readSync(descriptor, bytes))).toString('utf8');
  } finally {
    closeSync(descriptor);
  }
}

/** A file that the build does not have. */
function extraFile(path: string, head: string, size: number): Deviation {
  const isProgram = programs.test(path) || /<\?(?:php|=)|^#!/.test(head);
  const [phrase] = gamblingPhrases(head);
  const about = [
    `${size} byte`,
    /<\?(?:php|=)/.test(head) && 'có mã PHP',
    phrase && `có chữ quảng cáo cờ bạc “${phrase.text}”`,
  ];
  return {
    kind: isProgram ? 'program' : 'extra',
    what: isProgram ? 'tệp lạ, máy chủ có thể chạy hay lấy làm cấu hình' : 'tệp lạ, bản dựng không có',
    detail: about.filter(Boolean).join(', '),
  };
}

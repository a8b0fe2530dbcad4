import { hash } from 'node:crypto';
import { lstatSync, readFileSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { type Finding, finding, type SourceLocation, startOfFile, type TextEdit } from '#site/finding.ts';
import { conflictFindings } from './conflict-findings.ts';
import { ContentChangedError } from './content-changed-error.ts';
import { damagedTextFindings } from './damaged-text-findings.ts';
import { indexOfUnprintable } from './index-of-unprintable.ts';
import { repairText } from './repair-text.ts';
import { unfencedFrontMatter } from './unfenced-front-matter.ts';

/** The path of a file as messages show it: relative to the working directory if the file is inside it. */
export function displayPath(file: string): string {
  const path = relative(process.cwd(), file);
  return (path.startsWith('..') ? file : path).replaceAll('\\', '/');
}

/** A file of content/ as text, in normalised form. */
export interface SourceFile {
  readonly file: string;
  readonly path: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** Text in normalised form: no BOM, line ends as LF, NFC, with the repairs of repairText. */
export function normaliseText(raw: string): string {
  return normaliseAndRepair(raw).text;
}

function normaliseAndRepair(raw: string): ReturnType<typeof repairText> {
  const repaired = repairText(
    raw
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n')
      .normalize('NFC'),
  );
  return repaired.repairs.length === 0 ? repaired : { ...repaired, text: repaired.text.normalize('NFC') };
}

const rewriteNormalised: TextEdit = { offset: 0, length: 0, text: '' };

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The bytes of a file; undefined for what is none: a symbolic link, or a pipe, which would block. */
export function readBytes(file: string): Uint8Array | undefined {
  return lstatSync(file).isFile() ? readFileSync(file) : undefined;
}

/** The text of a file that was checked before. Throws a ContentChangedError if its bytes no longer have that hash. */
export function readUnchangedText(file: string, sha256: string): string {
  const bytes = bytesIfExists(file);
  if (!bytes || hash('sha256', bytes) !== sha256) throw new ContentChangedError(displayPath(file));
  return normaliseText(decoder.decode(bytes));
}

function bytesIfExists(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** The finding for a symbolic link, to a file or a folder, or a pipe or device. */
export function notAFile(file: string): Finding {
  const location = startOfFile(displayPath(file));
  if (!lstatSync(file).isSymbolicLink())
    return finding(location, 'tep-la', 'đây không phải là một tệp thường', 'xóa đi, hoặc chép tệp thật vào đây');
  const kind = statSync(file, { throwIfNoEntry: false })?.isDirectory() ? 'thư mục' : 'tệp';
  return finding(location, 'tep-la', `${kind} này là một lối tắt tới nơi khác`, `chép chính ${kind} ấy vào đây`);
}

/** The text of a file. Invalid UTF-8 is an error and gives an empty text; what was normalised is a warning. */
export function readSource(file: string, bytes = readBytes(file)): SourceFile {
  const path = displayPath(file);
  if (!bytes) {
    return { file, path, text: '', findings: [notAFile(file)] };
  }
  let raw: string;
  try {
    raw = decoder.decode(bytes);
  } catch {
    const remedy = 'mở tệp, chọn “Lưu thành…” với mã hóa UTF-8 rồi lưu lại';
    return { file, path, text: '', findings: [finding(startOfFile(path), 'ma-hoa', 'tệp không phải UTF-8', remedy)] };
  }

  const findings: Finding[] = [];
  if (raw.startsWith('\uFEFF'))
    findings.push(
      finding(startOfFile(path), 'bom', 'tệp có dấu BOM ở đầu', 'chạy npm run check -- --fix để bỏ', rewriteNormalised),
    );
  const decomposed = /\p{L}\p{M}/u.exec(raw.normalize('NFC') === raw ? '' : raw);
  if (decomposed)
    findings.push(
      finding(
        {
          path,
          line: raw.slice(0, decomposed.index).split('\n').length,
          column: decomposed.index - raw.lastIndexOf('\n', decomposed.index),
        },
        'nfd',
        'chữ có dấu ở dạng tách rời (NFD)',
        'chạy npm run check -- --fix để đổi thành dạng dựng sẵn',
        rewriteNormalised,
      ),
    );
  const { text, repairs } = normaliseAndRepair(raw);
  for (const { line, column, rule, wrong, remedy } of repairs)
    findings.push(finding({ path, line, column }, rule, wrong, remedy, rewriteNormalised));
  findings.push(...textFindings(path, text));
  return { file, path, text, findings };
}

/** Findings for what no person writes; a conflict is the cause of whatever else is wrong. */
function textFindings(path: string, text: string): Finding[] {
  const conflicts = conflictFindings(path, text);
  if (conflicts.length > 0) return conflicts;
  const findings = [
    ...damagedTextFindings(path, text),
    ...(path.endsWith('.md') ? unfencedFrontMatter(path, text) : []),
  ];
  const unprintableAt = indexOfUnprintable(text);
  if (unprintableAt === undefined) return findings;
  const wrong = 'ở đây có một ký tự điều khiển không in ra được';
  return [
    ...findings,
    finding(locationAt({ path, text }, unprintableAt), 'ky-tu-la', wrong, 'xóa chữ ở chỗ này rồi gõ lại'),
  ];
}

/** The location of the character at an offset of a file. */
export function locationAt({ path, text }: Pick<SourceFile, 'path' | 'text'>, offset: number): SourceLocation {
  const before = text.slice(0, offset);
  return { path, line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

import { fileSize } from '#vietnamese/file-size.ts';
import type { Repository } from './repository.ts';

/** More lines than anybody compares in a terminal; the rest is told by its number. */
const maxLines = 30;

/** What somebody did to a file, in a word: "thêm", "xóa", "sửa" */
export function editVerb(before: unknown, after: unknown): string {
  if (!after) return 'xóa';
  return before ? 'sửa' : 'thêm';
}

/** What somebody did to a file: " đã đổi:" with each line that was removed ("−") and added ("+"), or in a few words. */
export function describeEdit(repository: Repository, before: Buffer | undefined, after: Buffer | undefined): string {
  if (!after) return 'đã xóa tệp này.';
  if (!isText(after) || (before && !isText(before)))
    return before
      ? `đã thay tệp này (${fileSize(before.length)} → ${fileSize(after.length)}).`
      : `đã thêm tệp này (${fileSize(after.length)}).`;
  const lines = diffLines(repository, before ?? Buffer.alloc(0), after);
  const shown = lines.slice(0, maxLines).map((line) => `\n  ${line}`);
  const omitted = lines.length > maxLines ? `\n  … và ${lines.length - maxLines} dòng nữa` : '';
  return `${before ? 'đã đổi:' : 'đã thêm tệp này:'}${shown.join('')}${omitted}`;
}

/** A whole version, with "▸" before each line that another version has not. */
export function wholeVersion(bytes: Buffer | undefined, other: Buffer | undefined): string {
  if (!bytes) return '(đã xóa)';
  if (!isText(bytes)) return `(${fileSize(bytes.length)}, không phải chữ)`;
  const common = new Set(other?.toString('utf8').split(/\r?\n/));
  return bytes
    .toString('utf8')
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => `${common.has(line) ? ' ' : '▸'} ${line}`.trimEnd())
    .join('\n');
}

/** Whether bytes are text, which a terminal can show. */
export function isText(bytes: Buffer): boolean {
  return !bytes.includes(0);
}

function diffLines(repository: Repository, before: Buffer, after: Buffer): string[] {
  const [old = '', current = ''] = [before, after].map((input) =>
    repository.git(['hash-object', '-w', '--stdin'], { input }),
  );
  const diff = repository.git(['diff', '--no-color', '--no-ext-diff', '--unified=0', '--text', old, current]);
  return diff
    .split('\n')
    .slice(4)
    .filter((line) => /^[-+]/.test(line))
    .map((line) => `${line.startsWith('-') ? '−' : '+'} ${line.slice(1)}`);
}

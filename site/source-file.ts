import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import type { Finding } from './finding.ts';

/** The path of a file as messages print it: relative to the working folder unless that leads out of it. */
export function shownPath(file: string): string {
  const path = relative(process.cwd(), file);
  return (path.startsWith('..') ? file : path).replaceAll('\\', '/');
}

/** A file of content/ as text: UTF-8, no BOM, line ends as LF, NFC. */
export interface SourceFile {
  readonly file: string;
  readonly path: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** Reads a file; what is not UTF-8 is an error and reads as empty, a BOM or NFD text a warning. */
export async function readSource(file: string): Promise<SourceFile> {
  const path = shownPath(file);
  const finding = (level: Finding['level'], message: string): Finding => ({ level, path, line: 1, column: 1, message });
  let raw: string;
  try {
    raw = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file));
  } catch {
    const message = 'tệp không phải UTF-8 · mở tệp, chọn “Lưu thành…” với mã hóa UTF-8 rồi lưu lại';
    return { file, path, text: '', findings: [finding('error', message)] };
  }

  const findings: Finding[] = [];
  if (raw.startsWith('\uFEFF'))
    findings.push(finding('warning', 'tệp có dấu BOM ở đầu · lưu lại với mã hóa “UTF-8” (không BOM)'));
  const lines = raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const text = lines.normalize('NFC');
  if (text !== lines)
    findings.push(
      finding(
        'warning',
        'chữ có dấu ở dạng tách rời (NFD) · trang vẫn in đúng; nên gõ lại bằng bộ gõ Unicode dựng sẵn',
      ),
    );
  return { file, path, text, findings };
}

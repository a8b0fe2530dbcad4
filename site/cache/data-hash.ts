import { hash } from 'node:crypto';
import type { MarkdownInFile } from '#news/body.ts';
import { memoizeByObject } from '#news/memoize-by-object.ts';

/** The hash of plain data, dates and maps included: 22 characters of base64url, the same in every process. */
export function dataHash(data: unknown): string {
  return typeof data === 'object' && data !== null ? objectHash(data) : computeHash(data);
}

const objectHash = memoizeByObject((data: object) => computeHash(data));

function computeHash(data: unknown): string {
  return hash('sha256', JSON.stringify(data, toPlainData) ?? '', 'base64url').slice(0, 22);
}

const fileHash = 'contentHash' satisfies keyof MarkdownInFile;

function toPlainData(key: string, value: unknown): unknown {
  // Markdown that stays in its file is represented by the file's hash, so that its path does not count.
  if (key === 'markdown' && typeof value === 'object' && value && fileHash in value) return value[fileHash];
  return value instanceof Map || value instanceof Set ? [...value] : value;
}

import { hash } from 'node:crypto';
import type { MarkdownInFile } from '#news/body.ts';

/** The hash of plain data, dates and maps included: 22 characters of base64url, the same in every process. */
export function dataHash(data: unknown): string {
  const json = JSON.stringify(data, isFlat(data) ? undefined : toPlainData) ?? '';
  return hash('sha256', json, 'base64url').slice(0, 22);
}

/** Whether data is a list without lists or objects, as most of what is hashed: a replacer takes four times as long. */
function isFlat(data: unknown): boolean {
  return Array.isArray(data) && data.every((value) => typeof value !== 'object');
}

const fileHash = 'contentHash' satisfies keyof MarkdownInFile;

function toPlainData(key: string, value: unknown): unknown {
  // Markdown that stays in its file is represented by the file's hash, so that its path does not count.
  if (key === 'markdown' && typeof value === 'object' && value && fileHash in value) return value[fileHash];
  return value instanceof Map || value instanceof Set ? [...value] : value;
}

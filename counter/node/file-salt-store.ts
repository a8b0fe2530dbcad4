import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SaltStore } from '../core/counter.ts';
import type { Salt } from '../core/salts.ts';

/**
 * Stores the salts in a file that only its owner can read. Errors are reported to `warn` and never stop the counter: if
 * the file is missing or damaged, new salts are created; if it cannot be written, the salts are kept in memory.
 */
export function fileSaltStore(file: string, warn: (message: string) => void): SaltStore {
  return {
    load() {
      try {
        const text = readFileSync(file, 'utf8');
        chmodSync(file, 0o600);
        const salts = parseSalts(text);
        if (salts) return salts;
        warn(`Tệp muối ${file} bị hỏng: đã tạo muối mới; ai đọc trang trong 30 phút qua có thể được đếm thêm một lần.`);
      } catch (error) {
        if (!isMissing(error)) warn(`Không đọc được tệp muối ${file} (${String(error)}): dùng muối mới.`);
      }
      return [];
    },
    save(salts) {
      try {
        mkdirSync(dirname(file), { recursive: true });
        const temporaryFile = `${file}.new`;
        const handle = openSync(temporaryFile, 'w', 0o600);
        writeSync(handle, `${JSON.stringify(salts)}\n`);
        fsyncSync(handle);
        closeSync(handle);
        renameSync(temporaryFile, file);
      } catch (error) {
        warn(`Không ghi được tệp muối ${file} (${String(error)}): muối chỉ giữ trong bộ nhớ.`);
      }
    },
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function parseSalts(text: string): Salt[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return Array.isArray(value) && value.length > 0 && value.every(isSalt) ? value : undefined;
}

function isSalt(value: unknown): value is Salt {
  if (typeof value !== 'object' || value === null) return false;
  const { day, secret, until } = value as Partial<Record<keyof Salt, unknown>>;
  const isSecretValid = typeof secret === 'string' && secret.length >= 32;
  return Number.isInteger(day) && isSecretValid && (until === undefined || Number.isInteger(until));
}

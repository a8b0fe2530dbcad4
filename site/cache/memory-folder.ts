import { join, resolve } from 'node:path';

/** Where builds keep what the next ones can use, absolute. */
export function memoryFolder(env: Readonly<Record<string, string | undefined>>): string {
  return resolve(import.meta.dirname, '..', '..', env['MEMORY_DIR'] || join('.cache', 'memory'));
}

import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** As long as any build may last. */
const longestWait = 3_600_000;

/**
 * Does something that no other process does meanwhile under the same file; `waiting` is called where one is at it. The
 * lock is the operating system's on an empty database: it ends with its process, however that ends.
 */
export async function oneAtATime<Value>(file: string, waiting: () => void, work: () => Promise<Value>): Promise<Value> {
  mkdirSync(dirname(file), { recursive: true });
  using lock = new DatabaseSync(file);
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    waiting();
    lock.exec(`PRAGMA busy_timeout = ${longestWait}; BEGIN EXCLUSIVE`);
  }
  return await work();
}

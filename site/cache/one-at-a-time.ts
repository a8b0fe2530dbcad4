import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The longest a build can take, in ms. */
const lockTimeout = 3_600_000;

/**
 * Runs `work` while no other process does so under the same lock file; calls `waiting` if it has to wait. The lock is
 * the operating system's lock on an empty SQLite database: it is released when its process ends, even if killed.
 */
export async function oneAtATime<Value>(file: string, waiting: () => void, work: () => Promise<Value>): Promise<Value> {
  mkdirSync(dirname(file), { recursive: true });
  using lock = new DatabaseSync(file);
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    waiting();
    lock.exec(`PRAGMA busy_timeout = ${lockTimeout}; BEGIN EXCLUSIVE`);
  }
  return await work();
}

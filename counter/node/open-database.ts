import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { SqlDatabase } from '../core/sql-database.ts';
import { CounterSettingsError } from './counter-settings.ts';
import { nodeSqlDatabase } from './node-sql-database.ts';

/** An open database; a transaction is on the disk when it returns. */
export interface OpenDatabase extends SqlDatabase {
  close(): void;
}

/** Thrown when another counter has the database open. */
export class DatabaseInUseError extends CounterSettingsError {}

// SQLITE_BUSY, https://www.sqlite.org/rescode.html#busy
const sqliteBusy = 5;
const startupTimeoutSeconds = 5;

/** Opens a SQLite file, or creates it, for one counter to write; other processes may read it and back it up. */
export function openDatabase(file: string): OpenDatabase {
  mkdirSync(dirname(file), { recursive: true });
  const lock = acquireLock(file);
  const database = new DatabaseSync(file, { timeout: startupTimeoutSeconds * 1000 });
  chmodSync(file, 0o600);
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON');
  // From here on a database locked by another program fails at once: waiting would block all requests.
  database.exec('PRAGMA busy_timeout=0');

  return {
    ...nodeSqlDatabase(database),
    close() {
      database.close();
      lock.close();
    },
  };
}

/** Two counters with one file would count a visitor twice. The lock is released when the process exits. */
function acquireLock(file: string): DatabaseSync {
  const lock = new DatabaseSync(`${file}.lock`);
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy)
      throw new DatabaseInUseError(
        `Đang có một bộ đếm khác ghi vào ${file}: dừng nó, hoặc đặt COUNTER_DB là một tệp khác.`,
      );
    throw error;
  }
}

import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Sql } from '../core/sql.ts';
import { CounterSettingsError } from './counter-settings.ts';
import { sqliteSql } from './sqlite-sql.ts';

/** An open database; what a transaction wrote is on the disk when it returns. */
export interface OpenDatabase extends Sql {
  close(): void;
}

/** Thrown when another process has the database open for counting. */
export class DatabaseInUse extends CounterSettingsError {}

const busy = 5;
const secondsAtStart = 5;

/** Opens a SQLite file, made where there is none, for this process alone to count in; others may read and back it up. */
export function openDatabase(file: string): OpenDatabase {
  mkdirSync(dirname(file), { recursive: true });
  const owner = own(file);
  const database = new DatabaseSync(file, { timeout: secondsAtStart * 1000 });
  chmodSync(file, 0o600);
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON');
  // From here on a lock held by another program fails at once: waiting would hold up every reader.
  database.exec('PRAGMA busy_timeout=0');

  return {
    ...sqliteSql(database),
    close() {
      database.close();
      owner.close();
    },
  };
}

/** Two processes that count into one file would each not know whom the other saw; the lock goes with its process. */
function own(file: string): DatabaseSync {
  const lock = new DatabaseSync(`${file}.lock`);
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === busy)
      throw new DatabaseInUse(`Đang có một bộ đếm khác ghi vào ${file}: dừng nó, hoặc đặt COUNTER_DB là một tệp khác.`);
    throw error;
  }
}

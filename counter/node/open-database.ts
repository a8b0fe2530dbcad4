import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { SqlDatabase } from '../core/sql-database.ts';
import { CounterSettingsError } from './counter-settings.ts';
import { nodeSqlDatabase } from './node-sql-database.ts';

/** An open database; a transaction is on the disk when it returns. */
export interface OpenDatabase extends SqlDatabase {
  /** Moves the log into the database and empties it, so that nothing that was deleted is left in it. */
  truncateLog(): void;
  /** False once the file was deleted or replaced: what is written from then on would be lost. */
  isPresent(): boolean;
  close(): void;
}

/** Thrown when another counter has the database open. */
export class DatabaseInUseError extends CounterSettingsError {}

const startupTimeoutSeconds = 5;

/**
 * Opens a SQLite file, or creates it, for one counter to write; other processes may read it and back it up. Throws a
 * CounterSettingsError if that fails.
 */
export function openDatabase(file: string): OpenDatabase {
  try {
    return open(file);
  } catch (error) {
    if (error instanceof CounterSettingsError) throw error;
    throw new CounterSettingsError(`Không mở được tệp số đếm ${file}: ${openingReason(error)}`);
  }
}

// Primary result codes, https://www.sqlite.org/rescode.html
const [sqliteBusy, sqliteReadOnly, sqliteIoError, sqliteCorrupt, sqliteFull, sqliteCannotOpen, sqliteNotDatabase] = [
  ...[5, 8, 10, 11],
  ...[13, 14, 26],
];

const openingReasons = new Map<unknown, string>([
  [sqliteBusy, 'chương trình khác đang giữ nó: đóng chương trình ấy rồi chạy lại.'],
  [sqliteReadOnly, 'không được phép ghi vào nó: sửa quyền của tệp và thư mục.'],
  [sqliteIoError, 'đĩa không đọc hoặc ghi được: xem lại đĩa.'],
  [sqliteCorrupt, 'tệp bị hỏng: lấy lại bản sao lưu (docs/deploy.md, “Backups”).'],
  [sqliteFull, 'đĩa đã đầy: dọn bớt rồi chạy lại.'],
  [sqliteCannotOpen, 'không tạo được tệp ở đó: sửa quyền của thư mục, hoặc đặt COUNTER_DB là một tệp khác.'],
  [sqliteNotDatabase, 'đó không phải là tệp số đếm: đặt COUNTER_DB là một tệp khác, hoặc lấy lại bản sao lưu.'],
]);

function openingReason(error: unknown): string {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : undefined;
  return openingReasons.get(code) ?? String(error);
}

function open(file: string): OpenDatabase {
  mkdirSync(dirname(file), { recursive: true });
  const lock = acquireLock(file);
  try {
    return openLocked(file, lock);
  } catch (error) {
    lock.close();
    throw error;
  }
}

function openLocked(file: string, lock: DatabaseSync): OpenDatabase {
  const database = new DatabaseSync(file, { timeout: startupTimeoutSeconds * 1000 });
  chmodSync(file, 0o600);
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON');
  // From here on a database locked by another program fails at once: waiting would block all requests.
  database.exec('PRAGMA busy_timeout=0');
  const { ino } = statSync(file);

  return {
    ...nodeSqlDatabase(database),
    truncateLog() {
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    },
    isPresent: () => statSync(file, { throwIfNoEntry: false })?.ino === ino,
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

import { setTimeout as pause } from 'node:timers/promises';
import type { Counter } from '../core/counter.ts';
import { ImportError, type RowPosition } from '../core/rows.ts';
import { type CounterHealth, NotDurableError, type VisitCounter } from '../core/visit-counter.ts';
import type { OpenDatabase } from './open-database.ts';

/** The maximum time (ms) a hit waits for others to share its commit. */
const batchWindow = 2;
const retryDelay = 1000;
/** Other requests get this multiple of the time that a part of long work took before its next part begins. */
const pauseFactor = 4;

/** A counter that resolves a hit after the commit that made it durable; concurrent hits share one commit. */
export class GroupCommitCounter implements VisitCounter {
  readonly #counter: Counter;
  readonly #database: Pick<OpenDatabase, 'isPresent' | 'truncateLog'>;
  readonly #clock: () => number;
  readonly #warn: (message: string) => void;
  #waiting: { resolve: () => void; reject: (error: Error) => void }[] = [];
  #timer: NodeJS.Timeout | undefined;
  #immediate: NodeJS.Immediate | undefined;
  #failed = false;
  #lastCommitMs = 0;
  #closed = false;
  #isRestored = false;
  readonly #restored = Promise.withResolvers<void>();
  #wasFull = false;

  constructor(
    counter: Counter,
    database: Pick<OpenDatabase, 'isPresent' | 'truncateLog'>,
    clock: () => number,
    warn: (message: string) => void,
  ) {
    this.#counter = counter;
    this.#database = database;
    this.#clock = clock;
    this.#warn = warn;
  }

  async hit(visit: Parameters<VisitCounter['hit']>[0]) {
    if (!this.#isRestored) await this.#restored.promise;
    const counted = this.#counter.hit(visit, this.#clock());
    if (counted) await this.#waitForCommit();
    else if (this.#counter.dirty) this.#commitWithin(batchWindow);
    return this.#counter.pageFigures(visit.path, counted, this.#clock());
  }

  async pageFigures(path: string) {
    return this.#counter.pageFigures(path, false, this.#clock());
  }

  async figures(paths: readonly string[]) {
    return this.#counter.figures(paths, this.#clock());
  }

  async all() {
    return withPause(() => this.#counter.all(this.#clock()));
  }

  async export(after?: RowPosition) {
    return withPause(() => {
      this.#commit();
      return this.#counter.export(this.#clock(), after);
    });
  }

  async import(rows: Parameters<VisitCounter['import']>[0]) {
    return withPause(() => {
      this.#commit();
      try {
        return this.#counter.import(rows);
      } catch (error) {
        if (error instanceof ImportError) throw error;
        throw new NotDurableError(String(error));
      }
    });
  }

  async health(): Promise<CounterHealth> {
    const { full, pendingHits } = this.#counter;
    const ok = !this.#failed && !full && this.#database.isPresent();
    return { ok, full, dirty: pendingHits, lastCommitMs: this.#lastCommitMs };
  }

  /** Loads the keys that were stored; hits are recorded only after that. */
  async restore(): Promise<void> {
    try {
      while (!this.#closed && (await withPause(() => this.#counter.restore(this.#clock()))));
    } catch (error) {
      this.#warn(`Không đọc được các khóa đã ghi (${String(error)}): có người đọc sẽ được đếm thêm một lần.`);
    }
    this.#isRestored = true;
    this.#restored.resolve();
  }

  /** Deletes expired data; what fails is tried again at the next call. Also warns once while the counter is full. */
  async prune(): Promise<void> {
    try {
      while (!this.#closed && (await withPause(() => this.#counter.prune(this.#clock()))));
      // What was deleted still stands in the log.
      if (!this.#closed) this.#database.truncateLog();
    } catch (error) {
      this.#warn(`Chưa dọn được các khóa đã hết hạn: ${String(error)}`);
    }
    if (this.#counter.full && !this.#wasFull)
      this.#warn(
        'Bộ đếm đã giữ đủ số khóa tối đa: người đọc mới chưa được đếm, cho tới khi khóa cũ hết hạn (30 phút).',
      );
    this.#wasFull = this.#counter.full;
  }

  /** Commits pending hits, resolves their promises and deletes what has expired; to be called before the process exits. */
  close(): void {
    this.#closed = true;
    this.#commit();
    clearTimeout(this.#timer);
    try {
      while (this.#counter.prune(this.#clock()));
    } catch (error) {
      this.#warn(`Chưa dọn được các khóa đã hết hạn: ${String(error)}`);
    }
  }

  #waitForCommit(): Promise<void> {
    // After a failure the retry is scheduled already.
    if (!this.#failed) this.#immediate ??= setImmediate(() => this.#commitWhenIdle(0, performance.now()));
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  /** Commits after the first iteration of the event loop without a further hit. */
  #commitWhenIdle(previousCount: number, since: number): void {
    const count = this.#waiting.length;
    if (count === previousCount || performance.now() - since >= batchWindow) this.#commit();
    else this.#immediate = setImmediate(() => this.#commitWhenIdle(count, since));
  }

  #commitWithin(ms: number): void {
    this.#timer ??= setTimeout(() => this.#commit(), ms);
  }

  #commit(): void {
    clearTimeout(this.#timer);
    if (this.#immediate) clearImmediate(this.#immediate);
    this.#timer = undefined;
    this.#immediate = undefined;
    const waiting = this.#waiting;
    this.#waiting = [];
    const start = performance.now();
    try {
      if (!this.#database.isPresent()) throw new Error('tệp số đếm đã bị xóa hoặc bị thay bằng tệp khác');
      this.#counter.commit();
    } catch (error) {
      if (!this.#failed) this.#warn(`Chưa ghi được số đếm (${String(error)}): số được giữ lại và sẽ ghi lại sau.`);
      this.#failed = true;
      this.#commitWithin(retryDelay);
      for (const { reject } of waiting) reject(new NotDurableError(String(error)));
      return;
    }
    if (this.#failed) this.#warn('Đã ghi lại được số đếm, không mất lượt nào.');
    this.#failed = false;
    this.#lastCommitMs = Math.round((performance.now() - start) * 1000) / 1000;
    for (const { resolve } of waiting) resolve();
  }
}

/** Does a part of long work, then waits, so that all parts together take only a fifth of the time of this process. */
async function withPause<Result>(work: () => Result): Promise<Result> {
  const start = performance.now();
  const result = work();
  await pause(pauseFactor * (performance.now() - start));
  return result;
}

import type { Counter } from '../core/counter.ts';
import { ImportError } from '../core/rows.ts';
import { type CounterHealth, NotDurableError, type VisitCounter } from '../core/visit-counter.ts';

/** The maximum time (ms) a hit waits for others to share its commit. */
const batchWindow = 2;
const retryDelay = 1000;

/** A counter that resolves a hit after the commit that made it durable; concurrent hits share one commit. */
export class GroupCommitCounter implements VisitCounter {
  readonly #counter: Counter;
  readonly #clock: () => number;
  readonly #warn: (message: string) => void;
  #waiting: { resolve: () => void; reject: (error: Error) => void }[] = [];
  #timer: NodeJS.Timeout | undefined;
  #immediate: NodeJS.Immediate | undefined;
  #failed = false;
  #lastCommitMs = 0;

  constructor(counter: Counter, clock: () => number, warn: (message: string) => void) {
    this.#counter = counter;
    this.#clock = clock;
    this.#warn = warn;
  }

  async hit(visit: Parameters<VisitCounter['hit']>[0]) {
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
    return this.#counter.all(this.#clock());
  }

  async export() {
    this.#commit();
    return this.#counter.export(this.#clock());
  }

  async import(rows: Parameters<VisitCounter['import']>[0]) {
    this.#commit();
    try {
      return this.#counter.import(rows);
    } catch (error) {
      if (error instanceof ImportError) throw error;
      throw new NotDurableError(String(error));
    }
  }

  async health(): Promise<CounterHealth> {
    return { ok: !this.#failed, dirty: this.#counter.pendingHits, lastCommitMs: this.#lastCommitMs };
  }

  /** Deletes expired data; a failure is retried at the next call. */
  prune(): void {
    try {
      this.#counter.prune(this.#clock());
    } catch (error) {
      this.#warn(`Chưa dọn được các khóa đã hết hạn: ${String(error)}`);
    }
  }

  /** Commits pending hits and resolves their promises; to be called before the process exits. */
  close(): void {
    this.#commit();
    clearTimeout(this.#timer);
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

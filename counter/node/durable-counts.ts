import type { Counter } from '../core/counter.ts';
import { type Counts, type Health, NotDurable } from '../core/counts.ts';
import { ImportError } from '../core/rows.ts';

/** How long (ms) a hit waits at most for others to share its commit. */
const gather = 2;
const retryAfter = 1000;

/** A counter whose hits are answered after the commit that made them durable; many share one. */
export class DurableCounts implements Counts {
  readonly #counter: Counter;
  readonly #clock: () => number;
  readonly #warn: (sentence: string) => void;
  #waiting: { resolve: () => void; reject: (error: Error) => void }[] = [];
  #timer: NodeJS.Timeout | undefined;
  #turn: NodeJS.Immediate | undefined;
  #failed = false;
  #lastCommitMs = 0;

  constructor(counter: Counter, clock: () => number, warn: (sentence: string) => void) {
    this.#counter = counter;
    this.#clock = clock;
    this.#warn = warn;
  }

  async hit(visit: Parameters<Counts['hit']>[0]) {
    const counted = this.#counter.hit(visit, this.#clock());
    if (counted) await this.#durable();
    else if (this.#counter.dirty) this.#commitWithin(gather);
    return this.#counter.shown(visit.path, counted, this.#clock());
  }

  async shown(path: string) {
    return this.#counter.shown(path, false, this.#clock());
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

  async import(rows: Parameters<Counts['import']>[0]) {
    this.#commit();
    try {
      return this.#counter.import(rows);
    } catch (error) {
      if (error instanceof ImportError) throw error;
      throw new NotDurable(String(error));
    }
  }

  async health(): Promise<Health> {
    return { ok: !this.#failed, dirty: this.#counter.waitingHits, lastCommitMs: this.#lastCommitMs };
  }

  /** Forgets what is over; a failure is tried again the next time. */
  tidy(): void {
    try {
      this.#counter.tidy(this.#clock());
    } catch (error) {
      this.#warn(`Chưa dọn được các khóa đã hết hạn: ${String(error)}`);
    }
  }

  /** Commits what waits and answers those who wait for it, before the process ends. */
  close(): void {
    this.#commit();
    clearTimeout(this.#timer);
  }

  #durable(): Promise<void> {
    // After a failure the next try has its time already.
    if (!this.#failed) this.#turn ??= setImmediate(() => this.#commitWhenAllCame(0, performance.now()));
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  /** Commits after the first turn of the event loop that brought no further hit. */
  #commitWhenAllCame(before: number, since: number): void {
    const now = this.#waiting.length;
    if (now === before || performance.now() - since >= gather) this.#commit();
    else this.#turn = setImmediate(() => this.#commitWhenAllCame(now, since));
  }

  #commitWithin(ms: number): void {
    this.#timer ??= setTimeout(() => this.#commit(), ms);
  }

  #commit(): void {
    clearTimeout(this.#timer);
    if (this.#turn) clearImmediate(this.#turn);
    this.#timer = undefined;
    this.#turn = undefined;
    const waiting = this.#waiting;
    this.#waiting = [];
    const began = performance.now();
    try {
      this.#counter.commit();
    } catch (error) {
      if (!this.#failed) this.#warn(`Chưa ghi được số đếm (${String(error)}): số được giữ lại và sẽ ghi lại sau.`);
      this.#failed = true;
      this.#commitWithin(retryAfter);
      for (const { reject } of waiting) reject(new NotDurable(String(error)));
      return;
    }
    if (this.#failed) this.#warn('Đã ghi lại được số đếm, không mất lượt nào.');
    this.#failed = false;
    this.#lastCommitMs = Math.round((performance.now() - began) * 1000) / 1000;
    for (const { resolve } of waiting) resolve();
  }
}

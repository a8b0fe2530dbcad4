import { DurableObject } from 'cloudflare:workers';
import type { DurableObjectState } from '@cloudflare/workers-types';
import { Counter } from '../core/counter.ts';
import type { Health, Imported, Visit } from '../core/counts.ts';
import { type Import, ImportError } from '../core/rows.ts';
import type { Salt } from '../core/salts.ts';
import { Store } from '../core/store.ts';

// With the 31 minutes a key lives, all are gone within the hour.
const tidyEvery = 20 * 60_000;

/** An import taken in, or why not: an error's class does not survive the way between objects. */
export type ImportAnswer = Imported | { readonly status: ImportError['status']; readonly message: string };

/**
 * One counter in a Durable Object with its own SQLite. Every method writes and commits in one turn; the runtime holds an
 * answer back until what was written is durable, and throws at the caller when that failed.
 */
export class Shard extends DurableObject<unknown> {
  readonly #store: Store;
  readonly #counter: Counter;
  #failed = false;
  #alarmed = false;

  constructor(ctx: DurableObjectState, env: unknown) {
    super(ctx, env);
    const { sql, kv } = ctx.storage;
    this.#store = new Store({
      rows: <Row>(statement: string, ...values: readonly (string | number)[]) =>
        sql.exec(statement, ...values).toArray() as Row[],
      transaction: (work) => ctx.storage.transactionSync(work),
    });
    this.#counter = new Counter(
      {
        store: this.#store,
        salts: {
          load: () => kv.get<readonly Salt[]>('salts') ?? [],
          save: (salts) => kv.put('salts', salts),
        },
        // Three bytes tell visitors of half an hour apart and are shared by many other addresses: a copy of the storage names nobody.
        keyBytes: 3,
        maxKeys: 250_000,
        maxWaiting: 10_000,
      },
      Date.now(),
    );
  }

  async hit(visit: Visit) {
    const counted = this.#counter.hit(visit, Date.now());
    const failure = this.#commit();
    if (counted && failure) throw failure;
    return this.#counter.shown(visit.path, counted, Date.now());
  }

  async figures(paths: readonly string[]) {
    return this.#counter.figures(paths, Date.now());
  }

  async all() {
    return this.#counter.all(Date.now());
  }

  async export() {
    this.#commit();
    return this.#counter.export(Date.now());
  }

  async import(rows: Import): Promise<ImportAnswer> {
    this.#commit();
    try {
      return this.#counter.import(rows);
    } catch (error) {
      if (error instanceof ImportError) return { status: error.status, message: error.message };
      throw error;
    }
  }

  async health(): Promise<Health> {
    // The clock of an object stands still while it works, so how long a commit took cannot be told.
    return { ok: !this.#failed, dirty: this.#counter.waitingHits, lastCommitMs: 0 };
  }

  override async alarm() {
    this.#alarmed = false;
    this.#counter.tidy(Date.now());
    this.#commit();
    if (this.#counter.dirty || this.#store.holdsKeys()) this.#alarm();
  }

  /** Writes what waits; where that failed it goes on waiting, and why is given back. */
  #commit(): Error | undefined {
    if (!this.#counter.dirty) return undefined;
    try {
      this.#counter.commit();
      this.#failed = false;
      this.#alarm();
      return undefined;
    } catch (error) {
      this.#failed = true;
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  /** An object that woke moves the alarm, which loses nothing: it has just tidied. */
  #alarm(): void {
    if (this.#alarmed) return;
    this.#alarmed = true;
    this.ctx.waitUntil(this.ctx.storage.setAlarm(Date.now() + tidyEvery));
  }
}

import { DurableObject } from 'cloudflare:workers';
import type { DurableObjectState } from '@cloudflare/workers-types';
import { Counter } from '../core/counter.ts';
import type { Health, Imported, Visit } from '../core/counts.ts';
import { type Import, ImportError } from '../core/rows.ts';
import type { Salt } from '../core/salts.ts';
import { Store } from '../core/store.ts';

// Keys expire after 31 minutes, so all are deleted within an hour.
const pruneInterval = 20 * 60_000;

/** The result of an import, or why it was refused: RPC between objects does not preserve the class of an error. */
export type ImportAnswer = Imported | { readonly status: ImportError['status']; readonly message: string };

/**
 * A counter in a Durable Object with its own SQLite. Every method commits before it returns; the runtime delays the
 * response until the writes are durable, and the call throws when that fails.
 */
export class Shard extends DurableObject<unknown> {
  readonly #store: Store;
  readonly #counter: Counter;
  #failed = false;
  #isAlarmSet = false;

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
        // Three bytes distinguish the visitors of half an hour, but many addresses share a key: a copy of the storage
        // identifies nobody.
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
    // The clock of a Durable Object does not advance during execution, so the duration of a commit is unknown.
    return { ok: !this.#failed, dirty: this.#counter.waitingHits, lastCommitMs: 0 };
  }

  override async alarm() {
    this.#isAlarmSet = false;
    this.#counter.tidy(Date.now());
    this.#commit();
    if (this.#counter.dirty || this.#store.holdsKeys()) this.#setAlarm();
  }

  /** Commits pending hits; returns the error if that fails, and the hits stay pending. */
  #commit(): Error | undefined {
    if (!this.#counter.dirty) return undefined;
    try {
      this.#counter.commit();
      this.#failed = false;
      this.#setAlarm();
      return undefined;
    } catch (error) {
      this.#failed = true;
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  /** An object that was just started may postpone the alarm: its constructor has deleted expired keys. */
  #setAlarm(): void {
    if (this.#isAlarmSet) return;
    this.#isAlarmSet = true;
    this.ctx.waitUntil(this.ctx.storage.setAlarm(Date.now() + pruneInterval));
  }
}

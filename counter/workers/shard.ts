import { DurableObject } from 'cloudflare:workers';
import type { DurableObjectState } from '@cloudflare/workers-types';
import { Counter } from '../core/counter.ts';
import { CounterStore } from '../core/counter-store.ts';
import { type CounterImport, ImportError, type RowPosition } from '../core/rows.ts';
import type { Salt } from '../core/salts.ts';
import type { CounterHealth, ImportResult, PageHit } from '../core/visit-counter.ts';

// Keys expire after 31 minutes, so all are deleted within an hour.
const pruneInterval = 28 * 60_000;

/** The result of an import, or why it was refused: RPC between objects does not preserve the class of an error. */
export type ShardImportResult = ImportResult | { readonly status: ImportError['status']; readonly message: string };

/**
 * A counter in a Durable Object with its own SQLite. Every method commits before it returns; the runtime delays the
 * response until the writes are durable, and the call throws when that fails.
 */
export class Shard extends DurableObject<unknown> {
  readonly #store: CounterStore;
  readonly #counter: Counter;
  #failed = false;
  #isAlarmSet = false;

  constructor(ctx: DurableObjectState, env: unknown) {
    super(ctx, env);
    const { sql, kv } = ctx.storage;
    this.#store = new CounterStore({
      query: <Row>(statement: string, ...values: readonly (string | number)[]) =>
        sql.exec(statement, ...values).toArray() as Row[],
      transaction: (work) => ctx.storage.transactionSync(work),
    });
    this.#counter = new Counter({
      store: this.#store,
      salts: {
        load: () => kv.get<readonly Salt[]>('salts') ?? [],
        save: (salts) => kv.put('salts', salts),
      },
      // Three bytes distinguish the visitors of half an hour, but many addresses share a key: a copy of the storage
      // identifies nobody.
      keyBytes: 3,
      maxKeys: 250_000,
      maxPendingHits: 10_000,
    });
    while (this.#counter.restore(Date.now()));
  }

  async hit(visit: PageHit) {
    const counted = this.#counter.hit(visit, Date.now());
    const failure = this.#commit();
    if (counted && failure) throw failure;
    return this.#counter.pageFigures(visit.path, counted, Date.now());
  }

  async figures(paths: readonly string[]) {
    return this.#counter.figures(paths, Date.now());
  }

  async all() {
    return this.#counter.all(Date.now());
  }

  async export(after?: RowPosition) {
    this.#commit();
    return this.#counter.export(Date.now(), after);
  }

  async import(rows: CounterImport): Promise<ShardImportResult> {
    this.#commit();
    try {
      return this.#counter.import(rows);
    } catch (error) {
      if (error instanceof ImportError) return { status: error.status, message: error.message };
      throw error;
    }
  }

  async health(): Promise<CounterHealth> {
    // The clock of a Durable Object does not advance during execution, so the duration of a commit is unknown.
    const { full } = this.#counter;
    return { ok: !this.#failed && !full, full, dirty: this.#counter.pendingHits, lastCommitMs: 0 };
  }

  override async alarm() {
    this.#isAlarmSet = false;
    this.#prune();
    this.#commit();
    if (this.#counter.dirty || this.#store.hasVisitorKeys()) this.#setAlarm();
  }

  #prune(): void {
    while (this.#counter.prune(Date.now()));
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

  /** Sets the alarm unless it is set, by this object or one that ran before it. */
  #setAlarm(): void {
    if (this.#isAlarmSet) return;
    this.#isAlarmSet = true;
    const { storage } = this.ctx;
    this.ctx.waitUntil(
      (async () => {
        if ((await storage.getAlarm()) === null) await storage.setAlarm(Date.now() + pruneInterval);
      })(),
    );
  }
}

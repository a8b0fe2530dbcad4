import { createHash, randomBytes } from 'node:crypto';
import { compareBytes } from './compare-bytes.ts';
import type { CounterStore } from './counter-store.ts';
import { dateOfEpochDay, epochDayAt } from './epoch-day.ts';
import { NetworkLimits } from './network-limits.ts';
import {
  type CounterExport,
  type CounterImport,
  ImportError,
  partRows,
  type RowPosition,
  storedPosition,
  toExportedRow,
  visitsPath,
} from './rows.ts';
import { type Salt, saltsAt } from './salts.ts';
import {
  type AllCounts,
  type ImportResult,
  NotDurableError,
  type PageCounts,
  type PageHit,
  type SiteCounts,
} from './visit-counter.ts';
import { type VisitorKeyHash, visitorKeyHash } from './visitor-key-hash.ts';

const minuteMs = 60_000;

/** A visitor counts as a new visit after this time (ms) without a hit, and a page as a new view. */
export const visitWindow = 30 * minuteMs;

const retentionDays = 400;
/** How many stored rows are read, or deleted, and how many keys are deleted at once: what takes some ms. */
const [rowsAtOnce, keysAtOnce] = [25, 1000];
const recentDays = 30;

/** Storage for the salts, outside the database. */
export interface SaltStore {
  load(): readonly Salt[];
  save(salts: readonly Salt[]): void;
}

/** What a host provides to a counter. */
export interface CounterOptions {
  readonly store: CounterStore;
  readonly salts: SaltStore;
  /** Length of a visitor's key in bytes. */
  readonly keyBytes: number;
  /** The maximum number of keys in memory; above it nothing is counted, to limit memory under a flood of addresses. */
  readonly maxKeys: number;
  /** The maximum number of hits that wait for a commit, for example while the disk is full. */
  readonly maxPendingHits: number;
}

function isRecent(at: number | undefined, now: number): boolean {
  return at !== undefined && now - at < visitWindow;
}

/**
 * Decides which hits count and holds them until the next commit. It does no I/O of its own: the host provides the
 * store, the salts and the clock (ms since 1970, an argument). All numbers it returns are committed ones.
 */
export class Counter {
  readonly #store: CounterStore;
  readonly #saltStore: SaltStore;
  readonly #hashKey: VisitorKeyHash;
  readonly #maxKeys: number;
  readonly #maxPendingHits: number;
  #salts: readonly Salt[];
  /** When each key was last seen, oldest first. */
  readonly #seen = new Map<number, number>();
  readonly #limits: NetworkLimits;
  #latestTime = 0;
  /** The last row of stored keys that was loaded. */
  #restoredId = 0;
  /** Whether stored keys may be of minutes to come. */
  #clockWentBack = false;

  #pendingHits = 0;
  /** By minute. */
  #pending = new Map<number, { keys: number[]; counts: Map<string, number> }>();
  #pendingKeys = 0;
  #prunedDay: number | undefined;

  /** Cache of committed totals, and of the visits of today. */
  readonly #totalCache = new Map<string, number>();
  #today: { day: number; visits: number } | undefined;

  constructor({ store, salts, keyBytes, maxKeys, maxPendingHits }: CounterOptions) {
    this.#store = store;
    this.#saltStore = salts;
    this.#hashKey = visitorKeyHash(keyBytes);
    this.#limits = new NetworkLimits(this.#hashKey, visitWindow);
    this.#maxKeys = maxKeys;
    this.#maxPendingHits = maxPendingHits;
    this.#salts = salts.load();
  }

  /** Loads the next stored keys; true while there are more. No hit may be recorded before it returned false. */
  restore(now: number): boolean {
    const currentMinute = Math.floor(now / minuteMs);
    const rows = this.#store.keysAfter(this.#restoredId, rowsAtOnce);
    for (const { id, minute, keys } of rows) {
      // A stored minute counts as seen at its end, so that no visitor is counted twice after a restart.
      const at = Math.min(now, (minute + 1) * minuteMs - 1);
      if (isRecent(at, now)) for (const key of keys) this.#setSeen(key, at);
      this.#clockWentBack ||= minute > currentMinute;
      this.#restoredId = id;
    }
    if (rows.length === rowsAtOnce) return true;
    for (const { network, since, views } of this.#store.tallies()) {
      this.#clockWentBack ||= since > currentMinute;
      this.#limits.restore(network, { since: Math.min(since, currentMinute), views });
    }
    return false;
  }

  /** Records a hit; true when it counts as a view, after the next commit. Throws NotDurableError when too many wait. */
  hit({ network, userAgent, path }: PageHit, clock: number): boolean {
    if (this.#pendingHits >= this.#maxPendingHits)
      throw new NotDurableError(`${this.#pendingHits} hits wait for a commit`);
    const now = this.#monotonicTime(clock);
    const [today, ...others] = this.#salts;
    if (!today) return false;
    const visitorKey = this.#hashKey(today.secret, network, userAgent);
    const pageKey = this.#hashKey(today.secret, network, userAgent, path);
    const [visitorSeen, pageSeen] = [this.#seen.get(visitorKey), this.#seen.get(pageKey)];
    const isRepeat =
      isRecent(pageSeen, now) ||
      others.some(({ secret }) => isRecent(this.#seen.get(this.#hashKey(secret, network, userAgent, path)), now));
    if (!isRepeat) {
      const isSameVisit =
        isRecent(visitorSeen, now) ||
        others.some(({ secret }) => isRecent(this.#seen.get(this.#hashKey(secret, network, userAgent)), now));
      if (this.full || !this.#limits.countView(network, this.#salts, now)) return false;
      this.#addCount(path, now);
      if (!isSameVisit) this.#addCount(visitsPath, now);
      this.#pendingHits++;
    }
    this.#recordSighting(visitorKey, visitorSeen, now);
    this.#recordSighting(pageKey, pageSeen, now);
    return !isRepeat;
  }

  /** Number of counted hits that are not committed yet. */
  get pendingHits(): number {
    return this.#pendingHits;
  }

  /** Whether anything waits for a commit: hits, or only sightings of known visitors. */
  get dirty(): boolean {
    return this.#pendingHits > 0 || this.#pendingKeys > 0;
  }

  /** Writes everything pending in one transaction. Throws when it fails; everything then stays pending. */
  commit(): void {
    if (!this.dirty) return;
    this.#store.commit({ minutes: this.#pending, tallies: this.#limits.pending });
    for (const [minute, { counts }] of this.#pending) {
      for (const [path, n] of counts) {
        const total = this.#totalCache.get(path);
        if (total !== undefined) this.#totalCache.set(path, total + n);
      }
      if (this.#today?.day === epochDayAt(minute * minuteMs)) this.#today.visits += counts.get(visitsPath) ?? 0;
    }
    this.#pendingHits = 0;
    this.#pending = new Map();
    this.#pendingKeys = 0;
    this.#limits.clearPending();
  }

  /**
   * Deletes some expired keys, or salts, or rolls up one day older than 400 days; true while there may be more to do. To
   * be called every few minutes, again and again until it returns false.
   */
  prune(clock: number): boolean {
    const now = this.#monotonicTime(clock);
    const minute = Math.floor(now / minuteMs);
    if (this.#clockWentBack) {
      this.#clockWentBack = false;
      this.#store.limitMinutes(minute);
      return true;
    }
    if (this.#store.deleteBefore(minute - visitWindow / minuteMs, rowsAtOnce)) return true;
    const today = epochDayAt(now);
    if (this.#prunedDay === today) return false;
    this.#store.aggregate();
    if (this.#store.rollUpOldest(this.#retainedFrom(today))) return true;
    this.#prunedDay = today;
    return false;
  }

  /** The first day that is not in the carried-over numbers. */
  #retainedFrom(today: number): number {
    // A clock set far ahead must not roll up the history: roll up at most one day beyond the last day with counts.
    const lastDay = this.#store.lastDayBefore(today) ?? today;
    return Math.min(today, lastDay + 1) - retentionDays;
  }

  /** Whether new readers are not counted, because there are as many keys as there may be. */
  get full(): boolean {
    return this.#seen.size >= this.#maxKeys;
  }

  /** The numbers of the site and of the given pages. */
  figures(paths: readonly string[], clock: number): SiteCounts {
    return {
      ...this.#siteTotals(clock),
      pages: Object.fromEntries(paths.map((path) => [path, this.#cachedTotal(path)])),
    };
  }

  /** The numbers of one page and of the site, for the response to a hit. */
  pageFigures(path: string, counted: boolean, clock: number): PageCounts {
    return { ...this.#siteTotals(clock), path, views: this.#cachedTotal(path), counted };
  }

  all(clock: number): AllCounts {
    const carried = this.#store.carried();
    const days = [...this.#store.visitsByDay()].map(([day, n]) => [dateOfEpochDay(day), n] as const);
    const months = new Map<string, number>();
    for (const [date, n] of days) months.set(date.slice(0, 7), (months.get(date.slice(0, 7)) ?? 0) + n);
    const positive = (views: ReadonlyMap<string, number>) =>
      Object.fromEntries([...views].filter(([, n]) => n > 0).sort(([a], [b]) => compareBytes(a, b)));
    return {
      v: 1,
      at: new Date(clock).toISOString(),
      ...this.#siteTotals(clock),
      pages: positive(this.#store.views()),
      days: Object.fromEntries(days),
      months: Object.fromEntries(months),
      recent: positive(this.#store.viewsSince(epochDayAt(clock) - recentDays + 1)),
      ...(carried && { carried }),
    };
  }

  export(clock: number, after?: RowPosition): CounterExport {
    const carried = this.#store.carried();
    const rows = this.#store.rowsAfter(storedPosition(after), partRows).map(toExportedRow);
    const last = rows.length === partRows ? rows.at(-1) : undefined;
    return {
      v: 1,
      at: new Date(clock).toISOString(),
      rows,
      ...(carried && { carried }),
      additions: this.#store.additions(),
      ...(last && { next: { day: last.day, path: last.path } }),
      firstDay: dateOfEpochDay(this.#store.firstDay() ?? epochDayAt(clock)),
    };
  }

  /** Imports all rows or none, durably. Throws an ImportError for an addition whose id was used for other rows. */
  import(rows: CounterImport): ImportResult {
    if (rows.mode === 'set') this.#store.set(rows);
    else {
      const digest = createHash('sha256')
        .update(JSON.stringify([rows.rows, rows.carried ?? null]))
        .digest('hex');
      const existing = this.#store.additionDigest(rows.id);
      if (existing === digest) return { applied: false, rows: rows.rows.length };
      if (existing !== undefined) throw new ImportError(409, `id ${rows.id}: was used for an addition of other rows`);
      if (rows.carried && this.#store.carried())
        throw new ImportError(409, 'carried: the total of the old site was carried over already');
      this.#store.add({ ...rows, additions: { ...rows.additions, [rows.id]: digest } });
    }
    this.#totalCache.clear();
    this.#today = undefined;
    return { applied: true, rows: rows.rows.length };
  }

  #siteTotals(clock: number): { total: number; today: number } {
    const day = epochDayAt(clock);
    if (this.#today?.day !== day) this.#today = { day, visits: this.#store.visitsOn(day) };
    return { total: this.#cachedTotal(visitsPath), today: this.#today.visits };
  }

  #cachedTotal(path: string): number {
    const cached = this.#totalCache.get(path);
    if (cached !== undefined) return cached;
    const total = this.#store.total(path);
    this.#totalCache.set(path, total);
    return total;
  }

  /**
   * The clock, made monotonic: a step back of up to a minute is ignored. After a larger one, sightings that lie in the
   * future are set to now.
   */
  #monotonicTime(clock: number): number {
    if (clock < this.#latestTime - minuteMs) {
      this.#clockWentBack = true;
      for (const [key, at] of this.#seen) if (at > clock) this.#seen.set(key, clock);
      this.#limits.setBack(clock);
      this.#latestTime = clock;
    }
    const now = Math.max(clock, this.#latestTime);
    this.#latestTime = now;
    this.#deleteExpired(now);
    const salts = saltsAt(this.#salts, now, visitWindow, () => randomBytes(32).toString('base64url'));
    if (salts !== this.#salts) {
      this.#salts = salts;
      this.#saltStore.save(salts);
    }
    return now;
  }

  #deleteExpired(now: number): void {
    let deleted = 0;
    for (const [key, at] of this.#seen) {
      if (now - at < visitWindow || deleted >= keysAtOnce) break;
      this.#seen.delete(key);
      deleted++;
    }
    this.#limits.deleteExpired(now);
  }

  #setSeen(key: number, at: number): void {
    this.#seen.delete(key);
    this.#seen.set(key, at);
  }

  /** Holds the time of a key in ms; only the minute is stored, so a repeat within the same minute writes nothing. */
  #recordSighting(key: number, lastSeen: number | undefined, now: number): void {
    const minute = Math.floor(now / minuteMs);
    if (lastSeen !== undefined) this.#seen.delete(key);
    this.#seen.set(key, now);
    const stored = lastSeen !== undefined && Math.floor(lastSeen / minuteMs) === minute;
    if (stored || this.#pendingKeys >= 4 * this.#maxPendingHits) return;
    this.#pendingOf(minute).keys.push(key);
    this.#pendingKeys++;
  }

  #addCount(path: string, now: number): void {
    const { counts } = this.#pendingOf(Math.floor(now / minuteMs));
    counts.set(path, (counts.get(path) ?? 0) + 1);
  }

  #pendingOf(minute: number): { keys: number[]; counts: Map<string, number> } {
    const pending = this.#pending.get(minute) ?? { keys: [], counts: new Map() };
    this.#pending.set(minute, pending);
    return pending;
  }
}

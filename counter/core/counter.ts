import { createHash, randomBytes } from 'node:crypto';
import { dateOf, dayOf } from './calendar.ts';
import { type AllFigures, type Figures, type Imported, NotDurable, type Shown, type Visit } from './counts.ts';
import { type Export, exportedRow, type Import, ImportError, visitsPath } from './rows.ts';
import { type Salt, saltsAt } from './salts.ts';
import type { Store, Tally } from './store.ts';
import { type KeyMaker, keyMaker } from './visitor-key.ts';

const minuteLength = 60_000;

/** A visitor not seen for so long (ms) is a new visit; so is a page they have not opened for so long a new view. */
export const visitWindow = 30 * minuteLength;

/** The most views that are counted for one network in a window. */
export const networkLimit = 120;

const keptDays = 400;
const recentDays = 30;

/** Where a host keeps the salts, outside the database. */
export interface SaltVault {
  load(): readonly Salt[];
  save(salts: readonly Salt[]): void;
}

/** What a host gives a counter. */
export interface CounterParts {
  readonly store: Store;
  readonly salts: SaltVault;
  /** How many bytes of a visitor's key are kept. */
  readonly keyBytes: number;
  /** The most keys that are kept; beyond it nothing is counted, so that no flood of addresses fills the memory. */
  readonly maxKeys: number;
  /** The most hits that may wait for a commit, while the disk is full for instance. */
  readonly maxWaiting: number;
}

function isRecent(at: number | undefined, now: number): boolean {
  return at !== undefined && now - at < visitWindow;
}

/**
 * Decides what counts and keeps it until the next commit. No I/O of its own: the store, the salts and the clock (ms since
 * 1970, an argument) are the host's. All numbers it gives are durable; what waits for a commit is in none of them.
 */
export class Counter {
  readonly #store: Store;
  readonly #vault: SaltVault;
  readonly #key: KeyMaker;
  readonly #maxKeys: number;
  readonly #maxWaiting: number;
  #salts: readonly Salt[];
  /** When each key was seen last, the longest ago first. */
  readonly #seen = new Map<number, number>();
  readonly #tallies = new Map<number, Tally>();
  #latest = 0;

  #waitingHits = 0;
  /** By day, by path. */
  #waitingCounts = new Map<number, Map<string, number>>();
  /** Keys by minute. */
  #waitingSights = new Map<number, number[]>();
  #waitingSightings = 0;
  #waitingTallies = new Map<number, Tally>();
  #tidiedDay: number | undefined;

  /** Totals and visits of today as last committed, as far as they were asked for. */
  readonly #totals = new Map<string, number>();
  #today: { day: number; visits: number } | undefined;

  constructor({ store, salts, keyBytes, maxKeys, maxWaiting }: CounterParts, now: number) {
    this.#store = store;
    this.#vault = salts;
    this.#key = keyMaker(keyBytes);
    this.#maxKeys = maxKeys;
    this.#maxWaiting = maxWaiting;
    this.#salts = salts.load();
    // A stored minute counts as seen at its end: after a restart nobody is counted twice.
    for (const { minute, key } of store.sights()) this.#see(key, Math.min(now, (minute + 1) * minuteLength - 1));
    for (const { network, since, views } of store.tallies())
      this.#tally(network, { since: Math.min(since, Math.floor(now / minuteLength)), views });
    this.tidy(now);
  }

  /** Takes in a hit; true when it counts as a view, which is in no number before the next commit. Throws NotDurable when too many wait. */
  hit({ network, userAgent, path }: Visit, clock: number): boolean {
    if (this.#waitingHits >= this.#maxWaiting) throw new NotDurable(`${this.#waitingHits} hits wait for a commit`);
    const now = this.#time(clock);
    const [today, ...others] = this.#salts;
    if (!today) return false;
    const visitor = this.#key(today.secret, network, userAgent);
    const page = this.#key(today.secret, network, userAgent, path);
    const [visitorSeen, pageSeen] = [this.#seen.get(visitor), this.#seen.get(page)];
    const opened =
      isRecent(pageSeen, now) ||
      others.some(({ secret }) => isRecent(this.#seen.get(this.#key(secret, network, userAgent, path)), now));
    if (!opened) {
      const known =
        isRecent(visitorSeen, now) ||
        others.some(({ secret }) => isRecent(this.#seen.get(this.#key(secret, network, userAgent)), now));
      if (!this.#withinLimits(network, now)) return false;
      this.#count(path, now);
      if (!known) this.#count(visitsPath, now);
      this.#waitingHits++;
    }
    this.#sight(visitor, visitorSeen, now);
    this.#sight(page, pageSeen, now);
    return !opened;
  }

  /** Counted hits that wait for a commit. */
  get waitingHits(): number {
    return this.#waitingHits;
  }

  /** Whether anything waits for a commit: hits, or only that somebody was seen again. */
  get dirty(): boolean {
    return this.#waitingHits > 0 || this.#waitingSightings > 0;
  }

  /** Writes all that waits in one transaction. Throws when that failed; all of it then waits for the next commit. */
  commit(): void {
    if (!this.dirty) return;
    this.#store.commit({
      counts: this.#waitingCounts,
      sights: this.#waitingSights,
      tallies: this.#waitingTallies,
    });
    for (const [day, paths] of this.#waitingCounts) {
      for (const [path, n] of paths) {
        const total = this.#totals.get(path);
        if (total !== undefined) this.#totals.set(path, total + n);
      }
      if (this.#today?.day === day) this.#today.visits += paths.get(visitsPath) ?? 0;
    }
    this.#waitingHits = 0;
    this.#waitingCounts = new Map();
    this.#waitingSights = new Map();
    this.#waitingSightings = 0;
    this.#waitingTallies = new Map();
  }

  /** Forgets what is over: keys of visitors, old salts; rolls up days older than 400. To be called every few minutes. */
  tidy(clock: number): void {
    const now = this.#time(clock);
    const minute = Math.floor(now / minuteLength);
    this.#store.forget(minute - visitWindow / minuteLength, minute);
    const today = dayOf(now);
    if (this.#tidiedDay === today) return;
    // A clock gone far ahead must not roll up the history: at most one day beyond the last one that was counted on.
    const lastDay = this.#store.lastDayBefore(today) ?? today;
    this.#store.rollUp(Math.min(today, lastDay + 1) - keptDays);
    this.#tidiedDay = today;
  }

  /** The whole site's numbers and those of pages. */
  figures(paths: readonly string[], clock: number): Figures {
    return {
      ...this.#sums(clock),
      pages: Object.fromEntries(paths.map((path) => [path, this.#total(path)])),
    };
  }

  /** What a reader is shown after a hit on a page. */
  shown(path: string, counted: boolean, clock: number): Shown {
    return { ...this.#sums(clock), path, views: this.#total(path), counted };
  }

  all(clock: number): AllFigures {
    const today = dayOf(clock);
    const days = this.#store.visitsByDay();
    const carried = this.#store.carried();
    const months = Map.groupBy(days, ({ day }) => dateOf(day).slice(0, 7));
    const numbers = (rows: readonly { path: string; n: number }[]) =>
      Object.fromEntries(rows.filter(({ path, n }) => path !== visitsPath && n > 0).map(({ path, n }) => [path, n]));
    return {
      v: 1,
      at: new Date(clock).toISOString(),
      ...this.#sums(clock),
      pages: numbers(this.#store.totals()),
      days: Object.fromEntries(days.map(({ day, n }) => [dateOf(day), n])),
      months: Object.fromEntries([...months].map(([month, each]) => [month, each.reduce((sum, { n }) => sum + n, 0)])),
      recent: numbers(this.#store.viewsSince(today - recentDays + 1)),
      ...(carried && { carried }),
    };
  }

  export(clock: number): Export {
    const carried = this.#store.carried();
    return {
      v: 1,
      at: new Date(clock).toISOString(),
      rows: this.#store.rows().map(exportedRow),
      ...(carried && { carried }),
      additions: this.#store.additions(),
    };
  }

  /** Takes in rows, all or none, durably. Throws an ImportError for an addition whose id was used for other rows. */
  import(rows: Import): Imported {
    if (rows.mode === 'set') this.#store.set(rows);
    else {
      const digest = createHash('sha256')
        .update(JSON.stringify([rows.rows, rows.carried ?? null]))
        .digest('hex');
      const before = this.#store.addition(rows.id);
      if (before === digest) return { applied: false, rows: rows.rows.length };
      if (before !== undefined) throw new ImportError(409, `id ${rows.id}: was used for an addition of other rows`);
      if (rows.carried && this.#store.carried())
        throw new ImportError(409, 'carried: the total of the old site was carried over already');
      this.#store.add({ ...rows, additions: { ...rows.additions, [rows.id]: digest } });
    }
    this.#totals.clear();
    this.#today = undefined;
    return { applied: true, rows: rows.rows.length };
  }

  #sums(clock: number): { total: number; today: number } {
    const day = dayOf(clock);
    if (this.#today?.day !== day) this.#today = { day, visits: this.#store.visitsOn(day) };
    return { total: this.#total(visitsPath), today: this.#today.visits };
  }

  #total(path: string): number {
    const known = this.#totals.get(path);
    if (known !== undefined) return known;
    const total = this.#store.total(path);
    this.#totals.set(path, total);
    return total;
  }

  /** The time to reckon with: it stands still for small steps back; after a great one all that was seen was seen just now. */
  #time(clock: number): number {
    if (clock < this.#latest - minuteLength) {
      for (const [key, at] of this.#seen) if (at > clock) this.#seen.set(key, clock);
      for (const [network, tally] of this.#tallies)
        if (tally.since * minuteLength > clock)
          this.#tallies.set(network, { ...tally, since: Math.floor(clock / minuteLength) });
      this.#latest = clock;
    }
    const now = Math.max(clock, this.#latest);
    this.#latest = now;
    this.#forget(now);
    const salts = saltsAt(this.#salts, now, visitWindow, () => randomBytes(32).toString('base64url'));
    if (salts !== this.#salts) {
      this.#salts = salts;
      this.#vault.save(salts);
    }
    return now;
  }

  #forget(now: number): void {
    for (const [key, at] of this.#seen) {
      if (now - at < visitWindow) break;
      this.#seen.delete(key);
    }
    for (const [network, { since }] of this.#tallies) {
      if (now - since * minuteLength < visitWindow) break;
      this.#tallies.delete(network);
    }
  }

  /** Puts a tally last, where the newest stand. */
  #tally(network: number, tally: Tally): void {
    this.#tallies.delete(network);
    this.#tallies.set(network, tally);
  }

  #see(key: number, at: number): void {
    this.#seen.delete(key);
    this.#seen.set(key, at);
  }

  /** Remembers a key to the millisecond; the minute is what is stored, so a repeat within it writes nothing. */
  #sight(key: number, before: number | undefined, now: number): void {
    const minute = Math.floor(now / minuteLength);
    if (before !== undefined) this.#seen.delete(key);
    this.#seen.set(key, now);
    const stored = before !== undefined && Math.floor(before / minuteLength) === minute;
    if (stored || this.#waitingSightings >= 4 * this.#maxWaiting) return;
    const keys = this.#waitingSights.get(minute);
    if (keys) keys.push(key);
    else this.#waitingSights.set(minute, [key]);
    this.#waitingSightings++;
  }

  #withinLimits(network: string, now: number): boolean {
    if (this.#seen.size >= this.#maxKeys) return false;
    const [today, ...others] = this.#salts;
    if (!today) return false;
    const key = this.#key(today.secret, network);
    const { since, views } = this.#tallies.get(key) ?? { since: Math.floor(now / minuteLength), views: 0 };
    const elsewhere = others.reduce(
      (sum, { secret }) => sum + (this.#tallies.get(this.#key(secret, network))?.views ?? 0),
      0,
    );
    if (views + elsewhere >= networkLimit) return false;
    const counted = { since, views: views + 1 };
    this.#tallies.set(key, counted);
    this.#waitingTallies.set(key, counted);
    return true;
  }

  #count(path: string, now: number): void {
    const day = dayOf(now);
    const paths = this.#waitingCounts.get(day) ?? new Map<string, number>();
    this.#waitingCounts.set(day, paths.set(path, (paths.get(path) ?? 0) + 1));
  }
}

import type { NetworkTally } from './counter-store.ts';
import { widerNetworks } from './network-of.ts';
import type { Salt } from './salts.ts';
import type { VisitorKeyHash } from './visitor-key-hash.ts';

const minuteMs = 60_000;

/** The maximum number of views counted for one network in a window. */
export const networkLimit = 120;

/** The same for wider IPv6 networks, in which one client may have 256 or 65,536 networks. */
export const [limitOf56, limitOf48] = [8 * networkLimit, 32 * networkLimit];

/** A tally is stored from this number of views on: that most networks never have it saves a row for each reader. */
const storedTally = networkLimit / 4;

/** The views counted for each network, by keyed hash, in the window (ms) that began with its first view. */
export class NetworkLimits {
  readonly #hashKey: VisitorKeyHash;
  readonly #window: number;
  /** Those whose window began first come first. */
  readonly #tallies = new Map<number, NetworkTally>();
  #pending = new Map<number, NetworkTally>();

  constructor(hashKey: VisitorKeyHash, window: number) {
    this.#hashKey = hashKey;
    this.#window = window;
  }

  /** Adds a stored tally, the oldest first. */
  restore(key: number, tally: NetworkTally): void {
    this.#tallies.delete(key);
    this.#tallies.set(key, tally);
  }

  /** Counts a view of a network under today's salt, and returns true; false at its limit or that of a wider network. */
  countView(network: string, [today, ...others]: readonly Salt[], now: number): boolean {
    if (!today) return false;
    const key = this.#hashKey(today.secret, network);
    const { since, views } = this.#tallyOf(key, now);
    const underOldSalts = others.reduce(
      (sum, { secret }) => sum + (this.#tallies.get(this.#hashKey(secret, network))?.views ?? 0),
      0,
    );
    if (views + underOldSalts >= networkLimit || !this.#countInWider(today.secret, network, now)) return false;
    const tally = { since, views: views + 1 };
    this.#tallies.set(key, tally);
    if (tally.views + underOldSalts >= storedTally) this.#pending.set(key, tally);
    return true;
  }

  /** The tallies to store. */
  get pending(): ReadonlyMap<number, NetworkTally> {
    return this.#pending;
  }

  /** Forgets which tallies are to be stored: they were. */
  clearPending(): void {
    this.#pending = new Map();
  }

  deleteExpired(now: number): void {
    for (const [key, { since }] of this.#tallies) {
      if (now - since * minuteMs < this.#window) break;
      this.#tallies.delete(key);
    }
  }

  /** After the clock was set back: windows that would begin later begin now. */
  setBack(now: number): void {
    for (const [key, tally] of this.#tallies)
      if (tally.since * minuteMs > now) this.#tallies.set(key, { ...tally, since: Math.floor(now / minuteMs) });
  }

  /** The same for the /56 and the /48 of an IPv6 address; their tallies are in memory only. */
  #countInWider(secret: string, network: string, now: number): boolean {
    const wider = widerNetworks(network);
    if (!wider) return true;
    const tallies = [
      { key: this.#hashKey(secret, wider.wide56), limit: limitOf56 },
      { key: this.#hashKey(secret, wider.wide48), limit: limitOf48 },
    ].map(({ key, limit }) => ({ key, limit, ...this.#tallyOf(key, now) }));
    if (tallies.some(({ views, limit }) => views >= limit)) return false;
    for (const { key, since, views } of tallies) this.#tallies.set(key, { since, views: views + 1 });
    return true;
  }

  #tallyOf(key: number, now: number): NetworkTally {
    return this.#tallies.get(key) ?? { since: Math.floor(now / minuteMs), views: 0 };
  }
}

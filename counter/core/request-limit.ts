/** How many requests of a network are answered in a window, and how many networks are told apart in it. */
const [maxRequests, windowMs, maxNetworks] = [30, 10_000, 10_000];

/** Limits the requests of each network to 30 in ten seconds. Networks beyond the 10,000th of a window share one limit. */
export class RequestLimit {
  readonly #clock: () => number;
  readonly #requests = new Map<string, number>();
  #windowStart = Number.NEGATIVE_INFINITY;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** Counts a request; the seconds until the next one is answered if this one is not, else 0. */
  waitFor(network: string): number {
    const now = this.#clock();
    if (Math.abs(now - this.#windowStart) >= windowMs) {
      this.#windowStart = now;
      this.#requests.clear();
    }
    const key = this.#requests.has(network) || this.#requests.size < maxNetworks ? network : '';
    const count = (this.#requests.get(key) ?? 0) + 1;
    this.#requests.set(key, count);
    return count > maxRequests ? Math.ceil((this.#windowStart + windowMs - now) / 1000) : 0;
  }
}

import type { Bounds } from './thrown-out.ts';

/** How much is kept of each kind: what there must be without a network, the latest pages, visited pages, and scripts, fonts and pictures. */
export const bounds = {
  essential: { count: 10, bytes: 1_000_000 },
  latest: { count: 20, bytes: 3_000_000 },
  visited: { count: 60, bytes: 4_000_000 },
  files: { count: 120, bytes: 12_000_000 },
} as const satisfies Record<string, Bounds>;

export type Store = keyof typeof bounds;
export const stores = Object.keys(bounds) as Store[];

const before = (scope: string) => `ngoai-mang ${new URL(scope).pathname} `;
/** Counted up when what is kept takes another form. */
const format = 1;

/** The name of a cache; a host may hold several sites, each below a path of its own. */
export function storeName(scope: string, store: Store): string {
  return `${before(scope)}${format} ${store}`;
}

/** Whether a cache is one of this site, in whatever form. */
export function isStoreOf(scope: string, name: string): boolean {
  return name.startsWith(before(scope));
}

import type { CacheLimits } from './entries-to-evict.ts';

/** Limits of each cache: the offline page; latest pages; visited pages; scripts, fonts and pictures. */
export const cacheLimits = {
  essential: { count: 10, bytes: 1_000_000 },
  latest: { count: 20, bytes: 3_000_000 },
  visited: { count: 60, bytes: 4_000_000 },
  files: { count: 120, bytes: 12_000_000 },
} as const satisfies Record<string, CacheLimits>;

export type CacheKind = keyof typeof cacheLimits;
export const cacheKinds = Object.keys(cacheLimits) as CacheKind[];

const namePrefix = (scope: string) => `ngoai-mang ${new URL(scope).pathname} `;
/** Increased when the format of cached responses changes. */
const version = 1;

/** The name of a cache, which contains the path: several sites may share a host. */
export function cacheName(scope: string, kind: CacheKind): string {
  return `${namePrefix(scope)}${version} ${kind}`;
}

/** Whether a cache belongs to this site, in any version. */
export function isCacheOfSite(scope: string, name: string): boolean {
  return name.startsWith(namePrefix(scope));
}

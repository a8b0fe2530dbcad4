/** What is kept: what every answer without a network needs, the latest pages, visited pages, and their scripts, fonts and pictures. */
export type Store = 'essential' | 'latest' | 'visited' | 'files';

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

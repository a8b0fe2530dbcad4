/** Files that are mutated, and the tests that should notice. */
export interface MutationTarget {
  /** Glob patterns. */
  readonly files: readonly string[];
  /** Unit tests, which are run first: after those of the file itself, these files or folders. */
  readonly units: readonly string[];
  /** Tests that need built sites, which are run if those are silent. */
  readonly others: readonly string[];
}

/** The rules, reading, headers, redirects, feeds and the counter's core: what readers and editors rely on. */
export const mutationTargets: readonly MutationTarget[] = [
  {
    files: ['news/*.ts'],
    units: ['news', 'site/check', 'site/read', 'site/pages'].map((folder) => `tests/unit/${folder}`),
    others: ['newsroom', 'events', 'statistics', 'schedule', 'feeds'].map((name) => `tests/site/${name}`),
  },
  {
    files: ['site/read/**/*.ts'],
    units: ['read', 'check', 'guide', 'repair', 'markdown'].map((folder) => `tests/unit/site/${folder}`),
    others: ['contents', 'hostile', 'check-command', 'notes'].map((name) => `tests/site/${name}`),
  },
  {
    files: ['site/assets/headers.ts', 'site/redirects/*.ts'],
    units: ['tests/unit/site/assets', 'tests/unit/site/redirects'],
    others: ['tests/site/old-addresses', 'tests/site/deployed-redirects', 'tests/site/site-server'],
  },
  {
    files: ['layouts/feeds/*.ts', 'site/pages/feed-*.ts'],
    units: ['tests/unit/site/pages'],
    others: ['feeds', 'check-feeds', 'stable-feed-ids', 'subscriptions'].map((name) => `tests/site/${name}`),
  },
  {
    files: ['counter/core/*.ts'],
    units: ['tests/unit/counter'],
    others: ['tests/counter'],
  },
];

/** Files that are mutated, and the tests that should notice. */
export interface MutationTarget {
  /** Glob patterns. */
  readonly files: readonly string[];
  /** Test files or folders that are run first. */
  readonly nearest: readonly string[];
  /** Those that are run if the nearest are silent. */
  readonly others: readonly string[];
}

/** The rules, reading, headers, redirects, feeds and the counter's core: what readers and editors rely on. */
export const mutationTargets: readonly MutationTarget[] = [
  {
    files: ['news/*.ts'],
    nearest: ['tests/unit/news'],
    others: [
      'tests/unit/site/check',
      'tests/unit/site/read',
      'tests/unit/site/pages',
      'tests/site/newsroom',
      'tests/site/events',
    ],
  },
  {
    files: ['site/read/**/*.ts'],
    nearest: ['tests/unit/site/read'],
    others: ['tests/unit/site/check', 'tests/unit/site/guide', 'tests/site/contents', 'tests/site/hostile'],
  },
  {
    files: ['site/assets/headers.ts', 'site/redirects/*.ts'],
    nearest: ['tests/unit/site/assets', 'tests/unit/site/redirects'],
    others: ['tests/site/old-addresses', 'tests/site/deployed-redirects', 'tests/site/site-server'],
  },
  {
    files: ['layouts/feeds/*.ts', 'site/pages/feed-*.ts'],
    nearest: ['tests/unit/site/pages'],
    others: ['tests/site/feeds', 'tests/site/check-feeds', 'tests/site/stable-feed-ids', 'tests/site/subscriptions'],
  },
  {
    files: ['counter/core/*.ts'],
    nearest: ['tests/unit/counter'],
    others: ['tests/counter'],
  },
];

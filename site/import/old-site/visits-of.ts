import type { PlannedArticle } from './import-old-article.ts';

/** How often articles were read on the old site, for `npm run counter:import`; undefined if that is not known. */
export function visitsOf(planned: readonly PlannedArticle[]): string | undefined {
  const rows = planned.flatMap(({ address, article: { hits } }) =>
    hits ? [{ day: 'carried', path: address, n: hits }] : [],
  );
  return rows.length > 0 ? `${JSON.stringify({ v: 1, rows }, undefined, 1)}\n` : undefined;
}

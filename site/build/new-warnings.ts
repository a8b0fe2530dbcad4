import type { BuildCache } from '#site/cache/build-cache.ts';
import type { Finding } from '#site/finding.ts';

/** The warnings in files whose warnings are not those of the last build; and how many there are in all other files. */
export function newWarnings(
  warnings: readonly Finding[],
  cache: BuildCache,
): { readonly told: readonly Finding[]; readonly known: number } {
  const byPath = new Map<string, string>();
  for (const [path, inFile] of Map.groupBy(warnings, (warning) => warning.path))
    byPath.set(path, inFile.map(({ line, rule, wrong }) => `${line} ${rule} ${wrong}`).join('\n'));
  const before = cache.get<ReadonlyMap<string, string>>('warnings');
  cache.set('warnings', byPath);
  const told = warnings.filter(({ path }) => before?.get(path) !== byPath.get(path));
  return { told, known: warnings.length - told.length };
}

import { buildIndex } from '#search/build-index.ts';
import type { Entry } from '#search/entry.ts';

/** For each of some later versions of the entries how many files of their index are other ones, new or gone. */
export function changedFiles(entries: readonly Entry[], later: readonly (readonly Entry[])[]): number[] {
  const files = new Map(buildIndex(entries, []));
  return later.map((version) => {
    const gone = new Set(files.keys());
    let others = 0;
    for (const [name, bytes] of buildIndex(version, [])) {
      const before = files.get(name);
      if (!before || Buffer.compare(before, bytes) !== 0) others++;
      gone.delete(name);
    }
    return others + gone.size;
  });
}

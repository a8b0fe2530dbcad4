import { buildIndex } from '#search/build-index.ts';
import type { SearchEntry } from '#search/search-entry.ts';

/** For each edited list of entries, the number of index files that are changed, new or deleted. */
export function changedIndexFileCounts(
  entries: readonly SearchEntry[],
  editedLists: readonly (readonly SearchEntry[])[],
): number[] {
  const files = new Map(buildIndex(entries, []));
  return editedLists.map((edited) => {
    const deleted = new Set(files.keys());
    let changed = 0;
    for (const [name, bytes] of buildIndex(edited, [])) {
      const previous = files.get(name);
      if (!previous || Buffer.compare(previous, bytes) !== 0) changed++;
      deleted.delete(name);
    }
    return changed + deleted.size;
  });
}

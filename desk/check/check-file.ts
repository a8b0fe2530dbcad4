import { compareByLocation, type Finding } from '#site/finding.ts';
import { applySuppressions } from '#site/read/suppression.ts';
import type { ContentFile, ListFiles } from './content-files.ts';
import { findingKeys } from './finding-keys.ts';
import { readListFiles, withReadFile } from './read-file.ts';

/** A finding in a file, and the field of a form where it is shown. */
export interface FileFinding extends Finding {
  /** The key of the front matter, or “body”; undefined where it concerns the whole file. */
  readonly key?: string;
}

/**
 * The findings of `npm run check` in a file, by location, without those for which the rest of the site or the content
 * of other files is needed.
 */
export function checkFile(file: ContentFile, lists: ListFiles): FileFinding[] {
  return withReadFile(file, readListFiles(lists), ({ kind, isDraft, parsed, findings }) => {
    const keyOf = findingKeys(file, kind);
    // Which suppressions cover nothing is known only when the rules over the whole site have run.
    return applySuppressions(findings, parsed?.suppressions ?? [], () => false)
      .sort(compareByLocation)
      .map((found) => {
        const key = keyOf(found);
        return {
          ...found,
          ...(key !== undefined && { key }),
          ...(isDraft && found.level === 'error' && { inDraft: true as const }),
        };
      });
  });
}

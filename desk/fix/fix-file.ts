import { type AppliedFix, fixText, isEditable } from '#site/read/fix-text.ts';
import { checkFile } from '../check/check-file.ts';
import type { ContentFile, ListFiles } from '../check/content-files.ts';

/** More than any file needs: behind an error another may stand. */
const maxRounds = 9;

/** The text that `npm run check -- --fix` writes for a file, and the changes in words, in the order in which they are made. */
export function fixFile(
  file: ContentFile,
  lists: ListFiles,
): { readonly text: string; readonly changes: readonly AppliedFix[] } {
  const changes: AppliedFix[] = [];
  let { text } = file;
  for (let round = 0; round < maxRounds; round++) {
    const findings = checkFile({ ...file, text }, lists).filter(isEditable);
    if (findings.length === 0) break;
    // Of two edits that touch, that of an error is made.
    const byLevel = [...findings.filter(({ level }) => level === 'error'), ...findings.filter(isWarning)];
    const fixed = fixText(file.path, text, byLevel);
    changes.push(...fixed.changes.sort((a, b) => a.line - b.line));
    ({ text } = fixed);
  }
  return { text, changes };
}

function isWarning({ level }: { readonly level: string }): boolean {
  return level === 'warning';
}

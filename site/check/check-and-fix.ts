import type { Finding } from '#site/finding.ts';
import type { AppliedFix } from '#site/read/fix-text.ts';
import type { CheckedContent } from './check-content.ts';
import { fixContent } from './fix-content.ts';

/** More than any file needs; each round checks the whole content again. */
const maxRounds = 9;

/** Checks and applies the edits of some findings until nothing is left to apply: behind an error another may stand. */
export async function checkAndFix(
  check: () => Promise<CheckedContent>,
  isFixed: (finding: Finding) => boolean,
  tell: (fix: AppliedFix) => void,
): Promise<CheckedContent> {
  let checked = await check();
  for (let round = 0; round < maxRounds; round++) {
    const findings = [...checked.errors, ...checked.draftErrors, ...checked.warnings];
    const changes = await fixContent(checked, findings.filter(isFixed));
    if (changes.length === 0) break;
    for (const change of changes) tell(change);
    checked = await check();
  }
  return checked;
}

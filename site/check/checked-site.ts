import { Memory } from '#site/cache/memory.ts';
import { ContentError, type Finding } from '#site/finding.ts';
import type { Settings } from '#site/settings.ts';
import { type CheckedContent, checkContent } from './check-content.ts';

/** What readers see and its pages, of content that has no error. */
export interface CheckedSite extends NonNullable<CheckedContent['site']> {
  readonly warnings: readonly Finding[];
}

/** Reads content and checks it. Throws a ContentError with all errors of all files. */
export async function checkedSite(settings: Settings, memory = Memory.empty()): Promise<CheckedSite> {
  const { site, errors, warnings } = await checkContent(settings, memory);
  if (!site || errors.length > 0) throw new ContentError(errors);
  return { ...site, warnings };
}

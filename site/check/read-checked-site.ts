import { BuildCache } from '#site/cache/build-cache.ts';
import { ContentError, type Finding } from '#site/finding.ts';
import type { Settings } from '#site/settings.ts';
import { type CheckedContent, checkContent } from './check-content.ts';

/** The visible content and its pages, of content without errors that stop a build. */
export interface CheckedSite extends NonNullable<CheckedContent['site']> {
  /** The errors in drafts. */
  readonly draftErrors: readonly Finding[];
  readonly warnings: readonly Finding[];
}

/** Reads and checks content. Throws a ContentError with all errors of all files, except those in drafts. */
export async function readCheckedSite(settings: Settings, cache = BuildCache.inMemory()): Promise<CheckedSite> {
  const { site, errors, draftErrors, warnings } = await checkContent(settings, cache);
  if (!site || errors.length > 0) throw new ContentError(errors);
  return { ...site, draftErrors, warnings };
}

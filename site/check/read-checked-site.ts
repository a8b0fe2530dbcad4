import { BuildCache } from '#site/cache/build-cache.ts';
import type { FileInError } from '#site/deployment/deployed-content.ts';
import type { DeployedSite } from '#site/deployment/deployed-site.ts';
import { ContentError, type Finding } from '#site/finding.ts';
import type { Settings } from '#site/settings.ts';
import { type CheckedContent, checkContent } from './check-content.ts';
import { checkWithoutErrors } from './check-without-errors.ts';

/** The visible content and its pages, of content without errors that stop a build. */
export interface CheckedSite extends NonNullable<CheckedContent['site']> {
  /** The errors in drafts. */
  readonly draftErrors: readonly Finding[];
  readonly warnings: readonly Finding[];
  /** The errors of the files in error. */
  readonly errors: readonly Finding[];
  /** The files that the site shows in their deployed form, or not at all. */
  readonly filesInError: readonly FileInError[];
}

/**
 * Reads and checks content. With the deployed site, a file in error stops no other: a public one keeps the form in which
 * it was deployed, one that was never public is left out. Throws a ContentError with all errors of all files, except
 * those in drafts, if there is no such site, or if that does not help.
 */
export async function readCheckedSite(
  settings: Settings,
  cache = BuildCache.inMemory(),
  deployed?: DeployedSite,
): Promise<CheckedSite> {
  const first = await checkContent(settings, cache, { deployed, preparesBodies: true });
  const { site, errors, draftErrors, warnings } = first;
  if (site && errors.length === 0) return { ...site, draftErrors, warnings, errors, filesInError: [] };
  const without = site && deployed && (await checkWithoutErrors(first, settings, cache, deployed));
  if (!without) throw new ContentError(errors);
  if ('remaining' in without) throw new ContentError(errors, without.remaining);
  return {
    ...without.site,
    ...{ draftErrors, errors, filesInError: without.filesInError },
    warnings: [...warnings, ...without.newWarnings],
  };
}

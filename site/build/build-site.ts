import { rm } from 'node:fs/promises';
import { writeStaticFiles } from '#site/assets/static-file.ts';
import { type BuildCache, stagingFolder } from '#site/cache/build-cache.ts';
import type { OutputRecord } from '#site/cache/output-record.ts';
import type { PreviousOutput } from '#site/cache/previous-output.ts';
import { type CheckedSite, readCheckedSite } from '#site/check/read-checked-site.ts';
import type { Finding } from '#site/finding.ts';
import { buildSearchIndex } from '#site/search/build-search-index.ts';
import type { Settings } from '#site/settings.ts';
import { type ProgressCallback, planSite, type SitePlan } from './plan-site.ts';
import { publishOutput, refuseForeignFolder, refuseReadOnlyFolder } from './publish-output.ts';
import { renderPages } from './render-pages.ts';

/** The result of a build, and how much of the site it rendered. */
export interface BuildResult extends Pick<CheckedSite, 'errors' | 'filesInError'> {
  readonly draftErrors: readonly Finding[];
  readonly warnings: readonly Finding[];
  readonly pictureCount: number;
  readonly pageCount: number;
  readonly rendered: number;
  /** The added, changed and deleted files of the output; a folder that was added as a whole ends in a slash. */
  readonly changed: readonly string[];
  /** The cache for the next build of this process. */
  readonly cache: BuildCache;
  /** When the site must be built again. */
  readonly nextBuildAt?: Date;
  /** Why the cache of the previous build was discarded, in Vietnamese. */
  readonly discardReason?: string;
}

/** The stages of a build that a caller may replace, to build less than the whole site. */
export interface BuildStages {
  readonly readCheckedSite: (settings: Settings, cache: BuildCache) => Promise<CheckedSite>;
  readonly planSite: typeof planSite;
  readonly buildSearchIndex: typeof buildSearchIndex;
}

/**
 * Builds the site in a staging folder, rendering only what has changed since the last build, and then publishes it; a
 * failed build leaves the last one untouched. Throws a ContentError or a SettingsError.
 */
export async function buildSite(
  settings: Settings,
  cache: BuildCache,
  output: OutputRecord,
  progress: ProgressCallback,
  replacedStages: Partial<BuildStages> = {},
): Promise<BuildResult> {
  const stages: BuildStages = { readCheckedSite, planSite, buildSearchIndex, ...replacedStages };
  refuseForeignFolder(settings.outputDir);
  refuseReadOnlyFolder(settings.outputDir);
  const previous = output.read(settings, cache);
  const checked = await stages.readCheckedSite(settings, cache);
  const { context, draftErrors, errors, filesInError, warnings } = checked;
  const { nextBuildAt } = context.content;
  await using staging = await emptyFolder(stagingFolder(settings));
  const indexing = stages.buildSearchIndex(context.content, settings, staging.path, { cache, previous });
  const rendering = stages
    .planSite(checked, cache, progress)
    .then((site) => writeChanged(site, previous, staging.path, progress));
  // If one fails, the other must not write on while the staging folder is deleted.
  await Promise.allSettled([indexing, rendering]);
  const { keys, written, ...counts } = await rendering;
  const index = await indexing;
  for (const address of [...index.changed, ...index.unchanged]) keys.set(address.slice(1), '');
  for (const address of index.changed) written.add(address.slice(1));
  const unchanged = new Set([...keys.keys()].filter((file) => !written.has(file)));
  output.forget();
  const changed = await publishOutput(staging.path, settings, unchanged, previous.files);
  output.write(settings, keys, previous, written, cache);
  const discardReason = previous.files.size > 0 ? cache.discardReason : undefined;
  return {
    ...{ draftErrors, errors, filesInError, warnings },
    ...counts,
    ...(nextBuildAt && { nextBuildAt }),
    changed,
    cache,
    ...(discardReason && { discardReason }),
  };
}

/** What a build wrote, and all that the output is to contain. */
interface Written extends Pick<BuildResult, 'pictureCount' | 'pageCount' | 'rendered'> {
  /** The cache key of every page and file by its output file; empty for one without a key. */
  readonly keys: Map<string, string>;
  /** The files that were written. */
  readonly written: Set<string>;
}

/** Renders the pages and writes the files that are not up to date in the output. */
async function writeChanged(
  site: SitePlan,
  previous: PreviousOutput,
  folder: string,
  progress: ProgressCallback,
): Promise<Written> {
  const keys = new Map<string, string>();
  const isUpToDate = (file: string, key = '') => {
    keys.set(file, key);
    return key !== '' && previous.unchanged.get(file)?.key === key;
  };
  const pages = [...site.pagesByView].flatMap(([view, pagesOfView]) => pagesOfView.map((page) => ({ view, page })));
  const changedPages = pages.filter(({ page }) => !isUpToDate(page.file, page.key));
  const changedFiles = site.files.filter(({ address, key }) => !isUpToDate(address.slice(1), key));
  const written = new Set([
    ...changedPages.map(({ page }) => page.file),
    ...changedFiles.map(({ address }) => address.slice(1)),
  ]);
  writeStaticFiles(changedFiles, folder);
  await renderPages(changedPages, folder, (done, all) => progress('trang', done, all));
  return { pictureCount: site.pictureCount, pageCount: pages.length, rendered: changedPages.length, keys, written };
}

/** Deletes a folder that a killed build left behind, and again when the returned object is disposed of. */
async function emptyFolder(path: string): Promise<AsyncDisposable & { readonly path: string }> {
  const remove = () => rm(path, { recursive: true, force: true });
  await remove();
  return { path, [Symbol.asyncDispose]: remove };
}

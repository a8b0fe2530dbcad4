import { join, relative, resolve, sep } from 'node:path';
import { contentKinds } from '#news/content-kind.ts';
import type { BuildCache } from '#site/cache/build-cache.ts';
import { DeployedContent, type FileInError } from '#site/deployment/deployed-content.ts';
import type { DeployedSite } from '#site/deployment/deployed-site.ts';
import { type Finding, formatFinding } from '#site/finding.ts';
import { displayPath } from '#site/read/source-file.ts';
import type { Settings } from '#site/settings.ts';
import { type CheckedContent, checkContent } from './check-content.ts';

/** A site without the files in error. */
export interface SiteWithoutErrors {
  readonly site: NonNullable<CheckedContent['site']>;
  readonly filesInError: readonly FileInError[];
  /** The warnings about links to what is left out. */
  readonly newWarnings: readonly Finding[];
}

/**
 * Checks content again with the deployed form of each public file in error, and without the others. Errors remain where
 * no single file can be left out for them. Returns undefined if the deployed content is not known.
 */
export async function checkWithoutErrors(
  first: CheckedContent,
  settings: Settings,
  cache: BuildCache,
  deployed: DeployedSite,
): Promise<SiteWithoutErrors | { readonly remaining: readonly Finding[] } | undefined> {
  const { contentDir } = settings;
  const published = new DeployedContent(settings, deployed);
  if (!published.isKnown) return undefined;
  const inContent = (path: string) => relative(contentDir, resolve(path)).split(sep).join('/');
  const isNew = (path: string) => published.isNew(inContent(path));
  const filesInError = new Map<string, FileInError>();
  for (;;) {
    const replacements = new Map(
      Array.from(filesInError.values(), ({ path, restored }) => [join(contentDir, path), restored?.file]),
    );
    const checked = await checkContent(settings, cache, { deployed, replacements, isNew, preparesBodies: true });
    if (!checked.site) return { remaining: checked.errors };
    const restoredPaths = new Set(
      Array.from(filesInError.values(), ({ restored }) => restored && displayPath(restored.file)),
    );
    if (checked.errors.length === 0) {
      const { site, warnings } = checked;
      const newWarnings = linkWarnings(warnings, first.warnings).filter(({ path }) => !restoredPaths.has(path));
      return { site, filesInError: [...filesInError.values()], newWarnings };
    }
    const cannotBeLeftOut = (owner: string) =>
      // A deployed form that has an error itself: what is wrong is elsewhere.
      restoredPaths.has(owner) || filesInError.has(inContent(owner)) || !isInItemFolder(inContent(owner));
    const remaining = checked.errors.filter((error) => checked.ownersOf(error).some(cannotBeLeftOut));
    if (remaining.length > 0) return { remaining };
    for (const path of new Set(checked.errors.flatMap(checked.ownersOf).map(inContent))) {
      const restored = published.restore(path);
      filesInError.set(path, { path, ...(restored && { restored }) });
    }
  }
}

function isInItemFolder(path: string): boolean {
  return contentKinds.some((kind) => path.startsWith(`${kind}/`));
}

function linkWarnings(warnings: readonly Finding[], known: readonly Finding[]): Finding[] {
  const knownLines = new Set(known.map(formatFinding));
  return warnings.filter((found) => found.rule === 'lien-ket-an' && !knownLines.has(formatFinding(found)));
}

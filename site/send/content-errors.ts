import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BuildCache } from '#site/cache/build-cache.ts';
import { type CheckedContent, type CheckOptions, checkContent } from '#site/check/check-content.ts';
import { type Finding, formatFinding } from '#site/finding.ts';
import { displayPath } from '#site/read/source-file.ts';
import type { Settings } from '#site/settings.ts';
import { withTemporaryIndex } from './content-tree.ts';
import type { Repository } from './repository.ts';

/** The findings of content/ as it is on the disk. */
export function checkOnDisk(settings: Settings, options: CheckOptions = {}): Promise<CheckedContent> {
  // Never saved: sending changes no build.
  return checkContent(settings, BuildCache.open(settings, 'in-memory'), options);
}

/** The errors of content/ in a tree or commit, with the paths that the files have on the disk. */
export async function contentErrors(repository: Repository, treeish: string, settings: Settings): Promise<Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'send-'));
  try {
    withTemporaryIndex(repository, (environment) => {
      repository.git(['read-tree', treeish], { environment });
      const input = repository.git(['ls-files', '-z', '--', repository.contentPath], { environment });
      repository.git(['checkout-index', '-z', '--stdin', `--prefix=${folder}/`], { environment, input });
    });
    const contentDir = join(folder, repository.contentPath);
    const { errors } = await checkOnDisk({ ...settings, contentDir });
    const rename = (text: string) => text.replaceAll(contentDir, displayPath(settings.contentDir));
    return errors.map((error) => ({
      ...error,
      path: rename(error.path),
      wrong: rename(error.wrong),
      remedy: rename(error.remedy),
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The errors that are in one list and not in another, wherever in their file they are. */
export function newErrors(errors: readonly Finding[], before: readonly Finding[]): Finding[] {
  const key = (error: Finding) => formatFinding({ ...error, line: 1, column: 1 });
  const known = new Set(before.map(key));
  return errors.filter((error) => !known.has(key(error)));
}

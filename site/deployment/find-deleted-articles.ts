import { fileSlug } from '#site/read/file-slug.ts';
import { filesAtCommit, gitText } from './git.ts';

/** A Markdown file that content/ had at a commit. */
export interface DeletedItem {
  readonly path: string;
  readonly commit: string;
}

/** The last version in git of the deleted articles that a predicate accepts by slug, newest deletion first. */
export function findDeletedArticles(contentDir: string, accepts: (slug: string) => boolean): DeletedItem[] {
  const isArticle = (path: string) => path.startsWith('articles/') && path.endsWith('.md') && accepts(fileSlug(path));
  // Not committed yet: the last commit still has it.
  const inHead = (filesAtCommit(contentDir, 'HEAD') ?? []).filter(isArticle);
  const log = gitText(
    contentDir,
    ...['log', '--diff-filter=D', '--no-renames', '--name-only', '--relative', '-z', '--format=%x01%H', '--', '.'],
  );
  const deleted = (log ?? '').split('\u0001').flatMap((entry) => {
    const [commit = '', ...paths] = entry.split(/[\0\n]+/).filter(Boolean);
    return paths.filter(isArticle).map((path) => ({ path, commit: `${commit}^` }));
  });
  const found = [...inHead.map((path) => ({ path, commit: 'HEAD' })), ...deleted];
  return [...new Map(found.toReversed().map((item) => [item.path, item])).values()].reverse();
}

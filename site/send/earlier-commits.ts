import type { ContentChange } from './content-change.ts';
import { changedFiles } from './content-tree.ts';
import type { Repository } from './repository.ts';

/** Who committed changes on this machine, by the files they are in, relative to the root. */
export type EarlierCommits = ReadonlyMap<string, ReadonlySet<string>>;

/** What stands for those who commit under the name that git has on this machine. */
export const thisMachine = 'bạn hoặc ai đó';

/**
 * Who made the commits of this machine after another one, by the files that differ between both. Merges bring nothing
 * of their own but what `npm run send` put there as the editor's.
 */
export function earlierCommits(repository: Repository, since: string, until: string, tree = until): EarlierCommits {
  const range = `${since}..${until}`;
  const args = ['log', '--no-merges', '--no-renames', '--name-only', '-z', '--format=format:%x01%ae%x02%an%x03', range];
  const own = repository.setting('user.email')?.toLowerCase();
  const differing = new Set(changedFiles(repository, since, tree).map(({ path }) => path));
  const found = new Map<string, Set<string>>();
  for (const entry of repository.git(args).split('\u0001').slice(1)) {
    const [author = '', paths = ''] = entry.split('\u0003');
    const [email = '', name = ''] = author.split('\u0002');
    for (const path of paths.replace(/^\n/, '').split('\0').filter(Boolean)) {
      if (!differing.has(path)) continue;
      const names = found.get(path) ?? new Set();
      found.set(path, names.add(email.toLowerCase() === own ? thisMachine : name));
    }
  }
  return found;
}

/** Who committed a part of a change: its item, or what comes with it. */
export function authorsOf(repository: Repository, change: ContentChange, commits: EarlierCommits): string[] {
  const paths = [change.path, ...(change.formerPath === undefined ? [] : [change.formerPath]), ...change.attached];
  const names = new Set(paths.flatMap((path) => [...(commits.get(repository.contentFile(path)) ?? [])]));
  return [...names].sort((a, b) => Number(a === thisMachine) - Number(b === thisMachine));
}

/** What an editor is told of changes that somebody committed and did not send. */
export function earlierNote(authors: readonly string[]): string {
  return `có chỗ do ${authors.join(', ')} ghi trên máy này từ trước, chưa gửi`;
}

/** A change with one more note. */
export function withNote(change: ContentChange, note: string): ContentChange {
  return { ...change, note: change.note ? `${change.note}; ${note}` : note };
}

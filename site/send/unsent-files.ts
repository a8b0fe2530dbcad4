import type { Repository } from './repository.ts';

/** What systems and programs leave in any folder. */
const leftovers = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini|~\$[^/]*|[^/]*\.(?:tmp|swp|bak))$/i;

/** A line for each file of content/ that git is told to ignore, as by a list for the whole machine. */
export function unsentFiles(repository: Repository): string[] {
  const args = ['ls-files', '-z', '--others', '--ignored', '--exclude-standard', '--', repository.contentPath];
  return repository
    .list(args)
    .filter((path) => !leftovers.test(path))
    .map((path) => `  KHÔNG gửi, vì Git được đặt để bỏ qua tệp này: ${path}`);
}

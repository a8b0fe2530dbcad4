import { isoDay } from '#vietnamese/date.ts';
import { slug } from '#vietnamese/slug.ts';
import type { Repository } from './repository.ts';

/** Keeps a commit under a branch of its own, named by the day and by what it holds; returns the name. */
export function keepVersion(repository: Repository, commit: string, title: string, now: Date): string {
  const name = `ban-cat/${isoDay(now)}-${slug(title).slice(0, 40).replace(/-+$/, '') || 'noi-dung'}`;
  for (let count = 1; ; count += 1) {
    const branch = count === 1 ? name : `${name}-${count}`;
    const existing = repository.commit(`refs/heads/${branch}`);
    if (existing === commit) return branch;
    if (existing) continue;
    repository.git(['branch', '--no-track', branch, commit]);
    return branch;
  }
}

import { basename, dirname } from 'node:path';
import { slug } from '#vietnamese/slug.ts';

/** The slug of a file: "dai-hoi" for "2018-06-20-dai-hoi.md" and for "2018-06-20-dai-hoi/index.md". */
export function fileSlug(file: string): string {
  const name = basename(file) === 'index.md' ? basename(dirname(file)) : basename(file, '.md');
  return slug(name.replace(/^\d{4}-\d{2}-\d{2}-/, ''));
}

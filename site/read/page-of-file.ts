import { dirname, join, sep } from 'node:path';
import { contentKinds, itemAddress } from '#news/content-kind.ts';
import { decodeAddress } from './decode-address.ts';
import { fileSlug } from './file-slug.ts';

/** The address of the page of a Markdown file, by its name relative to another; undefined outside the content kinds. */
export function pageOfFile(from: string, name: string): string | undefined {
  const file = join(dirname(from), decodeAddress(name));
  const kind = file.split(sep).findLast((folder) => contentKinds.some((known) => known === folder));
  const known = contentKinds.find((candidate) => candidate === kind);
  const slug = fileSlug(file);
  return known && slug ? itemAddress(known, slug) : undefined;
}

import type { Author } from '#news/author.ts';

/** An author as schema.org type and name: a Person only if authors.yaml says so, else an Organization. */
export function personOrOrganization(authors: readonly Author[], name: string) {
  const person = authors.some((author) => author.person && author.name === name);
  return { '@type': person ? ('Person' as const) : ('Organization' as const), name };
}

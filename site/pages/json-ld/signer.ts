import type { Author } from '#news/author.ts';

/** A name that signs is that of a board or an office, unless authors.yaml says that it is a person's. */
export function signer(authors: readonly Author[], name: string) {
  const person = authors.some((author) => author.person && author.name === name);
  return { '@type': person ? ('Person' as const) : ('Organization' as const), name };
}

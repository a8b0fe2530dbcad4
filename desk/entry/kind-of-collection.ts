import { type ContentKind, contentKinds } from '#news/content-kind.ts';

/** The kind of the items of a collection of the CMS: a kind whose files are in several places has one for each. */
export function kindOfCollection(name: string): ContentKind | undefined {
  return contentKinds.find((kind) => kind === name.replace(/-\d+$/, ''));
}

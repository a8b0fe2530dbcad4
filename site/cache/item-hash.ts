import type { Article } from '#news/article.ts';
import type { Body } from '#news/body.ts';
import type { Document } from '#news/document.ts';
import { memoizeByObject } from '#news/memoize-by-object.ts';
import { dataHash } from './data-hash.ts';

/** What an item may have besides the text of its file. */
type HashedItem = { readonly path: string; readonly body: Body } & Partial<
  Pick<Article, 'cover' | 'attachments'> & Pick<Document, 'files'>
>;

/**
 * A text that changes whenever an item does; of an article it does not cover what the lists say of its author and its
 * category. The bytes of its file are hashed already, and they say all of an item that names no other file.
 */
export function itemHash(item: HashedItem): string {
  const { path, body, cover, attachments = [], files = [] } = item;
  const { markdown, ...named } = body;
  const namesFiles = cover || attachments.length + files.length + named.pictures.size + named.attachments.size > 0;
  return namesFiles || typeof markdown === 'string' ? hashOfItem(item) : `${path} ${markdown.contentHash}`;
}

const hashOfItem = memoizeByObject((item: HashedItem) => dataHash(item));

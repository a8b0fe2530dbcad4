import type { ContentKind, ItemsByKind } from '#news/content-kind.ts';
import type { FrontMatter } from '#news/front-matter.ts';
import type { Finding } from '#site/finding.ts';
import { readArticle } from './read-article.ts';
import { readDocument } from './read-document.ts';
import { readEvent } from './read-event.ts';
import type { ParsedItem } from './read-item.ts';
import type { ReadLists } from './read-lists.ts';
import { readQuestion } from './read-question.ts';
import { readStandingPage } from './read-standing-page.ts';

/** An item of a kind. */
export type ItemOf<Kind extends ContentKind> = ItemsByKind[Kind][number];

/** How an item of a kind is made from its file. */
export interface ItemReader<Value, Item> {
  /** Its name in the cache. */
  readonly name: string;
  readonly read: (parsed: ParsedItem<Value>) => { item?: Item; findings: readonly Finding[] };
  /** What `read` uses besides the file. */
  readonly inputs?: readonly unknown[];
  /** Whether the front matter names files; then the item is read every time. */
  readonly namesFiles?: (value: Value) => boolean;
  /** The parts of the item that depend on those files. */
  readonly files?: (item: Item) => unknown;
}

/** How items are made, by kind: those of an article with the authors and categories of the lists, if they are valid. */
export function itemReaders({ authors, categories }: ReadLists['lists']): {
  readonly [Kind in ContentKind]: ItemReader<FrontMatter<Kind>, ItemOf<Kind>>;
} {
  return {
    articles: {
      name: 'article',
      read: (parsed) => {
        const { item, findings } = readArticle(parsed, authors ?? [], categories ?? []);
        // Without the lists every name would be unknown.
        return { ...(item && { item }), findings: authors && categories ? findings : [] };
      },
      inputs: [authors, categories],
      namesFiles: ({ cover, attachments }) => cover !== undefined || attachments.length > 0,
      files: ({ cover, attachments }) => [cover, attachments],
    },
    questions: { name: 'question', read: readQuestion },
    documents: {
      name: 'document',
      read: readDocument,
      namesFiles: ({ files }) => files.length > 0,
      files: ({ files }) => files,
    },
    events: { name: 'event', read: readEvent },
    pages: { name: 'page', read: readStandingPage },
  };
}

import { articleAddress, documentAddress, eventAddress, questionAddress, standingPageAddress } from './address.ts';
import type { Article, Attachment } from './article.ts';
import type { Document } from './document.ts';
import type { Event } from './event.ts';
import { onceOfEach } from './once-of-each.ts';
import type { Question } from './question.ts';
import type { StandingPage } from './standing-page.ts';

/** What an editor writes in a file of its own, by the folder of content/ it lies in. */
interface ItemOf {
  readonly articles: Article;
  readonly questions: Question;
  readonly documents: Document;
  readonly events: Event;
  readonly pages: StandingPage;
}

export type Kind = keyof ItemOf;

/** The items of each kind. */
export type Items = { readonly [Each in Kind]: readonly ItemOf[Each][] };

/** What all kinds have, each in its way: the address of a page, and what the front matter offers for download. */
const kinds: { readonly [Each in Kind]: KindOf<ItemOf[Each]> } = {
  articles: { address: articleAddress, files: ({ attachments }) => attachments },
  questions: { address: questionAddress, files: () => [] },
  documents: { address: documentAddress, files: ({ files }) => files },
  events: { address: eventAddress, files: () => [] },
  pages: { address: standingPageAddress, files: () => [] },
};

interface KindOf<Item> {
  readonly address: (slug: string) => string;
  readonly files: (item: Item) => readonly Attachment[];
}

/** The folders of content/ with an item in each file. */
export const itemFolders = Object.keys(kinds) as readonly Kind[];

/** An item of any kind with the address of its page. */
export type AnyItem = Pick<ItemOf[Kind], 'path' | 'slug' | 'body'> & {
  readonly address: string;
  readonly files: readonly Attachment[];
};

/** All items, kind after kind; of one item always the very same. */
export const everyItem = onceOfEach((items: Items): readonly AnyItem[] =>
  itemFolders.flatMap((kind) => everyOf(kind, items)),
);

const anyItems = new WeakMap<ItemOf[Kind], AnyItem>();

function everyOf<Each extends Kind>(kind: Each, items: Items): AnyItem[] {
  const { address, files }: KindOf<ItemOf[Each]> = kinds[kind];
  return items[kind].map((item: ItemOf[Each]) => {
    const known = anyItems.get(item);
    if (known) return known;
    const { path, slug, body } = item;
    const any = { path, slug, body, address: address(slug), files: files(item) };
    anyItems.set(item, any);
    return any;
  });
}

/** Where an item of this slug would stand, whatever its kind. */
export function addressesOf(slug: string): string[] {
  return itemFolders.map((kind) => kinds[kind].address(slug));
}

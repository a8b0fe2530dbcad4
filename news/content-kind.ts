import { articleAddress, documentAddress, eventAddress, questionAddress, standingPageAddress } from './address.ts';
import type { Article, Attachment } from './article.ts';
import type { Document } from './document.ts';
import type { Event } from './event.ts';
import { memoizeByObject } from './memoize-by-object.ts';
import type { Question } from './question.ts';
import type { StandingPage } from './standing-page.ts';

/** The type of an item by its folder in content/; each item has a file of its own. */
interface ItemTypes {
  readonly articles: Article;
  readonly questions: Question;
  readonly documents: Document;
  readonly events: Event;
  readonly pages: StandingPage;
}

/** A kind of item: its folder in content/. */
export type ContentKind = keyof ItemTypes;

/** The items of each kind. */
export type ItemsByKind = { readonly [K in ContentKind]: readonly ItemTypes[K][] };

const kinds: { readonly [K in ContentKind]: KindTraits<ItemTypes[K]> } = {
  articles: kindTraits(articleAddress, ({ attachments }) => attachments),
  questions: kindTraits(questionAddress),
  documents: kindTraits(documentAddress, ({ files }) => files),
  events: kindTraits(eventAddress),
  pages: kindTraits(standingPageAddress),
};

interface KindTraits<Item> {
  readonly address: (slug: string) => string;
  readonly toAnyItem: (item: Item) => AnyItem;
}

/** The traits of a kind by the address of a page, and the files that the front matter offers for download. */
function kindTraits<Item extends ItemTypes[ContentKind]>(
  address: (slug: string) => string,
  files: (item: Item) => readonly Attachment[] = () => [],
): KindTraits<Item> {
  const toAnyItem = memoizeByObject((item: Item) => {
    const { path, slug, body } = item;
    return { path, slug, body, address: address(slug), files: files(item) };
  });
  return { address, toAnyItem };
}

/** The folders of content/ in which each file is an item. */
export const contentKinds = Object.keys(kinds) as readonly ContentKind[];

/** An item of any kind, with the address of its page. */
export type AnyItem = Pick<ItemTypes[ContentKind], 'path' | 'slug' | 'body'> & {
  readonly address: string;
  readonly files: readonly Attachment[];
};

/** All items, kind by kind; the same object for the same item. */
export const allItems = memoizeByObject((items: ItemsByKind): readonly AnyItem[] =>
  contentKinds.flatMap((kind) => itemsOf(kind, items)),
);

function itemsOf<K extends ContentKind>(kind: K, items: ItemsByKind): AnyItem[] {
  const { toAnyItem }: KindTraits<ItemTypes[K]> = kinds[kind];
  return items[kind].map((item: ItemTypes[K]) => toAnyItem(item));
}

/** The address of the page of an item. */
export function itemAddress(kind: ContentKind, slug: string): string {
  return kinds[kind].address(slug);
}

/** The addresses that an item with this slug would have, one for each kind. */
export function addressesForSlug(slug: string): string[] {
  return contentKinds.map((kind) => itemAddress(kind, slug));
}

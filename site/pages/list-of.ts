import type { ArticleCard } from '#layouts/components/article-card.ts';
import type { ListProps } from '#layouts/list.ts';
import type { Link } from '#layouts/page.ts';
import { listPages } from '#news/list-pages.ts';
import { type Desk, feedLinks, framed, homeLink, link } from './desk.ts';
import { type Materials, type Page, page } from './page.ts';
import { type Item, shownItem } from './shown-item.ts';

/** The items of a list and its texts. */
export interface ListOf<Listed> {
  readonly title: string;
  readonly intro?: string | undefined;
  /** The text of an empty list. */
  readonly empty: string;
  readonly source: string;
  readonly address: (page?: number) => string;
  readonly hasFeeds: boolean;
  readonly newestFirst: readonly Listed[];
  readonly card: (item: Listed, render: Materials) => ArticleCard;
}

/** The pages of a list: the newest items at its own address, then the numbered pages. */
export function listOf<Listed extends Item>(context: Desk, options: ListOf<Listed>): Page<ListProps>[] {
  const { newest, older, numbered } = listPages(options.newestFirst);
  const description = options.intro ?? `${options.title} - ${context.newsroom.organisation.name}`;
  const listLink: Link = { text: options.title, href: link(context, options.address()) };
  const feeds = options.hasFeeds ? { feeds: feedLinks(context, options.title, options.address()) } : {};
  const pageHref = (number: number | undefined) => number !== undefined && link(context, options.address(number));
  const cacheInputs = (render: Materials, items: readonly Listed[], ...more: readonly unknown[]) => [
    ...[options.title, options.intro, options.empty, options.hasFeeds, ...more],
    ...items.map((item) => shownItem(context, render, item)),
  ];
  return [
    {
      ...page<ListProps>(options.address(), options.source, (render) => ({
        ...framed(context, render, options.address(), options.title, description, {
          current: listLink.href,
          ...feeds,
        }),
        empty: options.empty,
        ...(options.intro && { intro: options.intro }),
        cards: newest.map((item) => options.card(item, render)),
        ...(older && { older: link(context, options.address(older)) }),
      })),
      shows: (render) => cacheInputs(render, newest, older),
    },
    ...numbered.map(({ number, items, ...adjacent }) => {
      const address = options.address(number);
      const [olderHref, newerHref] = [pageHref(adjacent.older), pageHref(adjacent.newer)];
      const props: Page<ListProps>['props'] = (render) => ({
        ...framed(context, render, address, `${options.title} - Trang ${number}`, description, {
          current: listLink.href,
          trail: [homeLink(context), listLink],
          ...feeds,
        }),
        cards: items.map((item) => options.card(item, render)),
        empty: 'Trang này đang chờ bài mới.',
        newest: listLink.href,
        ...(olderHref && { older: olderHref }),
        ...(newerHref && { newer: newerHref }),
      });
      return {
        ...page(address, options.source, props),
        shows: (render: Materials) => cacheInputs(render, items, number, adjacent.older, adjacent.newer),
      };
    }),
  ];
}

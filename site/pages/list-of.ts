import type { ArticleCard } from '#layouts/components/article-card.ts';
import type { ListProps } from '#layouts/list.ts';
import type { Link } from '#layouts/page.ts';
import { listPages } from '#news/list-pages.ts';
import { type Desk, feedLinks, framed, homeLink, link } from './desk.ts';
import { type Materials, type Page, page } from './page.ts';
import { type Item, shownItem } from './shown-item.ts';

/** A list of things and how it is told. */
export interface ListOf<Listed> {
  readonly title: string;
  readonly intro?: string | undefined;
  /** What to say while there is nothing. */
  readonly empty: string;
  readonly source: string;
  readonly address: (page?: number) => string;
  readonly hasFeeds: boolean;
  readonly newestFirst: readonly Listed[];
  readonly card: (item: Listed, materials: Materials) => ArticleCard;
}

/** The pages of a list: the bare address with the newest, then the numbered ones. */
export function listOf<Listed extends Item>(desk: Desk, of: ListOf<Listed>): Page<ListProps>[] {
  const { newest, older, numbered } = listPages(of.newestFirst);
  const description = of.intro ?? `${of.title} - ${desk.newsroom.organisation.name}`;
  const bare: Link = { text: of.title, href: link(desk, of.address()) };
  const feeds = of.hasFeeds ? { feeds: feedLinks(desk, of.title, of.address()) } : {};
  const part = (number: number | undefined) => number !== undefined && link(desk, of.address(number));
  const shown = (materials: Materials, items: readonly Listed[], ...more: readonly unknown[]) => [
    ...[of.title, of.intro, of.empty, of.hasFeeds, ...more],
    ...items.map((item) => shownItem(desk, materials, item)),
  ];
  return [
    {
      ...page<ListProps>(of.address(), of.source, (materials) => ({
        ...framed(desk, materials, of.address(), of.title, description, {
          current: bare.href,
          ...feeds,
        }),
        empty: of.empty,
        ...(of.intro && { intro: of.intro }),
        cards: newest.map((item) => of.card(item, materials)),
        ...(older && { older: link(desk, of.address(older)) }),
      })),
      shows: (materials) => shown(materials, newest, older),
    },
    ...numbered.map(({ number, items, ...near }) => {
      const address = of.address(number);
      const [olderHref, newerHref] = [part(near.older), part(near.newer)];
      const show: Page<ListProps>['props'] = (materials) => ({
        ...framed(desk, materials, address, `${of.title} - Trang ${number}`, description, {
          current: bare.href,
          trail: [homeLink(desk), bare],
          ...feeds,
        }),
        cards: items.map((item) => of.card(item, materials)),
        empty: 'Trang này đang chờ bài mới.',
        newest: bare.href,
        ...(olderHref && { older: olderHref }),
        ...(newerHref && { newer: newerHref }),
      });
      return {
        ...page(address, of.source, show),
        shows: (materials: Materials) => shown(materials, items, number, near.older, near.newer),
      };
    }),
  ];
}

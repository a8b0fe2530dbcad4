import type { MotifPictureProps } from '#layouts/components/motif-picture.ts';
import type { PictureMetadata } from '#layouts/components/open-graph.ts';
import type { ListProps } from '#layouts/list.ts';
import type { Link } from '#layouts/page.ts';
import { listPages } from '#news/list-pages.ts';
import { type ItemWithBody, itemCacheKey } from './item-cache-key.ts';
import { indexedPage, type Page, type RenderContext } from './page.ts';
import { feedHrefs, frameProps, homeLink, type SiteContext, siteHref } from './site-context.ts';

/** The items of a list and its texts. */
export interface PaginatedListOptions<Listed, Card> {
  readonly title: string;
  readonly intro?: string | undefined;
  /** The text of an empty list. */
  readonly empty: string;
  readonly source: string;
  readonly address: (page?: number) => string;
  readonly hasFeeds: boolean;
  readonly newestFirst: readonly Listed[];
  /** The drawn picture in the head of the first page. */
  readonly motif?: MotifPictureProps;
  /** The share picture of its pages; by default that of the site. */
  readonly sharePicture?: (render: RenderContext) => PictureMetadata | undefined;
  readonly card: (item: Listed, render: RenderContext) => Card;
}

/** The pages of a list: the newest items at its own address, then the numbered pages. */
export function paginatedList<Listed extends ItemWithBody, Card>(
  context: SiteContext,
  options: PaginatedListOptions<Listed, Card>,
): Page<ListProps<Card>>[] {
  const { newest, older, numbered } = listPages(options.newestFirst);
  const description = options.intro ?? `${options.title} - ${context.content.organisation.name}`;
  const listLink: Link = { text: options.title, href: siteHref(context, options.address()) };
  const feeds = options.hasFeeds ? { feeds: feedHrefs(context, options.title, options.address()) } : {};
  const pageHref = (number: number | undefined) => number !== undefined && siteHref(context, options.address(number));
  const cacheInputs = (render: RenderContext, items: readonly Listed[], ...more: readonly unknown[]) => [
    ...[options.title, options.intro, options.empty, options.hasFeeds, options.motif, ...more],
    options.sharePicture?.(render)?.url,
    ...items.map((item) => itemCacheKey(context, render, item)),
  ];
  const sharePicture = (render: RenderContext) => {
    const picture = options.sharePicture?.(render);
    return picture ? { picture } : {};
  };
  return [
    {
      ...indexedPage<ListProps<Card>>(options.address(), options.source, (render) => ({
        ...frameProps(
          context,
          render,
          { address: options.address(), title: options.title, description },
          {
            current: listLink.href,
            ...feeds,
            ...sharePicture(render),
          },
        ),
        empty: options.empty,
        ...(options.intro && { intro: options.intro }),
        ...(options.motif && { motif: options.motif }),
        cards: newest.map((item) => options.card(item, render)),
        ...(older && { older: siteHref(context, options.address(older)) }),
      })),
      cacheInputs: (render) => cacheInputs(render, newest, older),
    },
    ...numbered.map(({ number, items, ...adjacent }) => {
      const address = options.address(number);
      const [olderHref, newerHref] = [pageHref(adjacent.older), pageHref(adjacent.newer)];
      const props: Page<ListProps<Card>>['props'] = (render) => ({
        ...frameProps(
          context,
          render,
          { address, title: `${options.title} - Trang ${number}`, description },
          {
            current: listLink.href,
            breadcrumbLinks: [homeLink(context), listLink],
            ...feeds,
            ...sharePicture(render),
          },
        ),
        cards: items.map((item) => options.card(item, render)),
        empty: 'Trang này đang chờ bài mới.',
        newest: listLink.href,
        ...(olderHref && { older: olderHref }),
        ...(newerHref && { newer: newerHref }),
      });
      return {
        ...indexedPage(address, options.source, props),
        cacheInputs: (render: RenderContext) => cacheInputs(render, items, number, adjacent.older, adjacent.newer),
      };
    }),
  ];
}

import type { ArticleCard } from '#layouts/components/article-card.ts';
import type { SharedPicture } from '#layouts/components/open-graph.ts';
import type { FeedLinks, FrameProps } from '#layouts/frame-props.ts';
import type { Link } from '#layouts/page.ts';
import { articleAddress, categoryAddress, type FeedForm, feedAddress, homeAddress } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import type { Newsroom } from '#news/newsroom.ts';
import { type Dated, hiddenBecause } from '#news/published.ts';
import { shownPicture } from '#site/pictures/pictures.ts';
import { sharePictureSize } from '#site/pictures/share/drawing.ts';
import type { DrawnPicture } from '#site/pictures/share/make-share-pictures.ts';
import type { Settings } from '#site/settings.ts';
import { breadcrumbs } from './json-ld/breadcrumbs.ts';
import type { Materials } from './page.ts';

/** The input of every function that lists pages. */
export interface Desk {
  readonly newsroom: Newsroom;
  readonly settings: Settings;
  /** Addresses of pages that are hidden now; a link to one is rendered as plain text. */
  readonly hidden: ReadonlySet<string>;
}

const reasonLabels = { draft: 'BẢN NHÁP', scheduled: 'HẸN GIỜ', expired: 'HẾT HẠN', withdrawn: 'ĐÃ GỠ' } as const;

/** The href of an address of the site: with the base path, without the origin. */
export function link({ settings }: Desk, address: string): string {
  return settings.base + address;
}

/** The absolute URL of an address of the site. */
export function absolute(context: Desk, address: string): string {
  return context.settings.origin + link(context, address);
}

export function homeLink(context: Desk): Link {
  return { text: 'Trang chủ', href: link(context, homeAddress) };
}

export function categoryLink(context: Desk, { category }: Article): Link {
  return { text: category.name, href: link(context, categoryAddress(category.slug)) };
}

export function articleLink(context: Desk, { title, slug }: Article): Link {
  return { text: title, href: link(context, articleAddress(slug)) };
}

/** The feeds of the list at an address, in every format. */
export function feedLinks(context: Desk, title: string, listAddress: string): FeedLinks {
  const href = (format: FeedForm) => link(context, feedAddress(format, listAddress));
  return { title, rss: href('rss'), atom: href('atom'), json: href('json') };
}

/** The frame props of a page; by default its trail is the home page, and its own menu entry is current. */
export function framed(
  context: Desk,
  { site, sharePictures }: Materials,
  address: string,
  title: string,
  description: string,
  overrides: Partial<FrameProps> = {},
): FrameProps {
  const { trail = [homeLink(context)] } = overrides;
  return {
    site,
    title,
    description,
    canonical: absolute(context, address),
    current: link(context, address),
    kind: 'page',
    ...(sharePictures.site && { picture: sharedDrawing(context, sharePictures.site, site.name) }),
    ...overrides,
    trail,
    things: [
      ...(trail.length > 0 ? [breadcrumbs(context.settings.origin, trail, title)] : []),
      ...(overrides.things ?? []),
    ],
  };
}

/** A generated share picture with its absolute URL; `alt` is the text drawn on it. */
export function sharedDrawing(context: Desk, { address }: DrawnPicture, alt: string): SharedPicture {
  return { url: absolute(context, address), type: 'image/png', ...sharePictureSize, alt };
}

/** The label of an item that only a preview shows; empty for a published one. */
export function state({ settings }: Desk, item: Dated): { state?: string } {
  const reason = hiddenBecause(item, settings.now);
  return reason ? { state: reasonLabels[reason] } : {};
}

/** Card props by article, for each RenderContext: many lists have the same article. */
const cards = new WeakMap<Materials, Map<Article, ArticleCard>>();

/** The card of an article in lists: the same object in all of them. */
export function card(context: Desk, render: Materials, article: Article): ArticleCard {
  const cached = cards.get(render) ?? new Map<Article, ArticleCard>();
  cards.set(render, cached);
  const props = cached.get(article) ?? makeCardProps(context, render, article);
  cached.set(article, props);
  return props;
}

function makeCardProps(context: Desk, { pictures }: Materials, article: Article): ArticleCard {
  const picture = article.cover && shownPicture(pictures.get(article.cover.file), { alt: '' }, true);
  return {
    title: article.title,
    href: link(context, articleAddress(article.slug)),
    date: article.date,
    lead: article.lead,
    ...state(context, article),
    ...(picture && { picture: { ...picture, sizes: '8rem' } }),
  };
}

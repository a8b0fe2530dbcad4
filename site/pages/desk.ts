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

/** What every maker of pages works with. */
export interface Desk {
  readonly newsroom: Newsroom;
  readonly settings: Settings;
  /** Addresses that were or will be pages and are none now: a link to one is printed as plain words. */
  readonly hidden: ReadonlySet<string>;
}

const states = { draft: 'BẢN NHÁP', scheduled: 'HẸN GIỜ', expired: 'HẾT HẠN', withdrawn: 'ĐÃ GỠ' } as const;

/** An address of the site, ready to print. */
export function link({ settings }: Desk, address: string): string {
  return settings.base + address;
}

/** An address of the site as the whole web knows it. */
export function absolute(desk: Desk, address: string): string {
  return desk.settings.origin + link(desk, address);
}

export function homeLink(desk: Desk): Link {
  return { text: 'Trang chủ', href: link(desk, homeAddress) };
}

export function categoryLink(desk: Desk, { category }: Article): Link {
  return { text: category.name, href: link(desk, categoryAddress(category.slug)) };
}

export function articleLink(desk: Desk, { title, slug }: Article): Link {
  return { text: title, href: link(desk, articleAddress(slug)) };
}

/** The feeds of a list, as its pages name them. */
export function feedLinks(desk: Desk, title: string, list: string): FeedLinks {
  const href = (form: FeedForm) => link(desk, feedAddress(form, list));
  return { title, rss: href('rss'), atom: href('atom'), json: href('json') };
}

/** What the frame shows of a page, by default below the home page and by itself in the menu. */
export function framed(
  desk: Desk,
  { site, sharePictures }: Materials,
  address: string,
  title: string,
  description: string,
  more: Partial<FrameProps> = {},
): FrameProps {
  const { trail = [homeLink(desk)] } = more;
  return {
    site,
    title,
    description,
    canonical: absolute(desk, address),
    current: link(desk, address),
    kind: 'page',
    ...(sharePictures.site && { picture: sharedDrawing(desk, sharePictures.site, site.name) }),
    ...more,
    trail,
    things: [...(trail.length > 0 ? [breadcrumbs(desk.settings.origin, trail, title)] : []), ...(more.things ?? [])],
  };
}

/** A drawn picture as the whole web finds it; `alt` is what is written on it. */
export function sharedDrawing(desk: Desk, { address }: DrawnPicture, alt: string): SharedPicture {
  return { url: absolute(desk, address), type: 'image/png', ...sharePictureSize, alt };
}

/** The mark of what only editors see. */
export function state({ settings }: Desk, item: Dated): { state?: string } {
  const reason = hiddenBecause(item, settings.now);
  return reason ? { state: states[reason] } : {};
}

/** Of each article its card with the same materials: many lists show it. */
const cards = new WeakMap<Materials, Map<Article, ArticleCard>>();

/** What lists show of an article: the same object in all of them. */
export function card(desk: Desk, materials: Materials, article: Article): ArticleCard {
  const made = cards.get(materials) ?? new Map<Article, ArticleCard>();
  cards.set(materials, made);
  const shown = made.get(article) ?? makeCard(desk, materials, article);
  made.set(article, shown);
  return shown;
}

function makeCard(desk: Desk, { pictures }: Materials, article: Article): ArticleCard {
  const shown = article.cover && shownPicture(pictures.get(article.cover.file), { alt: '' }, true);
  return {
    title: article.title,
    href: link(desk, articleAddress(article.slug)),
    date: article.date,
    lead: article.lead,
    ...state(desk, article),
    ...(shown && { picture: { ...shown, sizes: '8rem' } }),
  };
}

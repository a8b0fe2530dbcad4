import type { ArticleCardProps } from '#layouts/components/article-card.ts';
import type { PictureMetadata } from '#layouts/components/open-graph.ts';
import type { FeedHrefs, FrameProps } from '#layouts/frame-props.ts';
import type { Link } from '#layouts/page.ts';
import { articleAddress, categoryAddress, type FeedFormat, feedAddress, homeAddress } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import { memoizeByObject } from '#news/memoize-by-object.ts';
import type { Publishable } from '#news/published.ts';
import type { VisibleContent } from '#news/visible-content.ts';
import { pictureProps } from '#site/pictures/process-pictures.ts';
import type { SharePicture } from '#site/pictures/share/make-share-pictures.ts';
import { sharePictureSize } from '#site/pictures/share/share-picture-element.ts';
import type { Settings } from '#site/settings.ts';
import { noBreak } from '#vietnamese/no-break.ts';
import { breadcrumbs } from './json-ld/breadcrumbs.ts';
import type { RenderContext } from './page.ts';

/** The input of every function that lists pages. */
export interface SiteContext {
  readonly content: VisibleContent;
  readonly settings: Settings;
}

const reasonLabels = { draft: 'BẢN NHÁP', scheduled: 'HẸN GIỜ', expired: 'HẾT HẠN', withdrawn: 'ĐÃ GỠ' } as const;

/** The href of an address of the site: with the base path, without the origin. */
export function siteHref({ settings }: SiteContext, address: string): string {
  return settings.base + address;
}

/** The absolute URL of an address of the site. */
export function absoluteUrl(context: SiteContext, address: string): string {
  return context.settings.origin + siteHref(context, address);
}

export function homeLink(context: SiteContext): Link {
  return { text: 'Trang chủ', href: siteHref(context, homeAddress) };
}

export function categoryLink(context: SiteContext, { category }: Article): Link {
  return { text: category.name, href: siteHref(context, categoryAddress(category.slug)) };
}

export function articleLink(context: SiteContext, { title, slug }: Article): Link {
  return { text: title, href: siteHref(context, articleAddress(slug)) };
}

/** The feeds of the list at an address, in every format. */
export function feedHrefs(context: SiteContext, title: string, listAddress: string): FeedHrefs {
  const href = (format: FeedFormat) => siteHref(context, feedAddress(format, listAddress));
  return { title, rss: href('rss'), atom: href('atom'), json: href('json') };
}

/** The frame props of a page; by default its trail is the home page, and its own menu entry is current. */
export function frameProps(
  context: SiteContext,
  { site, sharePictures }: RenderContext,
  { address, title, description }: { address: string; title: string; description: string },
  overrides: Partial<FrameProps> = {},
): FrameProps {
  const { breadcrumbLinks = [homeLink(context)] } = overrides;
  return {
    site,
    title,
    description,
    canonical: absoluteUrl(context, address),
    current: siteHref(context, address),
    kind: 'page',
    ...(sharePictures.site && { picture: drawnSharePicture(context, sharePictures.site, site.name) }),
    ...overrides,
    breadcrumbLinks,
    structuredData: [
      ...(breadcrumbLinks.length > 0 ? [breadcrumbs(context.settings.origin, breadcrumbLinks, title)] : []),
      ...(overrides.structuredData ?? []),
    ],
  };
}

/** A generated share picture with its absolute URL; `alt` is the text drawn on it. */
export function drawnSharePicture(context: SiteContext, { address }: SharePicture, alt: string): PictureMetadata {
  return { url: absoluteUrl(context, address), type: 'image/png', ...sharePictureSize, alt };
}

/** The label of an item that only a preview shows; empty for a published one. */
export function visibilityProps({ content }: SiteContext, item: Publishable): { state?: string } {
  const reason = content.hiddenReason(item);
  return reason ? { state: reasonLabels[reason] } : {};
}

/** Card props by article, for each RenderContext: many lists have the same article. */
const cardsOf = memoizeByObject((_render: RenderContext) => new Map<Article, ArticleCardProps>());

/** The card of an article in lists: the same object in all of them. */
export function articleCardProps(context: SiteContext, render: RenderContext, article: Article): ArticleCardProps {
  const cards = cardsOf(render);
  const props = cards.get(article) ?? makeCardProps(context, render, article);
  cards.set(article, props);
  return props;
}

function makeCardProps(context: SiteContext, { pictures }: RenderContext, article: Article): ArticleCardProps {
  const picture = article.cover && pictureProps(pictures.get(article.cover.file), { alt: '' }, true);
  return {
    title: article.title,
    href: siteHref(context, articleAddress(article.slug)),
    date: article.date,
    lead: noBreak(article.lead),
    ...visibilityProps(context, article),
    ...(picture && { picture: { ...picture, sizes: '8rem' } }),
  };
}

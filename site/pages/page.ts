import type { FrameProps, SiteFrame } from '#layouts/frame-props.ts';
import type { Article } from '#news/article.ts';
import type { BodyReferences } from '#site/body/body-context.ts';
import type { SharePictures } from '#site/pictures/share/make-share-pictures.ts';

/** The input of every page's `props`, made once per build. */
export interface RenderContext extends BodyReferences {
  readonly site: SiteFrame;
  readonly sharePictures: SharePictures;
  /** Older related articles of each visible article, best match first. */
  readonly related: ReadonlyMap<Article, readonly Article[]>;
}

/** One file of the built site; its props are made when it is rendered. */
export interface Page<Props> {
  /** "/bai-viet/…/" or "/feed.xml", without the site's base path. */
  readonly address: string;
  /** What it is made from, named in messages. */
  readonly source: string;
  /** False: search engines should leave it out. */
  readonly indexed: boolean;
  /** When its content last changed. */
  readonly changed?: Date;
  /** The source files of its pictures. */
  readonly pictures?: readonly string[];
  readonly props: (render: RenderContext) => Props;
  /**
   * The inputs of its props besides the site frame and the lists of content/, as plain data: while they are equal, the
   * page is not rendered again. Absent: its props themselves, which are then made in every build. Strings, numbers and
   * objects that keep their identity are compared first: if none differs from the last build of the process, nothing is
   * hashed.
   */
  readonly cacheInputs?: (render: RenderContext) => readonly unknown[];
}

/** A page that search engines may index. */
export function indexedPage<Props extends FrameProps>(
  address: string,
  source: string,
  props: Page<Props>['props'],
  changed?: Date,
): Page<Props> {
  return { address, source, indexed: true, props, ...(changed && { changed }) };
}

/** A file that search engines should not index: a feed, a sitemap, a notice. */
export function unindexedPage<Props>(address: string, source: string, props: Page<Props>['props']): Page<Props> {
  return { address, source, indexed: false, props };
}

/** The path of a page's file, relative to the output folder. */
export function pageFile(address: string): string {
  return address.endsWith('/') ? `${address.slice(1)}index.html` : address.slice(1);
}

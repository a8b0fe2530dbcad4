import type { FrameProps, SiteFrame } from '#layouts/frame-props.ts';
import type { Article } from '#news/article.ts';
import type { MadePicture } from '#site/pictures/pictures.ts';
import type { SharePictures } from '#site/pictures/share/make-share-pictures.ts';

/** What pages are printed with, made once for all of them. */
export interface Materials {
  readonly site: SiteFrame;
  readonly pictures: ReadonlyMap<string, MadePicture>;
  readonly sharePictures: SharePictures;
  /** For each article that is shown older ones readers may want next, best first. */
  readonly related: ReadonlyMap<Article, readonly Article[]>;
}

/** One file of the finished site; what it shows is made when it is printed. */
export interface Page<Props> {
  /** "/bai-viet/…/" or "/feed.xml", without the site's base path. */
  readonly address: string;
  /** What it is made from, for messages. */
  readonly source: string;
  /** False for what search engines should leave out. */
  readonly indexed: boolean;
  /** When its subject last really changed. */
  readonly changed?: Date;
  /** The files of the pictures it shows. */
  readonly pictures?: readonly string[];
  readonly props: (materials: Materials) => Props;
  /**
   * All that its props are made of besides the materials' frame and the lists of content/, as plain data: while it is
   * the same, the page is not printed again. Absent: it is printed at every build. Of words, numbers and whatever keeps
   * its identity nothing need be made when none is another one than at the last build of the same process.
   */
  readonly shows?: (materials: Materials) => readonly unknown[];
}

/** A page that search engines may know. */
export function page<Props extends FrameProps>(
  address: string,
  source: string,
  props: Page<Props>['props'],
  changed?: Date,
): Page<Props> {
  return { address, source, indexed: true, props, ...(changed && { changed }) };
}

/** A file that is no page of its own: a feed, a map, a notice. */
export function unindexed<Props>(address: string, source: string, props: Page<Props>['props']): Page<Props> {
  return { address, source, indexed: false, props };
}

/** Where a page is written, relative to the output folder. */
export function pageFile(address: string): string {
  return address.endsWith('/') ? `${address.slice(1)}index.html` : address.slice(1);
}

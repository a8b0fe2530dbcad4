import type { Thing } from 'schema-dts';
import type { FeedFormat } from '#news/address.ts';
import type { LogoPictureProps } from './components/logo-picture.ts';
import type { OpenGraphProps } from './components/open-graph.ts';
import type { Link } from './page.ts';

/** Hrefs of the feeds of a list. */
export interface FeedHrefs extends Readonly<Record<FeedFormat, string>> {
  /** Title of the list. */
  readonly title: string;
}

/** A style that is inlined in the pages on which it lacks nothing. */
export interface PageStyle {
  /** Minified. */
  readonly css: string;
  /** A regular expression: what it finds in the content of a page has rules that this style lacks. */
  readonly lacks: string;
  /** The Content-Security-Policy of a page with this style. */
  readonly csp: string;
}

/** What all pages share: one object for all, by which rendered parts are memoized. */
export interface SiteFrame {
  readonly name: string;
  readonly shortName: string;
  /** The picture beside the name; by default the drawing `siteLogo`. */
  readonly logo?: LogoPictureProps;
  readonly homeHref: string;
  /** Href of the search page. */
  readonly searchHref: string;
  readonly feeds: FeedHrefs;
  readonly icon: { readonly href: string; readonly type: string };
  /** For browsers that do not draw the icon. */
  readonly fallbackIcon: { readonly href: string; readonly size: number };
  /** Icon for the home screen of iOS, which does not read the manifest for it. */
  readonly touchIcon: string;
  readonly manifest: string;
  /** Colours of the browser's interface around the page. */
  readonly themeColors: { readonly light: string; readonly dark: string };
  /** The href of the font of headings; preloaded, or an optional font could move text that is already painted. */
  readonly font: string;
  readonly menu: readonly Link[];
  readonly notice?: string;
  readonly questionsHref: string;
  /** Href of the statistics; absent if visits are not counted. */
  readonly statisticsHref?: string;
  /** The total of visits is displayed from this number on. */
  readonly visitsShownFrom: number;
  readonly copyright: string;
  readonly address: string;
  readonly telephones: readonly Link[];
  readonly fax?: string;
  readonly email?: string;
  /** The pages of the organisation on other sites: Zalo, Facebook. */
  readonly profiles: readonly Link[];
  readonly licence?: string;
  readonly responsiblePerson?: string;
  readonly sisterUnions: readonly Link[];
  readonly links: readonly Link[];
  /** Smallest first: a page has the first one that lacks nothing. */
  readonly styles: readonly PageStyle[];
  /** The only inline script: restores the reader's text size and contrast before the first paint. */
  readonly choicesScript: string;
  readonly script: string;
  /** True while the site has no public address yet. */
  readonly noindex: boolean;
}

/** What the frame needs to know about its page. */
export interface FrameProps extends OpenGraphProps {
  readonly site: SiteFrame;
  /** Href of the menu entry this page belongs to. */
  readonly current?: string;
  /** Links from the home page down, without this page; empty on the home page. */
  readonly breadcrumbLinks: readonly Link[];
  /** Search engines should not index the page: it has no JSON-LD, and `noindex` unless it redirects. */
  readonly noindex?: boolean;
  /** The content of the page, for JSON-LD; readers see the same on the page. */
  readonly structuredData: readonly Thing[];
  /** Feeds of this page, besides those of the whole site. */
  readonly feeds?: FeedHrefs;
  /** Hrefs of the scripts that only this page needs. */
  readonly scripts?: readonly string[];
  /** The page in each of its languages, itself included; URLs absolute. */
  readonly translations?: readonly { readonly lang: string; readonly url: string }[];
  /** Target of a redirect. */
  readonly refresh?: string;
  /** The saved total of visits; only on the few pages that are rendered again with each snapshot. */
  readonly snapshotTotal?: { readonly total: number; readonly taken: Date };
  readonly kind: 'home' | 'page';
}

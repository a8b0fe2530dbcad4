import type { Thing } from 'schema-dts';
import type { FeedForm } from '#news/address.ts';
import type { OpenGraphProps } from './components/open-graph.ts';
import type { Link } from './page.ts';

/** The feeds of one list, ready to print. */
export interface FeedLinks extends Readonly<Record<FeedForm, string>> {
  /** What they tell of. */
  readonly title: string;
}

/** What every page of the site shares: the same object for all of them. */
export interface SiteFrame {
  readonly name: string;
  readonly shortName: string;
  readonly home: string;
  /** Where the field of the masthead leads. */
  readonly search: string;
  readonly feeds: FeedLinks;
  readonly icon: string;
  /** For the home screen of iOS, which reads no manifest for it. */
  readonly touchIcon: string;
  readonly manifest: string;
  /** The colours a browser paints around the page. */
  readonly paper: { readonly light: string; readonly dark: string };
  /** Fonts of the headings; asked for at once, or an optional font could move what is painted already. */
  readonly fonts: readonly string[];
  readonly menu: readonly Link[];
  readonly notice?: string;
  readonly questions: string;
  /** Where visits are told of; absent where none are counted. */
  readonly statistics?: string;
  readonly copyright: string;
  readonly address: string;
  readonly telephones: readonly Link[];
  readonly fax?: string;
  readonly email?: string;
  readonly licence?: string;
  readonly responsiblePerson?: string;
  readonly sisterUnions: readonly Link[];
  readonly links: readonly Link[];
  /** The organisation and its site, for machines. */
  readonly things: readonly Thing[];
  /** Minified, inlined in every page. */
  readonly css: string;
  /** The one inline script: puts the text size and contrast a reader chose in place before the first paint. */
  readonly choicesScript: string;
  readonly script: string;
  readonly csp: string;
  /** True while the site has no public address yet. */
  readonly noindex: boolean;
}

/** What the frame must know of the page it holds. */
export interface FrameProps extends OpenGraphProps {
  readonly site: SiteFrame;
  /** The menu entry this page belongs to. */
  readonly current?: string;
  /** From the home page down, this page left out; empty on the home page. */
  readonly trail: readonly Link[];
  /** Search engines should leave the page out: they are told nothing of what it holds, but may follow where it sends readers. */
  readonly noindex?: boolean;
  /** What the page holds, for machines; the same is on it for readers. */
  readonly things: readonly Thing[];
  /** The feeds that fit this page, beside those of the whole site. */
  readonly feeds?: FeedLinks;
  /** Scripts of what this page alone holds. */
  readonly scripts?: readonly string[];
  /** Where the reader is sent on to. */
  readonly refresh?: string;
  /** The total of visits as it was saved; on the few pages that are made again with each saving. */
  readonly saved?: { readonly total: number; readonly taken: Date };
  readonly kind: 'home' | 'page';
}

import { articleAddress } from '#news/address.ts';
import { addressesOf, everyItem } from '#news/kinds.ts';
import { type Content, type Newsroom, newsroom } from '#news/newsroom.ts';
import { fixedFiles } from '#site/assets/assets.ts';
import { attachedFiles } from '#site/assets/attached-files.ts';
import { addresses, type SitePages, sitePages } from '#site/pages/site-pages.ts';
import type { ReadContent } from '#site/read/read-content.ts';
import { fileSlug } from '#site/read/read-item.ts';
import { redirectAddresses } from '#site/redirects/redirect-files.ts';
import type { Settings } from '#site/settings.ts';

/** Something that wants an address, and the file it comes from, or what the site itself makes it from. */
export interface Claim {
  readonly address: string;
  readonly source: string;
}

/** Which addresses of the site there are. */
export interface KnownAddresses {
  /** What readers can open now: pages, files, old addresses that send them on. */
  readonly shown: ReadonlySet<string>;
  /** What was or will be a page, or was withdrawn. */
  readonly hidden: ReadonlySet<string>;
  /** Of files that could not be read: judged as if they were there, or one slip would be told twice. */
  readonly unread: ReadonlySet<string>;
  /** Who wants which address, whether public now or not, oldest first. */
  readonly claims: readonly Claim[];
}

/** The addresses of what an audience is shown, beside those of all there ever was or will be. */
export function knownAddresses(
  room: Newsroom,
  shownPages: SitePages,
  content: Content,
  settings: Settings,
  read: ReadContent,
): KnownAddresses {
  const listed = ({ moved: _, ...pages }: SitePages, shown: Newsroom) => [
    ...addresses(pages),
    ...attachedFiles(shown),
    ...fixedFiles,
    ...Object.values(redirectAddresses).map((address) => ({ address, source: 'oldUrls' })),
  ];
  const shown = new Set([...shownPages.moved, ...listed(shownPages, room)].map(({ address }) => address));
  const archive = newsroom(content, settings.now, 'archive');
  const claims = listed(sitePages({ newsroom: archive, settings, hidden: new Set() }), archive);
  return {
    shown,
    hidden: new Set([
      ...room.withdrawn.map(({ slug }) => articleAddress(slug)),
      ...claims.map(({ address }) => address).filter((address) => !shown.has(address)),
    ]),
    unread: unreadAddresses(read, content),
    claims: claims.reverse(),
  };
}

function unreadAddresses({ paths }: ReadContent, content: Content): Set<string> {
  const read = new Set(everyItem(content).map(({ path }) => path));
  return new Set(
    paths
      .filter((path) => !read.has(path))
      .map(fileSlug)
      .flatMap(addressesOf),
  );
}

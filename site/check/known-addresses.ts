import { articleAddress } from '#news/address.ts';
import { addressesForSlug, allItems, contentKinds } from '#news/content-kind.ts';
import { type Content, type VisibleContent, visibleContent } from '#news/visible-content.ts';
import { reservedAddresses } from '#site/assets/assets.ts';
import { attachedFiles } from '#site/assets/attached-files.ts';
import { pageAddresses, type SitePages, sitePages } from '#site/pages/site-pages.ts';
import { fileSlug } from '#site/read/file-slug.ts';
import type { ReadContentResult } from '#site/read/read-content.ts';
import { redirectFileAddresses } from '#site/redirects/redirect-files.ts';
import type { Settings } from '#site/settings.ts';

/** An address and its source: a file of content/, or the part of the site that generates it. */
export interface AddressClaim {
  readonly address: string;
  readonly source: string;
}

/** The addresses of the site. */
export interface KnownAddresses {
  /** What readers can open now: pages, files, old addresses that redirect. */
  readonly visible: ReadonlySet<string>;
  /** Pages that expired, are scheduled or are drafts, or were withdrawn. */
  readonly hidden: ReadonlySet<string>;
  /** Addresses of unreadable files: treated as existing, so that one mistake is not reported twice. */
  readonly unreadable: ReadonlySet<string>;
  /** All claims on addresses, visible now or not, oldest first. */
  readonly claims: readonly AddressClaim[];
}

/** The addresses visible to an audience, and those of all content, past and scheduled. */
export function knownAddresses(
  visibleNow: VisibleContent,
  visiblePages: SitePages,
  content: Content,
  settings: Settings,
  read: ReadContentResult,
): KnownAddresses {
  const claimsOf = ({ moved: _, ...pages }: SitePages, siteContent: VisibleContent) => [
    ...pageAddresses(pages),
    ...attachedFiles(siteContent),
    ...reservedAddresses,
    ...Object.values(redirectFileAddresses).map((address) => ({ address, source: 'oldUrls' })),
  ];
  const visible = new Set([...visiblePages.moved, ...claimsOf(visiblePages, visibleNow)].map(({ address }) => address));
  const archive = visibleContent(content, settings.now, 'archive');
  const archivePages = showsAll(visibleNow, archive) ? visiblePages : sitePages({ content: archive, settings });
  const claims = claimsOf(archivePages, archive);
  const unreadableDrafts = unreadableAddresses(read, content, (path) => read.draftPaths.has(path));
  return {
    visible,
    hidden: new Set([
      ...visibleNow.withdrawn.map(({ slug }) => articleAddress(slug)),
      ...[...claims.map(({ address }) => address), ...unreadableDrafts].filter((address) => !visible.has(address)),
    ]),
    unreadable: unreadableAddresses(read, content),
    claims: claims.reverse(),
  };
}

/** Whether nothing of the content is hidden from an audience. */
function showsAll(visible: VisibleContent, archive: VisibleContent): boolean {
  return (
    contentKinds.every((kind) => visible[kind].length === archive[kind].length) &&
    (['articles', 'questions', 'documents', 'events'] as const).every(
      (kind) => visible.listed[kind].length === archive.listed[kind].length,
    )
  );
}

function unreadableAddresses(
  { paths }: ReadContentResult,
  content: Content,
  isMeant: (path: string) => boolean = () => true,
): Set<string> {
  const readPaths = new Set(allItems(content).map(({ path }) => path));
  return new Set(
    paths
      .filter((path) => !readPaths.has(path) && isMeant(path))
      .map(fileSlug)
      .flatMap(addressesForSlug),
  );
}

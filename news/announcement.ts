/** A built feed: its own address, its WebSub hub, and a digest of its content. */
export interface HubFeed {
  readonly url: string;
  readonly hub: string;
  readonly digest: string;
}

/** The digest of each feed's content at its last announcement, by the address of the feed. */
export type AnnouncedDigests = Readonly<Record<string, string>>;

/** The feeds whose current content has not been announced. */
export function unannouncedFeeds(feeds: readonly HubFeed[], announced: AnnouncedDigests): HubFeed[] {
  return feeds.filter(({ url, digest }) => announced[url] !== digest);
}

/** The digests after some feeds were announced; feeds that no longer exist are dropped. */
export function announcedDigestsAfter(
  feeds: readonly HubFeed[],
  announced: AnnouncedDigests,
  updated: readonly HubFeed[],
): AnnouncedDigests {
  const entries = feeds.flatMap((feed): [string, string][] => {
    const digest = updated.includes(feed) ? feed.digest : announced[feed.url];
    return digest === undefined ? [] : [[feed.url, digest]];
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether the hub of a feed can open its address. A build without SITE_URL has addresses of localhost. */
export function isReachableByHub({ url, hub }: Pick<HubFeed, 'url' | 'hub'>): boolean {
  const [host, hubHost] = [url, hub].map((address) => new URL(address).hostname);
  return host !== 'localhost' && (!isLoopback(host) || isLoopback(hubHost));
}

function isLoopback(host = ''): boolean {
  return /^((.+\.)?localhost|127(\.\d+){3}|\[::1\])$/.test(host);
}

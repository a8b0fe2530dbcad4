/** A feed as it is now: its own address, who tells its subscribers (WebSub), and what two equal contents share. */
export interface HubFeed {
  readonly url: string;
  readonly hub: string;
  readonly digest: string;
}

/** What hubs were told last: the address of each feed and the digest of its content then. */
export type Announced = Readonly<Record<string, string>>;

/** The feeds whose content no hub was told of yet. */
export function unannounced(feeds: readonly HubFeed[], announced: Announced): HubFeed[] {
  return feeds.filter(({ url, digest }) => announced[url] !== digest);
}

/** What hubs know once they were told of some feeds; feeds there are no more are forgotten. */
export function announcedWith(feeds: readonly HubFeed[], announced: Announced, told: readonly HubFeed[]): Announced {
  const known = feeds.flatMap((feed): [string, string][] => {
    const digest = told.includes(feed) ? feed.digest : announced[feed.url];
    return digest === undefined ? [] : [[feed.url, digest]];
  });
  return Object.fromEntries(known.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether the hub of a feed can open its address: what a build without SITE_URL bears nobody else can. */
export function isOpenToHub({ url, hub }: Pick<HubFeed, 'url' | 'hub'>): boolean {
  const [host, hubHost] = [url, hub].map((address) => new URL(address).hostname);
  return host !== 'localhost' && (!isLoopback(host) || isLoopback(hubHost));
}

function isLoopback(host = ''): boolean {
  return /^((.+\.)?localhost|127(\.\d+){3}|\[::1\])$/.test(host);
}

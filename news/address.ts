/** The address of a list, or of one of its numbered pages. */
function listAddress(list: string, page: number | undefined): string {
  return page === undefined ? list : `${list}trang-${page}/`;
}

export const homeAddress = '/';
export const archiveAddress = '/luu-tru/';
export const searchAddress = '/tim-kiem/';
export const statisticsAddress = '/thong-ke/';
/** The page that explains and lists the feeds. */
export const subscriptionsAddress = '/rss/';
/** The accessibility statement. */
export const accessibilityAddress = '/tro-nang/';
export const privacyAddress = '/quyen-rieng-tu/';
/** The site map for readers; `sitemapAddress` is the one for search engines. */
export const overviewAddress = '/so-do-trang/';
/** The page that replaces another one while the reader is offline. */
export const offlineAddress = '/khong-co-mang/';
/** The editors' desk. */
export const deskAddress = '/admin/';
export const sitemapAddress = '/sitemap.xml';
export const newsSitemapAddress = '/sitemap-tin-moi.xml';

export function articleAddress(slug: string): string {
  return `/bai-viet/${slug}/`;
}

/** The slug of the article at an address; undefined at any other address. */
export function articleSlug(address: string): string | undefined {
  return /^\/bai-viet\/([^/]+)\/$/.exec(address)?.[1];
}

/** A file that belongs to a page is in the folder of the page. */
export function attachmentAddress(pageAddress: string, fileName: string): string {
  return `${pageAddress}${fileName}`;
}

export function categoryAddress(slug: string, page?: number): string {
  return listAddress(`/${slug}/`, page);
}

export function authorAddress(slug: string, page?: number): string {
  return listAddress(`/tac-gia/${slug}/`, page);
}

export function tagAddress(slug: string, page?: number): string {
  return listAddress(`/the/${slug}/`, page);
}

export function yearAddress(year: string): string {
  return `${archiveAddress}${year}/`;
}

export function monthAddress(year: string, month: string): string {
  return `${yearAddress(year)}${month}/`;
}

export function questionsAddress(page?: number): string {
  return listAddress('/hoi-dap/', page);
}

export function questionAddress(slug: string): string {
  return `${questionsAddress()}${slug}/`;
}

/** The register of documents. */
export const documentsAddress = '/van-ban/';

export function documentAddress(slug: string): string {
  return `${documentsAddress}${slug}/`;
}

export function documentYearAddress(year: string): string {
  return `${documentsAddress}nam-${year}/`;
}

export function documentTypeAddress(slug: string): string {
  return `${documentsAddress}loai/${slug}/`;
}

/** The list of documents in force, or of those no longer in force. */
export function documentStatusAddress(inForce: boolean): string {
  return `${documentsAddress}${inForce ? 'con' : 'het'}-hieu-luc/`;
}

/** The member associations. */
export const membersAddress = '/hoi-vien/';
export const leadershipAddress = '/lanh-dao/';

export const eventsAddress = '/su-kien/';

export function eventAddress(slug: string): string {
  return `${eventsAddress}${slug}/`;
}

/** The iCalendar file of an event, in the folder of its page. */
export function calendarAddress(slug: string): string {
  return `${eventAddress(slug)}su-kien.ics`;
}

/** A file of the search index. */
export function searchFileAddress(name: string): string {
  return `${searchAddress}muc-luc/${name}.bin`;
}

/** One file of a sitemap that is split because of its length. */
export function sitemapPartAddress(part: number): string {
  return `/sitemap-${part}.xml`;
}

export function standingPageAddress(slug: string): string {
  return `/${slug}/`;
}

/** The format of a feed. */
export type FeedFormat = keyof typeof feedFiles;

const feedFiles = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' } as const;

/** The feed of a list is in the folder of the list; the feed of the whole site is in the root folder. */
export function feedAddress(format: FeedFormat, list = homeAddress): string {
  return `${list}${feedFiles[format]}`;
}

/**
 * Whether an address may disappear again: a list (tag, year or month, numbered page, part of the register of documents)
 * disappears with its items, the statistics page with the counter, a directory of people with its list file.
 */
export function isEphemeralAddress(address: string): boolean {
  return (
    [statisticsAddress, membersAddress, leadershipAddress].includes(address) ||
    /^\/(the|luu-tru|van-ban\/loai)\/.|\/trang-\d+\/$|^\/van-ban\/(nam-\d{4}|(con|het)-hieu-luc)\/$/.test(address)
  );
}

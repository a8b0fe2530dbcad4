/** Where a list continues: its own address, or that of its numbered page. */
function numbered(list: string, page: number | undefined): string {
  return page === undefined ? list : `${list}trang-${page}/`;
}

export const homeAddress = '/';
export const archiveAddress = '/luu-tru/';
export const searchAddress = '/tim-kiem/';
export const statisticsAddress = '/thong-ke/';
/** Where the feeds are explained and listed. */
export const subscriptionsAddress = '/rss/';
/** What is known of reading the site with whatever a reader has. */
export const accessibilityAddress = '/tro-nang/';
export const privacyAddress = '/quyen-rieng-tu/';
/** The map of the site for people; `sitemapAddress` is that of machines. */
export const overviewAddress = '/so-do-trang/';
/** What readers see in place of a page while there is no network. */
export const offlineAddress = '/khong-co-mang/';
export const sitemapAddress = '/sitemap.xml';
export const newsSitemapAddress = '/sitemap-tin-moi.xml';

const articleAddresses = new Map<string, string>();

/** Of each article the very same text: a build asks for ten thousand of them time and again. */
export function articleAddress(slug: string): string {
  const known = articleAddresses.get(slug);
  if (known !== undefined) return known;
  const address = `/bai-viet/${slug}/`;
  articleAddresses.set(slug, address);
  return address;
}

/** A file that belongs to a page lies beside it. */
export function attachmentAddress(pageAddress: string, fileName: string): string {
  return `${pageAddress}${fileName}`;
}

export function categoryAddress(slug: string, page?: number): string {
  return numbered(`/${slug}/`, page);
}

export function authorAddress(slug: string, page?: number): string {
  return numbered(`/tac-gia/${slug}/`, page);
}

export function tagAddress(slug: string, page?: number): string {
  return numbered(`/the/${slug}/`, page);
}

export function yearAddress(year: string): string {
  return `${archiveAddress}${year}/`;
}

export function monthAddress(year: string, month: string): string {
  return `${yearAddress(year)}${month}/`;
}

export function questionsAddress(page?: number): string {
  return numbered('/hoi-dap/', page);
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

/** The documents in force, or those that are so no more. */
export function documentForceAddress(inForce: boolean): string {
  return `${documentsAddress}${inForce ? 'con' : 'het'}-hieu-luc/`;
}

export const eventsAddress = '/su-kien/';

export function eventAddress(slug: string): string {
  return `${eventsAddress}${slug}/`;
}

/** The file for calendars beside the page of an event. */
export function calendarAddress(slug: string): string {
  return `${eventAddress(slug)}su-kien.ics`;
}

/** A file of the search index. */
export function searchFileAddress(name: string): string {
  return `${searchAddress}muc-luc/${name}.bin`;
}

/** A part of a sitemap that is too long for one file. */
export function sitemapPartAddress(part: number): string {
  return `/sitemap-${part}.xml`;
}

export function standingPageAddress(slug: string): string {
  return `/${slug}/`;
}

/** The forms a feed comes in. */
export type FeedForm = keyof typeof feedFiles;

const feedFiles = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' } as const;

/** A feed lies beside the list it tells of; that of the whole site beside the home page. */
export function feedAddress(form: FeedForm, list = homeAddress): string {
  return `${list}${feedFiles[form]}`;
}

/**
 * Whether an address comes and goes: a list with what it lists (tag, year or month, numbered page, a part of the register
 * of documents), the statistics with the counter.
 */
export function isPassing(address: string): boolean {
  return (
    address === statisticsAddress ||
    /^\/(the|luu-tru|van-ban\/loai)\/.|\/trang-\d+\/$|^\/van-ban\/(nam-\d{4}|(con|het)-hieu-luc)\/$/.test(address)
  );
}

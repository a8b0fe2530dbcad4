import { monthOf, yearOf } from '#vietnamese/date.ts';

/** Where a list continues: its own address, or that of its numbered page. */
function numbered(list: string, page: number | undefined): string {
  return page === undefined ? list : `${list}trang-${page}/`;
}

export const homeAddress = '/';
export const archiveAddress = '/luu-tru/';
export const feedAddress = '/feed.xml';
export const sitemapAddress = '/sitemap.xml';

export function articleAddress(slug: string): string {
  return `/bai-viet/${slug}/`;
}

export function attachmentAddress(articleSlug: string, fileName: string): string {
  return `/bai-viet/${articleSlug}/${fileName}`;
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

export function yearAddress(date: Date): string {
  return `${archiveAddress}${yearOf(date)}/`;
}

export function monthAddress(date: Date): string {
  return `${yearAddress(date)}${monthOf(date)}/`;
}

export function questionsAddress(page?: number): string {
  return numbered('/hoi-dap/', page);
}

export function questionAddress(slug: string): string {
  return `${questionsAddress()}${slug}/`;
}

export function standingPageAddress(slug: string): string {
  return `/${slug}/`;
}

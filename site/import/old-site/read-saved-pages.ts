import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { SettingsError } from '#site/settings.ts';
import type { OldArticle, OldSite, Skipped } from './old-article.ts';
import { isMonthFirst, pageDate } from './page-date.ts';
import { shapeOf } from './page-shapes.ts';
import { oldUrlOf, type PageArticle, readPage } from './read-page.ts';

/** Files that no program saves a page as. */
const otherFiles =
  /\.(jpe?g|png|gif|webp|svg|ico|css|js|json|xml|pdf|docx?|xlsx?|pptx?|zip|rar|mp[34]|woff2?|ttf|eot|txt|md)$/i;

/** The files below a folder that are pages, by their first bytes. */
export function savedPages(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !otherFiles.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter(isPage)
    .sort();
}

function isPage(file: string): boolean {
  const head = Buffer.alloc(1024);
  const descriptor = openSync(file, 'r');
  try {
    const length = readSync(descriptor, head);
    return /<!doctype html|<html|<head|<body/i.test(head.subarray(0, length).toString('latin1').replace(/\0/g, ''));
  } finally {
    closeSync(descriptor);
  }
}

/**
 * The articles of saved pages; `body` is a selector for pages of another system than the known ones, `undated` the date
 * of pages that tell none.
 */
export function readSavedPages(
  folder: string,
  files: readonly string[],
  body: string | undefined,
  undated: string | undefined,
): OldSite {
  const shape = body === undefined ? undefined : shapeOf(body);
  const pages: { readonly place: string; readonly file: string; readonly page: PageArticle }[] = [];
  const skipped: Skipped[] = [];
  for (const file of files) {
    const place = relative(folder, file);
    try {
      // A copy: a slice of its text would keep the whole page in memory.
      pages.push({ place, file, page: structuredClone(readPage(readFileSync(file), shape)) });
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      skipped.push({ place, reason: error.message });
    }
  }
  const monthFirst = isMonthFirst(pages.flatMap(({ page }) => page.dateText ?? []));
  // What several pages have is of the site: its name, or the address of its home page.
  const titleCount = countOf(pages.flatMap(({ page }) => page.titles));
  const addressCount = countOf(pages.flatMap(({ page }) => page.address ?? []));
  const articles = pages.flatMap(({ place, file, page }): OldArticle[] => {
    const { system: _, titles, dateText, address: named, host: _host, ...rest } = page;
    const title = titles.find((text) => titleCount.get(text) === 1) ?? titles[0] ?? '';
    const address = named !== undefined && addressCount.get(named) === 1 ? named : undefined;
    const date = dateText === undefined ? undated : (pageDate(dateText, monthFirst) ?? undated);
    if (date === undefined) {
      skipped.push({
        place,
        reason: dateText === undefined ? 'không thấy ngày đăng' : `không hiểu ngày đăng “${dateText.slice(0, 60)}”`,
      });
      return [];
    }
    const oldUrls = [...new Set([address, ...mirrorUrl(place, address !== undefined)])].filter(
      (url) => url !== undefined,
    );
    return [{ ...rest, title, date, oldUrls, place, file }];
  });
  const hosts = new Set(pages.flatMap(({ place, page }) => [page.host ?? [], mirrorHost(place) ?? []].flat()));
  return { articles, skipped, folder, hosts };
}

function countOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/**
 * The address that a mirror keeps a page at: wget and HTTrack begin with a folder of the host's name, and write "?" as
 * "@" where a disk does not allow it. A page without an address of its own has the one of its place.
 */
function mirrorUrl(place: string, hasAddress: boolean): (string | undefined)[] {
  const parts = place.split(sep);
  const host = mirrorHost(place);
  if (host === undefined && hasAddress) return [];
  const path = `/${(host === undefined ? parts : parts.slice(1)).join('/')}`;
  const query = path.replace(/^([^?@]*\.(?:aspx?|php|jsp|html?))@/i, '$1?');
  return [oldUrlOf(query.includes('?') ? query.replace(/\.html?$/i, '') : query)];
}

/** The host whose folder a page of a mirror is in. */
function mirrorHost(place: string): string | undefined {
  const [first = '', ...others] = place.split(sep);
  return others.length > 0 && /\.[a-z]{2,}$/i.test(first) ? first : undefined;
}

import type { OfferedSearch } from '#search/offered-search.ts';
import type { SearchResult } from '#search/run-search.ts';

/** What stands above the first result that does not hold the typed words as a phrase. */
export function apartNote(typed: string, match: SearchResult['match'], isFirst: boolean): string {
  const words = match === 'most' ? 'gần đủ các chữ ấy' : 'các chữ ấy';
  return isFirst ? `Không có nguyên cụm “${typed}”; có ${words} ở:` : `Không nguyên cụm, nhưng có ${words}:`;
}

/** The name of an offered search: "Văn bản năm 2024", "“quy chế” năm 2024" */
export function offerName({ typed, category, year }: OfferedSearch): string {
  if (!typed) return `${category} năm ${year}`;
  return category ? `“${typed}” trong ${category} năm ${year}` : `“${typed}” năm ${year}`;
}

import type { OfferedSearch } from '#search/offered-search.ts';
import type { SearchRequest, SearchResponse, SearchResult } from '#search/run-search.ts';

/** The response to a search with what a reader is told about it. */
export interface SearchAnswer extends Omit<SearchResponse, 'results' | 'offer'> {
  /** `note` stands above the first result that does not hold the typed words as a phrase. */
  readonly results: readonly (SearchResult & { readonly note?: string })[];
  /** An offered search: its name and its number of results, and the fields that it fills; none if it finds nothing. */
  readonly offer?: { readonly name: string; readonly found: string; readonly fields?: Record<string, string> };
}

/** Adds what a reader is told about a response, if suggestions were asked for. */
export function withNotes(
  { results, offer, ...response }: SearchResponse,
  { typed, suggest }: Pick<SearchRequest, 'typed' | 'suggest'>,
): SearchAnswer {
  const first = suggest ? results.findIndex(({ match }) => match !== 'phrase') : -1;
  return {
    ...response,
    results: results.map((result, at) =>
      at === first ? { ...result, note: apartNote(typed, result.match, at === 0) } : result,
    ),
    ...(offer && { offer: offerNote(offer) }),
  };
}

function apartNote(typed: string, match: SearchResult['match'], isFirst: boolean): string {
  const words = match === 'most' ? 'gần đủ các chữ ấy' : 'các chữ ấy';
  return isFirst ? `Không có nguyên cụm “${typed.trim()}”; có ${words} ở:` : `Không nguyên cụm, nhưng có ${words}:`;
}

function offerNote(offer: NonNullable<SearchResponse['offer']>): NonNullable<SearchAnswer['offer']> {
  const { typed, category, year, total } = offer;
  const name = offerName(offer);
  if (total === 0) return { name, found: ': không có.' };
  const fields = { ...(typed && { q: typed }), ...(category && { 'chuyen-muc': category }), nam: year };
  return { name, found: `: ${total.toLocaleString('vi')}`, fields };
}

/** "Văn bản năm 2024", "“quy chế” năm 2024" */
function offerName({ typed, category, year }: OfferedSearch): string {
  if (!typed) return `${category} năm ${year}`;
  return category ? `“${typed}” trong ${category} năm ${year}` : `“${typed}” năm ${year}`;
}

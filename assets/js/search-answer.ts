import type { Excerpt } from '#search/excerpt.ts';
import type { OfferedSearch } from '#search/offered-search.ts';
import type { SearchRequest, SearchResponse, SearchResult } from '#search/run-search.ts';

/** A result as it is shown. */
export interface ShownResult extends Excerpt {
  readonly address: string;
  /** Its category and its date, as far as it has them. */
  readonly facts: readonly string[];
  /** Above the first result that does not hold the typed words as a phrase. */
  readonly note?: string;
}

/** The field of a query that asks for exactly what was typed. */
export const exactField = 'dung';

/** Another search: its name, and its fields as a query; no query if it finds nothing. */
export interface OtherSearch {
  readonly name: string;
  readonly query?: string;
}

/** The response to a search as it is shown. */
export interface SearchAnswer extends Pick<SearchResponse, 'total'> {
  readonly results: readonly ShownResult[];
  /** How many results there are, and of which query if it is not the typed one. */
  readonly status: string;
  /** The way back to the typed query, where another one was searched. */
  readonly back?: Required<OtherSearch>;
  /** `found` follows its name. */
  readonly offer?: OtherSearch & { readonly found: string };
}

/** The texts of a response; notes only where suggestions were asked for. */
export function searchAnswer(
  { total, results, corrected, offer }: SearchResponse,
  { typed, filter, suggest }: Pick<SearchRequest, 'typed' | 'filter' | 'suggest'>,
): SearchAnswer {
  const first = suggest ? results.findIndex(({ match }) => match !== 'phrase') : -1;
  return {
    total,
    results: results.map(({ title, text, address, category, day, match }, at) => ({
      ...{ title, text, address },
      facts: [category, day?.split('-').reverse().join('/') ?? ''].filter((fact) => fact),
      ...(at === first && { note: apartNote(corrected ?? typed, match, at === 0) }),
    })),
    status: total > 0 ? foundNote(total, corrected) : notFoundNote(typed.trim(), filter),
    ...(corrected && { back: exactSearch(typed.trim()) }),
    ...(offer && { offer: offerNote(offer) }),
  };
}

function foundNote(total: number, corrected: string | undefined): string {
  const number = total.toLocaleString('vi');
  return corrected ? `Kết quả cho “${corrected}”: ${number}.` : `${number} kết quả`;
}

function notFoundNote(typed: string, filter: SearchRequest['filter']): string {
  const isFiltered = Boolean(filter?.category || filter?.year);
  return `Không tìm thấy ${typed ? `“${typed}”` : 'gì'}${isFiltered ? ' trong phần đã chọn' : ''}.`;
}

/** The search for a typed query as it stands, without a correction. */
function exactSearch(typed: string): Required<OtherSearch> {
  return { name: `Tìm đúng “${typed}”`, query: queryOf({ q: typed, [exactField]: '1' }) };
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
  return { name, found: `: ${total.toLocaleString('vi')}`, query: queryOf(fields) };
}

/** "Văn bản năm 2024", "“quy chế” năm 2024" */
function offerName({ typed, category, year }: OfferedSearch): string {
  if (!typed) return `${category} năm ${year}`;
  return category ? `“${typed}” trong ${category} năm ${year}` : `“${typed}” năm ${year}`;
}

function queryOf(fields: Record<string, string>): string {
  return new URLSearchParams(fields).toString();
}

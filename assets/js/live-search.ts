import { pauseDelay, type ResultList } from './result-list.ts';
import { type SearchFields, searchAddress } from './search-fields.ts';
import { searchInWorker } from './search-in-worker.ts';

const perPage = 10;
/** Milliseconds without input after which a search starts. */
const searchDelay = 200;

/** A search that follows the fields of the form. */
export interface LiveSearch {
  /** Searches for the current values. */
  readonly start: () => void;
  /** Searches for values that the reader chose, and adds them to the history. */
  readonly submit: () => void;
  /** Searches once the reader stops typing. */
  readonly typed: () => void;
  /** Shows further results and moves the focus to the first of them. */
  readonly showMore: () => Promise<void>;
}

/** Searches for the values of some fields and shows the results in a list. */
export function liveSearch(fields: SearchFields, list: ResultList): LiveSearch {
  const { input, category, year } = fields;
  let limit = perPage;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let searchedAddress = '';

  async function searchNow(typing = false): Promise<void> {
    clearTimeout(timer);
    const current = searchAddress(fields);
    searchedAddress = current;
    if (!input.value.trim()) return list.show(undefined);
    list.setBusy(true);
    const filter = { category: category.value, year: year.value };
    const response = await searchInWorker({ typed: input.value, count: limit, filter, suggest: true }).catch(
      () => undefined,
    );
    // The field may have been emptied meanwhile, which starts no request.
    if (current !== searchedAddress) return;
    list.setBusy(false);
    if (!response) showFailure();
    // Half a word finds nothing: the previous results stay until the reader pauses.
    else if (typing && response.total === 0) timer = setTimeout(() => list.show(response), pauseDelay);
    else list.show(response);
    if (!typing) list.scrollIntoView();
  }

  /** If only further results could not be fetched, the present ones stay. */
  function showFailure(): void {
    if (limit === perPage) list.show(undefined);
    list.setStatus('Chưa tải được dữ liệu tìm kiếm. Xin kiểm tra mạng rồi thử lại.');
  }

  /** Searches for the current input; input typed on the way to it adds no history entry. */
  function update(mode: 'push' | 'replace'): void {
    const now = searchAddress(fields);
    if (now !== searchedAddress) limit = perPage;
    if (now !== location.pathname + location.hash) history[`${mode}State`](null, '', now);
    searchNow(mode === 'replace');
  }

  return {
    start: () => {
      limit = perPage;
      searchNow();
    },
    submit: () => update('push'),
    typed: () => {
      const wordEnded = input.value.endsWith(' ');
      if (wordEnded && searchAddress(fields) === searchedAddress) return;
      clearTimeout(timer);
      timer = setTimeout(() => update('replace'), wordEnded ? 0 : searchDelay);
    },
    showMore: async () => {
      const next = list.links().length;
      limit = next + perPage;
      await searchNow();
      list.links()[next]?.focus();
    },
  };
}

import type { SearchResponse } from '#search/run-search.ts';
import type { SearchFields } from './search-fields.ts';
import { searchResultItem } from './search-result-item.ts';

/** Milliseconds without input after which a reader pauses. */
export const pauseDelay = 800;

/** The search page below its form: the count of results, which is announced after a pause, and the results. */
export interface ResultList {
  /** The button for further results. */
  readonly more: HTMLElement | undefined;
  readonly links: () => readonly HTMLAnchorElement[];
  /** Shows what was found, or the page without a search. */
  readonly show: (response: SearchResponse | undefined) => void;
  readonly setStatus: (message: string) => void;
  readonly setBusy: (busy: boolean) => void;
  /** Brings the first result into view: on a phone the results begin below the viewport. */
  readonly scrollIntoView: () => void;
}

/** The list for the results of a form. */
export function resultList(form: HTMLFormElement, { input, category, year }: SearchFields): ResultList {
  const part = (name: string) => document.querySelector<HTMLElement>(`[data-search="${name}"]`) ?? undefined;
  const [results, count, announcement, more, browse] = ['results', 'count', 'told', 'more', 'browse'].map(part);
  const base = form.dataset['base'] ?? '';
  let announceTimer: ReturnType<typeof setTimeout> | undefined;

  function setStatus(message: string): void {
    if (count) count.textContent = message;
    clearTimeout(announceTimer);
    announceTimer = setTimeout(() => {
      if (announcement) announcement.textContent = count?.textContent ?? '';
    }, pauseDelay);
  }

  function setBusy(busy: boolean): void {
    if (busy) results?.setAttribute('aria-busy', 'true');
    else results?.removeAttribute('aria-busy');
  }

  function show(response: SearchResponse | undefined): void {
    setBusy(false);
    results?.replaceChildren(...(response?.results ?? []).map((result) => searchResultItem(result, base)));
    if (more) more.hidden = !response || response.total <= response.results.length;
    if (browse) browse.hidden = (response?.total ?? 0) > 0;
    if (!response) setStatus('');
    else if (response.total > 0) setStatus(`${response.total.toLocaleString('vi')} kết quả`);
    else showNoResults(response.suggestion);
  }

  function showNoResults(suggestion: string | undefined): void {
    const message = `Không tìm thấy “${input.value.trim()}”`;
    setStatus(`${message}${category.value || year.value ? ' trong phần đã chọn' : ''}.`);
    if (!suggestion) return;
    const link = document.createElement('a');
    link.href = `#q=${encodeURIComponent(suggestion)}`;
    link.textContent = suggestion;
    link.addEventListener('click', () => count?.focus());
    count?.append(' Có phải bạn tìm: ', link, '?');
  }

  function scrollIntoView(): void {
    const first = results?.firstElementChild ?? count;
    if (first && first.getBoundingClientRect().bottom > innerHeight) form.scrollIntoView();
  }

  const links = () => [...(results?.querySelectorAll('a') ?? [])];
  return { more, links, show, setStatus, setBusy, scrollIntoView };
}

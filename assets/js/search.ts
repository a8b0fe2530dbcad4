import { enableArrowNavigation } from './enable-arrow-navigation.ts';
import { exactField, type OtherSearch, type SearchAnswer } from './search-answer.ts';
import { canSearch, searchInWorker } from './search-in-worker.ts';
import { searchResultItem } from './search-result-item.ts';
import { showFallbackSearch } from './show-fallback-search.ts';

const perPage = 10;
/** Milliseconds without input after which a search starts, and after which its count is announced. */
const [searchDelay, announceDelay] = [200, 800];

const form = document.querySelector<HTMLFormElement>('form.search-page');
const part = (name: string) => document.querySelector<HTMLElement>(`[data-search="${name}"]`);
const parts = ['results', 'count', 'told', 'more', 'browse', 'offer'] as const;
const [results, count, announcement, more, browse, offer] = parts.map(part);

/** Where a result was opened: the number of results, and the scroll position, which browsers restore before there are any. */
type Place = readonly [count?: number, top?: number] | null;

function start(page: HTMLFormElement): void {
  const base = page.dataset['base'] ?? '';
  const input = page.elements.namedItem('q') as HTMLInputElement;
  const select = (name: string) => page.elements.namedItem(name) as HTMLSelectElement;
  const [category, year] = [select('chuyen-muc'), select('nam')] as const;
  const fields = [input, category, year];
  let [limit = perPage, top] = (history.state as Place) ?? [];
  let searchTimer: ReturnType<typeof setTimeout> | undefined;
  let announceTimer: ReturnType<typeof setTimeout> | undefined;
  let searchedAddress = '';
  /** The text that is to be searched as it is, without a correction. */
  let exactText = '';

  function isEmpty(): boolean {
    return !input.value.trim() && !category.value;
  }

  function isExact(): boolean {
    return exactText !== '' && input.value.trim() === exactText;
  }

  /** The address of the current search: in the fragment, which browsers do not send. */
  function address(): string {
    const query = new URLSearchParams();
    for (const { name, value } of fields) if (value.trim()) query.set(name, value.trim());
    if (isExact()) query.set(exactField, '1');
    return location.pathname + (`${query}` && `#${query}`);
  }

  /** Fills in the fields from the address; false if its fragment is a place on the page. */
  function readAddress(): boolean {
    const query = new URLSearchParams(location.hash.slice(1) || location.search);
    if (`${query}` && !fields.some(({ name }) => query.has(name))) return false;
    input.value = (query.get(input.name) ?? '').slice(0, input.maxLength);
    exactText = query.has(exactField) ? input.value.trim() : '';
    for (const filter of [category, year]) {
      filter.value = query.get(filter.name) ?? '';
      if (filter.selectedIndex < 0) filter.selectedIndex = 0;
    }
    return true;
  }

  function setStatus(message: string): void {
    if (count) count.textContent = message;
    clearTimeout(announceTimer);
    announceTimer = setTimeout(() => {
      if (announcement) announcement.textContent = count?.textContent ?? '';
    }, announceDelay);
  }

  /** The focus stays on the result that it is on, or goes back to the field if that is no longer there. */
  function replaceResults(items: readonly HTMLElement[]): void {
    const focused = results?.querySelector<HTMLAnchorElement>('a:focus');
    results?.replaceChildren(...items);
    if (focused)
      ([...(results?.querySelectorAll('a') ?? [])].find(({ href }) => href === focused.href) ?? input).focus();
  }

  function showResults(response: SearchAnswer | undefined): void {
    results?.removeAttribute('aria-busy');
    replaceResults((response?.results ?? []).map((result) => searchResultItem(result, base)));
    showOffer(response?.offer);
    if (more) more.hidden = !response || response.total <= response.results.length;
    if (browse) browse.hidden = (response?.total ?? 0) > 0;
    setStatus(response?.status ?? '');
    if (response?.back) count?.append(' ', linkTo(response.back));
  }

  function showOffer(offered: SearchAnswer['offer']): void {
    offer?.replaceChildren();
    if (offered) offer?.append(offered.query ? linkTo(offered) : offered.name, offered.found);
  }

  /** A link to another search. */
  function linkTo({ name, query }: OtherSearch): HTMLElement {
    const link = document.createElement('a');
    link.href = `#${query}`;
    link.textContent = name;
    link.addEventListener('click', () => count?.focus());
    return link;
  }

  async function searchNow(typing = false): Promise<void> {
    clearTimeout(searchTimer);
    const current = address();
    searchedAddress = current;
    if (isEmpty()) return showResults(undefined);
    results?.setAttribute('aria-busy', 'true');
    const filter = { category: category.value, year: year.value };
    const request = { typed: input.value, count: limit, filter, exact: isExact(), suggest: true };
    const response = await searchInWorker(request).catch(() => undefined);
    // The field may have been emptied meanwhile, which starts no request.
    if (current !== searchedAddress) return;
    results?.removeAttribute('aria-busy');
    if (!response) showFailure();
    // Half a word finds nothing: the previous results stay until the reader pauses.
    else if (typing && response.total === 0) searchTimer = setTimeout(() => showResults(response), announceDelay);
    else showResults(response);
    if (!typing) scrollToResults();
  }

  /** On a phone the results begin below the viewport: the form is then scrolled to the top. */
  function scrollToResults(): void {
    const first = results?.firstElementChild ?? count;
    if (first && first.getBoundingClientRect().bottom > innerHeight) page.scrollIntoView();
  }

  /** If only further results could not be fetched, the present ones stay. */
  function showFailure(): void {
    if (limit === perPage) showResults(undefined);
    setStatus('Chưa tải được dữ liệu tìm kiếm. Xin kiểm tra mạng rồi thử lại.');
  }

  /** Searches for the current input; input typed on the way to it adds no history entry. */
  function update(mode: 'push' | 'replace'): void {
    const now = address();
    if (now !== searchedAddress) limit = perPage;
    if (now !== location.pathname + location.hash) history[`${mode}State`](null, '', now);
    searchNow(mode === 'replace');
  }

  input.addEventListener('input', () => {
    if (input.value.endsWith(' ') && address() === searchedAddress) return;
    clearTimeout(searchTimer);
    searchTimer = setTimeout(() => update('replace'), input.value.endsWith(' ') ? 0 : searchDelay);
  });
  for (const filter of [category, year]) filter.addEventListener('change', () => update('push'));
  page.addEventListener('submit', (event) => {
    event.preventDefault();
    update('push');
  });
  addEventListener('popstate', () => {
    if (!readAddress()) return;
    limit = perPage;
    searchNow();
  });
  more?.addEventListener('click', async () => {
    const next = results?.childElementCount ?? 0;
    limit = next + perPage;
    await searchNow();
    results?.querySelectorAll('a')[next]?.focus();
  });
  results?.addEventListener('click', () => history.replaceState([limit, scrollY] satisfies Place, ''));
  enableArrowNavigation(() => [input, ...(results?.querySelectorAll('a') ?? [])]);

  for (const element of document.querySelectorAll<HTMLElement>('[data-search="script"]')) element.hidden = false;
  readAddress();
  // A search engine, or a page whose script was not loaded yet, may have put it in the query.
  if (location.search) history.replaceState(null, '', address());
  if (!isEmpty()) searchNow().then(() => top && scroll(0, top));
  else input.addEventListener('focus', () => searchInWorker({ typed: '', count: 0 }).catch(() => {}), { once: true });
}

if (form && canSearch) start(form);
else showFallbackSearch();

import { enableArrowNavigation } from './enable-arrow-navigation.ts';
import { liveSearch } from './live-search.ts';
import { resultList } from './result-list.ts';
import { readSearchAddress, searchAddress, searchFields } from './search-fields.ts';
import { canSearch, searchInWorker } from './search-in-worker.ts';
import { showFallbackSearch } from './show-fallback-search.ts';

const form = document.querySelector<HTMLFormElement>('form.search-page');

function start(page: HTMLFormElement): void {
  const fields = searchFields(page);
  const { input, category, year } = fields;
  const list = resultList(page, fields);
  const search = liveSearch(fields, list);

  input.addEventListener('input', search.typed);
  for (const filter of [category, year]) filter.addEventListener('change', search.submit);
  page.addEventListener('submit', (event) => {
    event.preventDefault();
    search.submit();
  });
  addEventListener('popstate', () => {
    if (readSearchAddress(fields)) search.start();
  });
  list.more?.addEventListener('click', search.showMore);
  enableArrowNavigation(() => [input, ...list.links()]);

  for (const element of document.querySelectorAll<HTMLElement>('[data-search="script"]')) element.hidden = false;
  readSearchAddress(fields);
  // A search engine, or a page whose script was not loaded yet, may have put it in the query.
  if (location.search) history.replaceState(null, '', searchAddress(fields));
  if (input.value.trim()) search.start();
  else input.addEventListener('focus', () => searchInWorker({ typed: '', count: 0 }).catch(() => {}), { once: true });
}

if (form && canSearch) start(form);
else showFallbackSearch();

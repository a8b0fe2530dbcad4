/** Shows the search page's `<noscript>` form of a public search engine, with the reader's query. */
export function showFallbackSearch(): void {
  const fallback = document.querySelector('main noscript');
  fallback?.insertAdjacentHTML('afterend', fallback.textContent ?? '');
  const query = new URLSearchParams(location.hash.slice(1) || location.search);
  const field = fallback?.nextElementSibling?.querySelector<HTMLInputElement>('input[type=search]');
  if (field) field.value = query.get('q') ?? '';
}

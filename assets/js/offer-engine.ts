/** Shows what stands on the search page for readers without script, the public engine, with what they look for. */
export function offerEngine(): void {
  const without = document.querySelector('main noscript');
  without?.insertAdjacentHTML('afterend', without.textContent ?? '');
  const asked = new URLSearchParams(location.hash.slice(1) || location.search);
  const field = without?.nextElementSibling?.querySelector<HTMLInputElement>('input[type=search]');
  if (field) field.value = asked.get('q') ?? '';
}

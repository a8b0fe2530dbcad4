/** The fields of the search form. The address holds their values in its fragment, which browsers do not send. */
export interface SearchFields {
  readonly input: HTMLInputElement;
  readonly category: HTMLSelectElement;
  readonly year: HTMLSelectElement;
}

/** The fields of a form. */
export function searchFields({ elements }: HTMLFormElement): SearchFields {
  const select = (name: string) => elements.namedItem(name) as HTMLSelectElement;
  return { input: elements.namedItem('q') as HTMLInputElement, category: select('chuyen-muc'), year: select('nam') };
}

/** The address of the search for the current values. */
export function searchAddress({ input, category, year }: SearchFields): string {
  const query = new URLSearchParams();
  for (const { name, value } of [input, category, year]) if (value.trim()) query.set(name, value.trim());
  return location.pathname + (`${query}` && `#${query}`);
}

/** Fills in the fields from the address; false if its fragment is a place on the page. */
export function readSearchAddress({ input, category, year }: SearchFields): boolean {
  const query = new URLSearchParams(location.hash.slice(1) || location.search);
  if (`${query}` && ![input, category, year].some(({ name }) => query.has(name))) return false;
  input.value = (query.get(input.name) ?? '').slice(0, input.maxLength);
  for (const filter of [category, year]) {
    filter.value = query.get(filter.name) ?? '';
    if (filter.selectedIndex < 0) filter.selectedIndex = 0;
  }
  return true;
}

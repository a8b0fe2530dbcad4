const part = (name: string) => document.querySelector<HTMLElement>(`[data-register="${name}"]`);

/** Filters the table by the chosen values, which are also in the query of the address, so that it can be shared. */
function start(filter: HTMLElement): void {
  const [count, table, parts, all] = ['count', 'rows', 'parts', 'all'].map(part);
  const rows = [...(table?.querySelectorAll<HTMLElement>('tbody tr') ?? [])];
  const selects = [...filter.querySelectorAll('select')];
  const totalText = count?.textContent ?? '';

  function show(): void {
    const chosen = selects.filter(({ value }) => value);
    for (const row of rows) row.hidden = chosen.some(({ name, value }) => row.getAttribute(`data-${name}`) !== value);
    const visible = rows.filter(({ hidden }) => !hidden).length;
    if (table) table.hidden = visible === 0;
    if (all) all.hidden = chosen.length === 0;
    if (!count) return;
    if (chosen.length === 0) count.textContent = totalText;
    else if (visible === 0) count.textContent = 'Không có văn bản nào khớp với lựa chọn này.';
    else count.textContent = `${visible.toLocaleString('vi')} trong ${totalText}`;
  }

  function applyFilters(): void {
    const query = new URLSearchParams();
    for (const { name, value } of selects) if (value) query.set(name, value);
    // Replaces the history entry: arrow keys in a list would otherwise add one for each value passed.
    history.replaceState(null, '', `${location.pathname}${query.size > 0 ? `?${query}` : ''}`);
    show();
  }

  filter.addEventListener('change', applyFilters);
  all?.addEventListener('click', () => {
    for (const select of selects) select.value = '';
    applyFilters();
    // The button is gone now, and the focus with it.
    selects[0]?.focus();
  });
  const query = new URLSearchParams(location.search);
  for (const select of selects) {
    select.value = query.get(select.name) ?? '';
    if (select.selectedIndex < 0) select.value = '';
  }
  show();
  filter.hidden = false;
  if (parts) parts.hidden = true;
}

const filter = part('filter');
if (filter) start(filter);

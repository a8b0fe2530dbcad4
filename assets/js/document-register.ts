const place = (name: string) => document.querySelector<HTMLElement>(`[data-register="${name}"]`);

/** Narrows the table to what is chosen; the address says what that is, so that it can be sent on. */
function start(filter: HTMLElement): void {
  const [count, table, parts] = ['count', 'rows', 'parts'].map(place);
  const rows = [...(table?.querySelectorAll<HTMLElement>('tbody tr') ?? [])];
  const selects = [...filter.querySelectorAll('select')];
  const whole = count?.textContent ?? '';

  function show(): void {
    const chosen = selects.filter(({ value }) => value);
    for (const row of rows) row.hidden = chosen.some(({ name, value }) => row.getAttribute(`data-${name}`) !== value);
    const shown = rows.filter(({ hidden }) => !hidden).length;
    if (table) table.hidden = shown === 0;
    if (!count) return;
    if (chosen.length === 0) count.textContent = whole;
    else if (shown === 0) count.textContent = 'Không có văn bản nào khớp với lựa chọn này.';
    else count.textContent = `${shown.toLocaleString('vi')} trong ${whole}`;
  }

  function changed(): void {
    const asked = new URLSearchParams();
    for (const { name, value } of selects) if (value) asked.set(name, value);
    // No step back for each choice: keys that run through a list would leave a trail of them.
    history.replaceState(null, '', `${location.pathname}${asked.size > 0 ? `?${asked}` : ''}`);
    show();
  }

  filter.addEventListener('change', changed);
  filter.querySelector('button')?.addEventListener('click', () => {
    for (const select of selects) select.value = '';
    changed();
  });
  const asked = new URLSearchParams(location.search);
  for (const select of selects) {
    select.value = asked.get(select.name) ?? '';
    if (select.selectedIndex < 0) select.value = '';
  }
  show();
  filter.hidden = false;
  if (parts) parts.hidden = true;
}

const filter = place('filter');
if (filter) start(filter);

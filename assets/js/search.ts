import type { Answer } from '#search/answer.ts';
import { arrowsLead } from './arrows-lead.ts';
import { askSearch, canSearch } from './ask-search.ts';
import { offerEngine } from './offer-engine.ts';
import { resultItem } from './search-result.ts';

const perPage = 10;
/** Milliseconds without a key after which what stands there is searched for, and after which its count is told. */
const [pause, longPause] = [200, 800];

const form = document.querySelector<HTMLFormElement>('form.search-page');
const place = (name: string) => document.querySelector<HTMLElement>(`[data-search="${name}"]`);
const [results, count, told, more, browse] = ['results', 'count', 'told', 'more', 'browse'].map(place);

function start(page: HTMLFormElement): void {
  const base = page.dataset['base'] ?? '';
  const typed = page.elements.namedItem('q') as HTMLInputElement;
  const select = (name: string) => page.elements.namedItem(name) as HTMLSelectElement;
  const [category, year] = [select('chuyen-muc'), select('nam')] as const;
  const fields = [typed, category, year];
  let shown = perPage;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let telling: ReturnType<typeof setTimeout> | undefined;
  let searched = '';

  /** What is looked for stands behind the #, which browsers keep to themselves. */
  function address(): string {
    const asked = new URLSearchParams();
    for (const { name, value } of fields) if (value.trim()) asked.set(name, value.trim());
    return location.pathname + (`${asked}` && `#${asked}`);
  }

  /** Takes up what the address says; false where it names a place of the page. */
  function read(): boolean {
    const asked = new URLSearchParams(location.hash.slice(1) || location.search);
    if (`${asked}` && !fields.some(({ name }) => asked.has(name))) return false;
    typed.value = (asked.get(typed.name) ?? '').slice(0, typed.maxLength);
    for (const each of [category, year]) {
      each.value = asked.get(each.name) ?? '';
      if (each.selectedIndex < 0) each.selectedIndex = 0;
    }
    return true;
  }

  function say(sentence: string): void {
    if (count) count.textContent = sentence;
    clearTimeout(telling);
    telling = setTimeout(() => {
      if (told) told.textContent = count?.textContent ?? '';
    }, longPause);
  }

  function show(answer: Answer | undefined): void {
    results?.removeAttribute('aria-busy');
    results?.replaceChildren(...(answer?.results ?? []).map((result) => resultItem(result, base)));
    if (more) more.hidden = !answer || answer.total <= answer.results.length;
    if (browse) browse.hidden = (answer?.total ?? 0) > 0;
    if (!answer) say('');
    else if (answer.total > 0) say(`${answer.total.toLocaleString('vi')} kết quả`);
    else showNothing(answer.suggestion);
  }

  function showNothing(suggestion: string | undefined): void {
    const found = `Không tìm thấy “${typed.value.trim()}”`;
    say(`${found}${category.value || year.value ? ' trong phần đã chọn' : ''}.`);
    if (!suggestion) return;
    const link = document.createElement('a');
    link.href = `#q=${encodeURIComponent(suggestion)}`;
    link.textContent = suggestion;
    link.addEventListener('click', () => count?.focus());
    count?.append(' Có phải bạn tìm: ', link, '?');
  }

  async function searchNow(typing = false): Promise<void> {
    clearTimeout(waiting);
    const asked = address();
    searched = asked;
    if (!typed.value.trim()) return show(undefined);
    results?.setAttribute('aria-busy', 'true');
    const filter = { category: category.value, year: year.value };
    const answer = await askSearch({ typed: typed.value, count: shown, filter, suggest: true }).catch(() => undefined);
    // The field may have been emptied meanwhile, which asks nothing.
    if (asked !== searched) return;
    results?.removeAttribute('aria-busy');
    if (!answer) showFailure();
    // Half a word finds nothing: what was found before it stays until the reader pauses.
    else if (typing && answer.total === 0) waiting = setTimeout(() => show(answer), longPause);
    else show(answer);
    if (!typing) bringIntoView();
  }

  /** On a phone what was found begins below what is seen: the form then goes to the top. */
  function bringIntoView(): void {
    const first = results?.firstElementChild ?? count;
    if (first && first.getBoundingClientRect().bottom > innerHeight) page.scrollIntoView();
  }

  /** Where only more of what is there could not be fetched, what is there stays. */
  function showFailure(): void {
    if (shown === perPage) show(undefined);
    say('Chưa tải được dữ liệu tìm kiếm. Xin kiểm tra mạng rồi thử lại.');
  }

  /** Searches for what stands there now; what was only typed on the way to it is no step back. */
  function changed(step: 'push' | 'replace'): void {
    const now = address();
    if (now !== searched) shown = perPage;
    if (now !== location.pathname + location.hash) history[`${step}State`](null, '', now);
    searchNow(step === 'replace');
  }

  typed.addEventListener('input', () => {
    if (typed.value.endsWith(' ') && address() === searched) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => changed('replace'), typed.value.endsWith(' ') ? 0 : pause);
  });
  for (const each of [category, year]) each.addEventListener('change', () => changed('push'));
  page.addEventListener('submit', (event) => {
    event.preventDefault();
    changed('push');
  });
  addEventListener('popstate', () => {
    if (!read()) return;
    shown = perPage;
    searchNow();
  });
  more?.addEventListener('click', async () => {
    const next = results?.childElementCount ?? 0;
    shown = next + perPage;
    await searchNow();
    results?.querySelectorAll('a')[next]?.focus();
  });
  arrowsLead(() => [typed, ...(results?.querySelectorAll('a') ?? [])]);

  for (const each of document.querySelectorAll<HTMLElement>('[data-search="script"]')) each.hidden = false;
  read();
  // A search engine, or a page whose script had not come yet, may have sent it in the query.
  if (location.search) history.replaceState(null, '', address());
  if (typed.value.trim()) searchNow();
  else typed.addEventListener('focus', () => askSearch({ typed: '', count: 0 }).catch(() => {}), { once: true });
}

if (form && canSearch) start(form);
else offerEngine();

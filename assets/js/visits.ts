/** The counter's response; for a GET request `pages` has the views. */
interface CounterResponse {
  readonly total?: number;
  readonly today?: number;
  readonly views?: number;
  readonly pages?: Readonly<Record<string, number>>;
}

const path = location.pathname;

/** Properties that TypeScript's DOM types lack. */
const client: { doNotTrack?: string | null; globalPrivacyControl?: boolean; webdriver?: boolean } = navigator;

function fetchCounter(address: string, init?: RequestInit): Promise<Response> {
  return fetch(`/api/count/v1/${address}`, { credentials: 'omit', ...init });
}

function once(event: string): Promise<unknown> {
  return new Promise((resolve) => document.addEventListener(event, resolve, { once: true }));
}

async function showVisits(): Promise<void> {
  if ('prerendering' in document && document.prerendering) await once('prerenderingchange');
  while (document.hidden) await once('visibilitychange');

  const [entry] = performance.getEntriesByType('navigation');
  const isRevisit = entry && 'type' in entry && entry.type !== 'navigate';
  let response: Response | undefined;
  const isCounted = !('uncounted' in document.documentElement.dataset);
  if (isCounted && !isRevisit && client.doNotTrack !== '1' && !client.globalPrivacyControl && !client.webdriver)
    response = await fetchCounter('hit', { method: 'POST', body: path, keepalive: true });
  // 404: the counter does not count this page; the totals are available nevertheless.
  if (!response || response.status === 404) response = await fetchCounter(`?p=${encodeURIComponent(path)}`);
  if (!response.ok) return;

  const counts: CounterResponse = await response.json();
  const values = { views: counts.pages?.[path], ...counts };
  for (const element of document.querySelectorAll<HTMLDataElement>('[data-count]')) {
    const number = values[element.dataset['count'] as 'total'] ?? -1;
    if (number < Number(element.dataset['from'])) continue;
    element.value = String(number);
    element.textContent = element.textContent.replace(/\S+/, number.toLocaleString('vi'));
  }
}

// Without the counter the page stays as it is.
showVisits().catch(() => {});

/** What the counter answers; on a read `pages` holds the views. */
interface Counted {
  readonly total?: number;
  readonly today?: number;
  readonly views?: number;
  readonly pages?: Readonly<Record<string, number>>;
}

const path = location.pathname;

/** What browsers tell that the types do not know everywhere. */
const reader: { doNotTrack?: string | null; globalPrivacyControl?: boolean; webdriver?: boolean } = navigator;

function ask(address: string, how?: RequestInit): Promise<Response> {
  return fetch(`/api/count/v1/${address}`, { credentials: 'omit', ...how });
}

function next(event: string): Promise<unknown> {
  return new Promise((done) => document.addEventListener(event, done, { once: true }));
}

async function showVisits(): Promise<void> {
  if ('prerendering' in document && document.prerendering) await next('prerenderingchange');
  while (document.hidden) await next('visibilitychange');

  const [entry] = performance.getEntriesByType('navigation');
  const again = entry && 'type' in entry && entry.type !== 'navigate';
  let answer: Response | undefined;
  const counts = !('uncounted' in document.documentElement.dataset);
  if (counts && !again && reader.doNotTrack !== '1' && !reader.globalPrivacyControl && !reader.webdriver)
    answer = await ask('hit', { method: 'POST', body: path, keepalive: true });
  // 404: the counter does not count this page, and has its totals all the same.
  if (!answer || answer.status === 404) answer = await ask(`?p=${encodeURIComponent(path)}`);
  if (!answer.ok) return;

  const counted: Counted = await answer.json();
  const shown = { views: counted.pages?.[path], ...counted };
  for (const place of document.querySelectorAll<HTMLDataElement>('[data-count]')) {
    const number = shown[place.dataset['count'] as 'total'];
    if (number === undefined || number < Number(place.value)) continue;
    place.value = String(number);
    place.textContent = place.textContent.replace(/\S+/, number.toLocaleString('vi'));
  }
}

// Without the counter the page stays as it is.
showVisits().catch(() => {});

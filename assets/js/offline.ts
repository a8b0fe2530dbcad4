/** The Network Information API, which some browsers lack. */
const client: { readonly connection?: { readonly saveData?: boolean } } & Navigator = navigator;

function savesData(): boolean {
  return client.connection?.saveData === true || matchMedia('(prefers-reduced-data: reduce)').matches;
}

async function registerWorker({ serviceWorker }: Navigator): Promise<void> {
  // On a first page there is no worker yet: the latest pages wait until the reader opens a second one.
  const wanted = serviceWorker.controller ? 'latest' : 'offline page';
  const requestPages = async () => {
    const { active } = await serviceWorker.ready;
    active?.postMessage(savesData() ? 'this page' : wanted);
  };
  // A new worker has a new list of articles.
  serviceWorker.addEventListener('controllerchange', requestPages);
  await serviceWorker.register(new URL('sw.js', import.meta.url), { updateViaCache: 'none' });
  await requestPages();
}

/** Milliseconds after which an action no longer waits until the browser is idle. */
const longestWait = 3000;

/** Runs an action when the browser has nothing else to do; Safari cannot tell. */
function whenIdle(action: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(action, { timeout: longestWait });
  else setTimeout(action, longestWait);
}

// Only https and localhost have service workers.
if ('serviceWorker' in navigator)
  addEventListener('load', () => whenIdle(() => registerWorker(navigator).catch(() => {})));

/** The Network Information API, which some browsers lack. */
const client: { readonly connection?: { readonly saveData?: boolean } } & Navigator = navigator;

async function registerWorker({ serviceWorker }: Navigator): Promise<void> {
  const requestPrefetch = async () => {
    const { active } = await serviceWorker.ready;
    active?.postMessage(client.connection?.saveData ? 'this page' : 'latest');
  };
  // A new worker has a new list of articles.
  serviceWorker.addEventListener('controllerchange', requestPrefetch);
  await serviceWorker.register(new URL('sw.js', import.meta.url), { updateViaCache: 'none' });
  await requestPrefetch();
}

// Only https and localhost have service workers. Caching waits until the page itself is loaded.
if ('serviceWorker' in navigator) addEventListener('load', () => registerWorker(navigator).catch(() => {}));

/** What a browser tells of its network, where it does. */
const reader: { readonly connection?: { readonly saveData?: boolean } } & Navigator = navigator;

async function keepForOffline({ serviceWorker }: Navigator): Promise<void> {
  const keepAhead = async () => {
    const { active } = await serviceWorker.ready;
    active?.postMessage(reader.connection?.saveData ? 'this page' : 'latest');
  };
  // A new worker knows other articles.
  serviceWorker.addEventListener('controllerchange', keepAhead);
  await serviceWorker.register(new URL('sw.js', import.meta.url), { updateViaCache: 'none' });
  await keepAhead();
}

// Only https and localhost have it. What is kept is for later: the page at hand comes first, and does without it.
if ('serviceWorker' in navigator) addEventListener('load', () => keepForOffline(navigator).catch(() => {}));

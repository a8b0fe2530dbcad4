import { isStoreOf } from './stores.ts';
import { workerScope } from './worker-scope.ts';

// What stands at /sw.js where the site keeps nothing: it takes the place of the worker a reader had, and goes with all it kept.
const { registration } = workerScope;

async function leave(): Promise<void> {
  for (const name of await caches.keys()) if (isStoreOf(registration.scope, name)) await caches.delete(name);
  await registration.unregister();
}

workerScope.addEventListener('install', (event) => event.waitUntil(workerScope.skipWaiting()));
workerScope.addEventListener('activate', (event) => event.waitUntil(leave()));

import { isCacheOfSite } from './cache-name.ts';
import { workerScope } from './worker-scope.ts';

// The /sw.js of a site without offline pages: replaces a reader's earlier worker, deletes its caches and unregisters.
const { registration } = workerScope;

async function removeWorker(): Promise<void> {
  for (const name of await caches.keys()) if (isCacheOfSite(registration.scope, name)) await caches.delete(name);
  await registration.unregister();
}

workerScope.addEventListener('install', (event) => event.waitUntil(workerScope.skipWaiting()));
workerScope.addEventListener('activate', (event) => event.waitUntil(removeWorker()));

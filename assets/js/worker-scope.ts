/** An event of a service worker, which goes on until what it waits for is done. */
export interface WorkerEvent extends Event {
  waitUntil(done: Promise<unknown>): void;
}

/** A request of a page; the answer to it may be on its way already. */
export interface FetchEvent extends WorkerEvent {
  readonly request: Request;
  readonly preloadResponse?: Promise<Response | undefined>;
  respondWith(answer: Promise<Response>): void;
}

/** What a page says to its worker. */
export interface PageMessage extends WorkerEvent {
  readonly data: unknown;
  readonly source: { readonly url: string } | null;
}

interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', listener: (event: PageMessage) => void): void;
}

/** What a service worker finds around it: TypeScript knows it only in place of what a page finds. */
export const workerScope = globalThis as unknown as WorkerScope;

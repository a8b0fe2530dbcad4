import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';

/** Connects to the browser that all test files share: to start one takes seconds. Undefined where no browser starts. */
export async function connectBrowser(): Promise<Browser | undefined> {
  const endpoint = inject('browserEndpoint');
  return endpoint ? chromium.connect(endpoint) : undefined;
}

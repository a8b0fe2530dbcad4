import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** expect.poll with a timeout for the search worker. */
export const eventually: typeof expect.poll = (read) => expect.poll(read, { timeout: 10_000 });

/** The search field of the search page. */
export const field = (page: Page) => page.getByRole('main').getByRole('searchbox');

/** The text of the result count. */
export const count = (page: Page) => page.locator('.search-count').innerText();

/** Waits for the first result. */
export const found = (page: Page) => page.locator('.search-results li').first().waitFor();

/** The title of the first result. */
export const firstTitle = (page: Page) => page.locator('.search-results a').first().innerText();

import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What a page shows once its worker answered. */
export const eventually: typeof expect.poll = (read) => expect.poll(read, { timeout: 10_000 });

/** The field of the search page. */
export const field = (page: Page) => page.getByRole('main').getByRole('searchbox');

/** The line that says how many there are. */
export const count = (page: Page) => page.locator('.search-count').innerText();

/** Waits until something was found. */
export const found = (page: Page) => page.locator('.search-results li').first().waitFor();

/** What was found first. */
export const firstTitle = (page: Page) => page.locator('.search-results a').first().innerText();

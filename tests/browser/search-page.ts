import type { Page } from 'playwright-core';

/** The search field of the search page. */
export const searchField = (page: Page) => page.getByRole('main').getByRole('searchbox');

/** The text of the result count. */
export const resultCount = (page: Page) => page.locator('.search-count').innerText();

/** Waits for the first result. */
export const waitForResults = (page: Page) => page.locator('.search-results li').first().waitFor();

/** The title of the first result. */
export const firstResultTitle = (page: Page) => page.locator('.search-results a').first().innerText();

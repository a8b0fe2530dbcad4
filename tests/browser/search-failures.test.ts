import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage } from './open-page.ts';
import { openServedSites } from './open-served-sites.ts';
import { firstResultTitle, resultCount, searchField, waitForResults } from './search-page.ts';

const { newsroomOrigin, sharedBrowser } = await openServedSites();

const searchPage = `${newsroomOrigin}/tim-kiem/`;
const indexFiles = '**/tim-kiem/muc-luc/**';
const results = (page: Page) => page.locator('.search-results li');
const more = (page: Page) => page.getByRole('button', { name: 'Xem thêm kết quả' });

/** Opens the search page after running code before its scripts and before the worker's script. */
async function openAfter(inPage: string, inWorker: string, hash = ''): Promise<Page> {
  const { page } = await openPage(sharedBrowser, 'about:blank');
  await page.addInitScript(inPage);
  await page.route('**/tim-kiem-tho.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${inWorker};${await response.text()}` });
  });
  await page.goto(searchPage + hash);
  return page;
}

describe.runIf(sharedBrowser)('a reader who searches under adverse conditions', () => {
  test('gets a message when the index cannot be fetched, and can try again', async () => {
    const { page } = await openPage(sharedBrowser, searchPage);
    await page.context().setOffline(true);
    await searchField(page).fill('đại hội');
    await expect.poll(() => resultCount(page)).toBe('Chưa tải được dữ liệu tìm kiếm. Xin kiểm tra mạng rồi thử lại.');
    await page.context().setOffline(false);
    await page.keyboard.press('Enter');
    await waitForResults(page);
    await page.context().close();
  });

  test('keeps the results when the next ten cannot be fetched, and can try again', async () => {
    const { page } = await openPage(sharedBrowser, `${searchPage}?q=hội`);
    await waitForResults(page);
    await page.context().setOffline(true);
    await more(page).click();
    await expect.poll(() => resultCount(page)).toContain('Chưa tải được');
    expect(await results(page).count()).toBe(10);
    await page.context().setOffline(false);
    await more(page).click();
    await expect.poll(() => results(page).count()).toBe(20);
    await page.context().close();
  });

  test('does not get the results of a pending query after clearing the field', async () => {
    const { page } = await openPage(sharedBrowser, searchPage);
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(indexFiles, async (route) => {
      await released;
      await route.continue();
    });
    await searchField(page).fill('đại hội');
    const request = page.waitForRequest(indexFiles);
    await page.keyboard.press('Enter');
    await request;
    await searchField(page).fill('');
    await page.waitForURL(searchPage);
    const answered = page.waitForResponse('**/nam-truoc/**');
    release();
    await answered;
    await page.waitForLoadState('networkidle');
    expect(await results(page).count()).toBe(0);
    expect(await page.locator('[aria-busy]').count()).toBe(0);
    expect(await page.getByRole('heading', { name: 'Hoặc xem theo mục' }).isVisible()).toBe(true);
    await page.context().close();
  });

  test('in a browser of 2023 gets results, corrections and a URL to share', async () => {
    const deleteNewMethods =
      'for (const name of ["toSorted", "toReversed", "toSpliced", "with"]) delete Array.prototype[name];' +
      'delete Map.groupBy; delete Object.groupBy';
    const page = await openAfter(`${deleteNewMethods}; delete URLSearchParams.prototype.size`, deleteNewMethods);
    await searchField(page).fill('vườn thụcc vật');
    await page.getByRole('main').getByRole('link', { name: 'Tìm đúng “vườn thụcc vật”' }).waitFor();
    await waitForResults(page);
    await searchField(page).fill('ddaij hooij');
    await expect.poll(() => firstResultTitle(page)).toContain('Đại hội');
    await page.waitForURL(`${searchPage}#q=**`);
    await page.context().close();
  });

  test('in a browser that cannot decompress the index is offered a public search engine with the query', async () => {
    const page = await openAfter('delete globalThis.DecompressionStream', '', '#q=đại+hội');
    const form = page.getByRole('main').getByRole('search');
    await form.getByRole('button', { name: 'Tìm bằng Google' }).waitFor();
    expect(await form.count()).toBe(1);
    expect(await form.getByRole('searchbox').inputValue()).toBe('đại hội');
    await page.context().close();
  });

  test('gets results from the current index after leaving the page open for hours', async () => {
    const advanceClock = 'const clock = Date.now; let hours = 0; Date.now = () => clock() + 3600000 * hours++';
    const page = await openAfter('', advanceClock);
    const requestedFiles: string[] = [];
    page.on('request', (request) => requestedFiles.push(new URL(request.url()).pathname.replace(/^.*\//, '')));
    for (const typed of ['đại hội', 'vườn thực vật']) {
      requestedFiles.length = 0;
      await searchField(page).fill(typed);
      await page.keyboard.press('Enter');
      await expect.poll(() => firstResultTitle(page).then((title) => title.toLowerCase())).toContain(typed);
    }
    expect(requestedFiles).toContain('tong-the.bin');
    await page.context().close();
  });

  test('has the focus on the result count after going back to what was typed', async () => {
    const { page } = await openPage(sharedBrowser, `${searchPage}?q=vườn+thụcc+vật`);
    await expect.poll(() => page.getByRole('status').innerText()).toContain('Kết quả cho “vườn thực vật”: 1.');
    await page.getByRole('main').getByRole('link', { name: 'Tìm đúng “vườn thụcc vật”' }).press('Enter');
    await expect.poll(() => page.locator('.search-count:focus').innerText()).not.toContain('Kết quả cho');
    await page.context().close();
  });

  test('can use arrow keys normally at the list’s ends, with Shift and in an input method', async () => {
    const { page } = await openPage(sharedBrowser, `${searchPage}?q=vườn+thực+vật`);
    await waitForResults(page);
    await searchField(page).focus();
    const wasNotPrevented = (pressed: { key: string; isComposing?: boolean; shiftKey?: boolean }) =>
      page.evaluate((keys) => {
        const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...keys });
        return document.activeElement?.dispatchEvent(event);
      }, pressed);
    expect(await wasNotPrevented({ key: 'ArrowUp' })).toBe(true);
    expect(await wasNotPrevented({ key: 'ArrowDown', isComposing: true })).toBe(true);
    expect(await wasNotPrevented({ key: 'ArrowDown', shiftKey: true })).toBe(true);
    expect(await wasNotPrevented({ key: 'ArrowDown' })).toBe(false);
    expect(await wasNotPrevented({ key: 'ArrowDown' })).toBe(true);
    await page.context().close();
  });

  test('gets results for a URL with a query that is too long and an unknown year', async () => {
    const { page } = await openPage(sharedBrowser, `${searchPage}#q=${'a'.repeat(10_000)}&nam=1800`);
    await expect.poll(() => resultCount(page)).toBe(`Không tìm thấy “${'a'.repeat(200)}”.`);
    expect(await page.getByRole('combobox', { name: 'Năm' }).locator('option:checked').innerText()).toBe('Tất cả');
    await page.context().close();
  });

  test('without JavaScript can browse, or search this site with a public engine', async () => {
    const { page } = await openPage(sharedBrowser, `${searchPage}?q=dai+hoi`, { javaScript: false });
    expect(await page.getByRole('main').getByRole('link', { name: 'Lưu trữ theo năm và tháng' }).isVisible()).toBe(
      true,
    );
    const form = page.getByRole('main').getByRole('search');
    expect(await form.count()).toBe(1);
    await page.route('https://www.google.com/**', (route) => route.fulfill({ body: 'engine' }));
    await form.getByRole('searchbox').fill('đại hội');
    await form.getByRole('button').click();
    await page.waitForURL('https://www.google.com/search?**');
    const parameters = new URL(page.url()).searchParams;
    expect(parameters.get('q')).toBe('đại hội');
    expect(parameters.get('as_sitesearch')).toBeTruthy();
    await page.context().close();
  });
});

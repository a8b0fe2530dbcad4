import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage } from './open-page.ts';
import { count, eventually, field, firstTitle, found } from './search-reader.ts';
import { browser, newsroom } from './served-sites.ts';

const searchPage = `${newsroom}/tim-kiem/`;
const indexFiles = '**/tim-kiem/muc-luc/**';
const results = (page: Page) => page.locator('.search-results li');
const more = (page: Page) => page.getByRole('button', { name: 'Xem thêm kết quả' });

/** Opens the search page where something runs before its script, and before the worker's. */
async function openAfter(inPage: string, inWorker: string, hash = ''): Promise<Page> {
  const { page } = await openPage(browser, 'about:blank');
  await page.addInitScript(inPage);
  await page.route('**/tim-kiem-tho.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${inWorker};${await response.text()}` });
  });
  await page.goto(searchPage + hash);
  return page;
}

describe.runIf(browser)('a reader whom something hinders', () => {
  test('is told when the index cannot be fetched, and can try again', async () => {
    const { page } = await openPage(browser, searchPage);
    await page.context().setOffline(true);
    await field(page).fill('đại hội');
    await eventually(() => count(page)).toBe('Chưa tải được dữ liệu tìm kiếm. Xin kiểm tra mạng rồi thử lại.');
    await page.context().setOffline(false);
    await page.keyboard.press('Enter');
    await found(page);
    await page.context().close();
  });

  test('on the way to the next ten keeps what was found, and can try again', async () => {
    const { page } = await openPage(browser, `${searchPage}?q=hội`);
    await found(page);
    await page.context().setOffline(true);
    await more(page).click();
    await eventually(() => count(page)).toContain('Chưa tải được');
    expect(await results(page).count()).toBe(10);
    await page.context().setOffline(false);
    await more(page).click();
    await eventually(() => results(page).count()).toBe(20);
    await page.context().close();
  });

  test('who empties the field is not shown the answer that was under way', async () => {
    const { page } = await openPage(browser, searchPage);
    let arrive = () => {};
    const late = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route(indexFiles, async (route) => {
      await late;
      await route.continue();
    });
    await field(page).fill('đại hội');
    const asked = page.waitForRequest(indexFiles);
    await page.keyboard.press('Enter');
    await asked;
    await field(page).fill('');
    await page.waitForURL(searchPage);
    const answered = page.waitForResponse('**/nam-truoc/**');
    arrive();
    await answered;
    await page.waitForLoadState('networkidle');
    expect(await results(page).count()).toBe(0);
    expect(await page.locator('[aria-busy]').count()).toBe(0);
    expect(await page.getByRole('heading', { name: 'Hoặc xem theo mục' }).isVisible()).toBe(true);
    await page.context().close();
  });

  test('in a browser of 2023 finds, is understood and can send the address on', async () => {
    const newer = 'for (const name of ["toSorted", "toReversed", "toSpliced", "with"]) delete Array.prototype[name]';
    const page = await openAfter(`${newer}; delete URLSearchParams.prototype.size`, newer);
    await field(page).fill('vườn thụcc vật');
    await page.getByRole('main').getByRole('link', { name: 'vườn thực vật' }).click();
    await found(page);
    await field(page).fill('đại hội');
    await page.waitForURL(`${searchPage}#q=**`);
    await page.context().close();
  });

  test('in a browser that cannot read the index is offered the public engine, with what was typed', async () => {
    const page = await openAfter('delete globalThis.DecompressionStream', '', '#q=đại+hội');
    const form = page.getByRole('main').getByRole('search');
    await form.getByRole('button', { name: 'Tìm bằng Google' }).waitFor();
    expect(await form.count()).toBe(1);
    expect(await form.getByRole('searchbox').inputValue()).toBe('đại hội');
    await page.context().close();
  });

  test('who leaves the page open for hours is answered from what the site holds now', async () => {
    const hourly = 'const clock = Date.now; let hours = 0; Date.now = () => clock() + 3600000 * hours++';
    const page = await openAfter('', hourly);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname.replace(/^.*\//, '')));
    for (const typed of ['đại hội', 'vườn thực vật']) {
      asked.length = 0;
      await field(page).fill(typed);
      await page.keyboard.press('Enter');
      await eventually(() => firstTitle(page).then((title) => title.toLowerCase())).toContain(typed);
    }
    expect(asked).toContain('tong-the.bin');
    await page.context().close();
  });

  test('who follows what was meant stands at what is told of it, and hears of it', async () => {
    const { page } = await openPage(browser, `${searchPage}?q=vườn+thụcc+vật`);
    await eventually(() => page.getByRole('status').innerText()).toContain('Có phải bạn tìm: vườn thực vật?');
    await page.getByRole('main').getByRole('link', { name: 'vườn thực vật' }).press('Enter');
    await found(page);
    expect(await page.locator('.search-count:focus').innerText()).toBe('1 kết quả');
    await page.context().close();
  });

  test('keeps the arrow keys where they lead nowhere, mark a stretch, or choose what an input method offers', async () => {
    const { page } = await openPage(browser, `${searchPage}?q=vườn+thực+vật`);
    await found(page);
    await field(page).focus();
    const kept = (pressed: { key: string; isComposing?: boolean; shiftKey?: boolean }) =>
      page.evaluate((keys) => {
        const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...keys });
        return document.activeElement?.dispatchEvent(event);
      }, pressed);
    expect(await kept({ key: 'ArrowUp' })).toBe(true);
    expect(await kept({ key: 'ArrowDown', isComposing: true })).toBe(true);
    expect(await kept({ key: 'ArrowDown', shiftKey: true })).toBe(true);
    expect(await kept({ key: 'ArrowDown' })).toBe(false);
    expect(await kept({ key: 'ArrowDown' })).toBe(true);
    await page.context().close();
  });

  test('sent an address of too many letters, or of a year that is not there, finds with what fits the page', async () => {
    const { page } = await openPage(browser, `${searchPage}#q=${'a'.repeat(10_000)}&nam=1800`);
    await eventually(() => count(page)).toBe(`Không tìm thấy “${'a'.repeat(200)}”.`);
    expect(await page.getByRole('combobox', { name: 'Năm' }).locator('option:checked').innerText()).toBe('Tất cả');
    await page.context().close();
  });

  test('without script browses, or asks a public engine within this site', async () => {
    const { page } = await openPage(browser, `${searchPage}?q=dai+hoi`, { script: false });
    expect(await page.getByRole('main').getByRole('link', { name: 'Lưu trữ theo năm và tháng' }).isVisible()).toBe(
      true,
    );
    const form = page.getByRole('main').getByRole('search');
    expect(await form.count()).toBe(1);
    await page.route('https://www.google.com/**', (route) => route.fulfill({ body: 'engine' }));
    await form.getByRole('searchbox').fill('đại hội');
    await form.getByRole('button').click();
    await page.waitForURL('https://www.google.com/search?**');
    const asked = new URL(page.url()).searchParams;
    expect(asked.get('q')).toBe('đại hội');
    expect(asked.get('as_sitesearch')).toBeTruthy();
    await page.context().close();
  });
});

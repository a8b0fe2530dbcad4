import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { serveFolder } from '#bench/browser/serve-folder.ts';
import { projectRoot } from '#site/settings.ts';
import { openPage } from './open-page.ts';
import { openServedSites } from './open-served-sites.ts';
import { firstResultTitle, resultCount, searchField, waitForResults } from './search-page.ts';

const { newsroomOrigin, sharedBrowser } = await openServedSites();

const searchPage = `${newsroomOrigin}/tim-kiem/`;

describe.runIf(sharedBrowser)('a reader who searches', () => {
  test('gets results while typing without marks, and the URL has the query', async () => {
    const { page, reports } = await openPage(sharedBrowser, searchPage);
    await searchField(page).pressSequentially('bao ton giong lua');
    await waitForResults(page);
    await page.waitForURL(`${searchPage}#q=bao+ton+giong+lua`);
    await expect.poll(() => firstResultTitle(page)).toBe('Góp ý phương án bảo tồn giống lúa cổ của tỉnh');
    await expect.poll(() => page.locator('.search-results mark').first().innerText()).toBe('bảo tồn giống lúa');
    expect(reports).toEqual([]);
    await page.context().close();
  });

  test('can search from the masthead of any page and go back through the queries', async () => {
    const { page } = await openPage(sharedBrowser, `${newsroomOrigin}/lien-he/`, { width: 1440 });
    await page.getByRole('searchbox', { name: 'Tìm bài viết, văn bản' }).fill('đại hội');
    await page.keyboard.press('Enter');
    await waitForResults(page);
    const first = await firstResultTitle(page);
    await searchField(page).fill('vườn thực vật');
    await page.keyboard.press('Enter');
    await expect.poll(() => firstResultTitle(page)).not.toBe(first);
    await page.goBack();
    await expect.poll(() => firstResultTitle(page)).toBe(first);
    expect(await searchField(page).inputValue()).toBe('đại hội');
    await page.goBack();
    expect(page.url()).toBe(`${newsroomOrigin}/lien-he/`);
    await page.context().close();
  });

  test('on a phone sees the first result, from the masthead and from the page', async () => {
    const { page } = await openPage(sharedBrowser, `${newsroomOrigin}/lien-he/`, { width: 320 });
    const first = page.locator('.search-results a').first();
    const isFirstVisible = () => first.evaluate((link) => link.getBoundingClientRect().bottom < innerHeight);
    await page.getByRole('banner').getByRole('link', { name: 'Tìm', exact: true }).click();
    await searchField(page).fill('đại hội');
    await page.keyboard.press('Enter');
    await expect.poll(isFirstVisible).toBe(true);
    await searchField(page).fill('vườn thực vật');
    await page.keyboard.press('Enter');
    await expect.poll(isFirstVisible).toBe(true);
    await page.context().close();
  });

  test('can filter by category and year, and gets a URL to share', async () => {
    const { page } = await openPage(sharedBrowser, `${searchPage}?q=hoi`);
    await waitForResults(page);
    const totalCount = await resultCount(page);
    await page.getByRole('combobox', { name: 'Chuyên mục' }).selectOption('Tư vấn - phản biện');
    await expect.poll(() => resultCount(page)).not.toBe(totalCount);
    const categoryCount = await resultCount(page);
    await page.getByRole('combobox', { name: 'Năm' }).selectOption('2021');
    await expect.poll(() => resultCount(page)).not.toBe(categoryCount);
    const filteredCount = await resultCount(page);
    for (const meta of await page.locator('.search-results .meta').allInnerTexts())
      expect(meta).toMatch(/^Tư vấn - phản biện \d\d\/\d\d\/2021$/);
    const { page: other } = await openPage(sharedBrowser, page.url());
    await waitForResults(other);
    expect(await resultCount(other)).toBe(filteredCount);
    await Promise.all([page, other].map((opened) => opened.context().close()));
  });

  test('searches questions alone from their list, and is offered the filter of a year that was typed', async () => {
    const { page } = await openPage(sharedBrowser, `${newsroomOrigin}/hoi-dap/`);
    await page.getByRole('searchbox', { name: 'Tìm trong các câu hỏi' }).fill('hội thi');
    await page.keyboard.press('Enter');
    await waitForResults(page);
    expect(new URL(page.url()).search).toBe('');
    expect(await firstResultTitle(page)).toBe('Học sinh có được dự Hội thi Sáng tạo kỹ thuật không?');
    for (const meta of await page.locator('.search-results .meta').allInnerTexts()) expect(meta).toMatch(/^Hỏi & đáp/);
    await page.goto(`${searchPage}#q=văn+bản+2024`);
    await page.getByRole('link', { name: 'Văn bản năm 2024' }).click();
    await expect.poll(() => firstResultTitle(page)).toBe('Quy chế mượn dụng cụ đo');
    await page.goto(`${searchPage}?q=điều+lệ`);
    await expect.poll(() => page.locator('.search-note').innerText()).toContain('Không có nguyên cụm “điều lệ”');
    await page.context().close();
  });

  test('moves through the results with the arrow keys and to the next ten', async () => {
    const { page } = await openPage(sharedBrowser, `${searchPage}?q=hội`);
    await waitForResults(page);
    await searchField(page).focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp']) await page.keyboard.press(key);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(await firstResultTitle(page));
    await page.getByRole('button', { name: 'Xem thêm kết quả' }).click();
    await expect.poll(() => page.locator('.search-results li').count()).toBe(20);
    expect(await page.locator('.search-results li').nth(10).locator('a:focus').count()).toBe(1);
    await page.context().close();
  });

  test('finds the next ten too, and the place among them, after going back from one of them', async () => {
    const { page } = await openPage(sharedBrowser, `${searchPage}#q=hội`);
    await waitForResults(page);
    await page.getByRole('button', { name: 'Xem thêm kết quả' }).click();
    const opened = page.locator('.search-results a').nth(15);
    await opened.click();
    await page.waitForURL((url) => !url.href.startsWith(searchPage));
    await page.goBack();
    await expect.poll(() => page.locator('.search-results li').count()).toBe(20);
    await expect
      .poll(() => opened.evaluate((link) => link.getBoundingClientRect().top))
      .toSatisfy((top: number) => top >= 0 && top < 800);
    await searchField(page).fill('đại hội');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.search-results li').count()).toBeLessThanOrEqual(10);
    await page.context().close();
  });

  test('keeps the focus when the results change under it', async () => {
    const { page } = await openPage(sharedBrowser, `${searchPage}?q=hội`);
    await waitForResults(page);
    /** What has the focus before and after the results change, which starts on the first result. */
    const focusOver = async (text: string) => {
      const first = await page.evaluate((typed) => {
        const field = document.querySelector<HTMLInputElement>('main input[type="search"]');
        if (field) field.value = typed;
        field?.dispatchEvent(new InputEvent('input', { bubbles: true }));
        const link = document.querySelector<HTMLElement>('.search-results a');
        link?.focus();
        link?.setAttribute('data-before', '');
        return link?.getAttribute('href');
      }, text);
      await expect.poll(() => page.locator('[data-before]').count()).toBe(0);
      const isKept = await page.locator(`.search-results a[href="${first}"]`).count();
      const isOn = (selector: string) => page.evaluate((query) => document.activeElement?.matches(query), selector);
      return isKept ? await isOn(`.search-results a[href="${first}"]`) : (await isOn('main input')) && 'in the field';
    };
    expect(await focusOver('vườn thực vật')).toBe('in the field');
    expect(await focusOver('vườn thực vật học đường')).toBe(true);
    await page.context().close();
  });

  test('hears the result count after a pause, not at every key', async () => {
    const { page } = await openPage(sharedBrowser, searchPage);
    await page.evaluate(() => {
      const announcements: string[] = [];
      Object.assign(globalThis, { announcements });
      const status = document.querySelector('[role=status]');
      if (status)
        new MutationObserver(() => announcements.push(status.textContent ?? '')).observe(status, { childList: true });
    });
    await searchField(page).pressSequentially('đại hội đại biểu');
    await expect.poll(() => page.getByRole('status').innerText()).toMatch(/^\d+ kết quả$/);
    expect(await page.evaluate('announcements.length')).toBe(1);
    await page.context().close();
  });

  test('gets links to browse where nothing is found', async () => {
    const { page } = await openPage(sharedBrowser, `${searchPage}?q=zzqqxx`);
    await expect.poll(() => resultCount(page)).toContain('Không tìm thấy “zzqqxx”');
    expect(await page.getByRole('main').getByRole('link', { name: 'Tin tức - sự kiện' }).isVisible()).toBe(true);
    await page.context().close();
  });

  test('gets the results of the query that was meant, and a way back to the one that was typed', async () => {
    const { page } = await openPage(sharedBrowser, `${searchPage}?q=vuwown+thụcc+vật`);
    await expect.poll(() => resultCount(page)).toContain('Kết quả cho “vườn thực vật”: ');
    expect(await firstResultTitle(page)).toBe('Khánh thành vườn thực vật học đường tại huyện Ví Dụ');
    await expect.poll(() => page.getByRole('status').innerText()).toContain('Kết quả cho “vườn thực vật”');
    const back = page.getByRole('link', { name: 'Tìm đúng “vuwown thụcc vật”' });
    await back.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => resultCount(page)).not.toContain('Kết quả cho');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('search-count');
    expect(await searchField(page).inputValue()).toBe('vuwown thụcc vật');
    await page.goBack();
    await expect.poll(() => resultCount(page)).toContain('Kết quả cho “vườn thực vật”');
    await searchField(page).fill('thổ nhưỡn');
    await expect.poll(() => firstResultTitle(page)).toBe('Bàn giao bản đồ thổ nhưỡng số cho bốn xã huyện Thử Nghiệm');
    await page.context().close();
  });

  test('sends no part of the query over the network, from any page', async () => {
    const { page } = await openPage(sharedBrowser, `${newsroomOrigin}/lien-he/`, { width: 1440 });
    await page.getByRole('searchbox').fill('thủy sản');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(`${request.url()} ${request.postData() ?? ''}`));
    await page.keyboard.press('Enter');
    await waitForResults(page);
    expect(page.url()).toBe(`${searchPage}#q=${encodeURIComponent('thủy')}+${encodeURIComponent('sản')}`);
    await searchField(page).pressSequentially(' nhiệm kỳ');
    await expect.poll(() => page.url()).toContain(encodeURIComponent('kỳ'));
    await waitForResults(page);
    expect(requests.length).toBeGreaterThan(1);
    for (const request of requests) expect(decodeURIComponent(request)).not.toMatch(/thủy|nhiệm|#|[?&]q=/);
    await page.context().close();
  });

  test('gets results without accessibility violations, light and dark', async () => {
    const axe = readFileSync(join(projectRoot, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');
    for (const dark of [false, true]) {
      const { page } = await openPage(sharedBrowser, `${searchPage}?q=dai+hoi`, { dark, width: 320 });
      await waitForResults(page);
      await page.evaluate(axe);
      expect(
        await page.evaluate(
          'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + nodes[0].html))',
        ),
      ).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      await page.context().close();
    }
  });
});

describe.runIf(sharedBrowser)('a wrong address', () => {
  test.each([
    ['/bai-viet/vuon-thuc-vat-hoc-duong/', 'Khánh thành vườn thực vật học đường tại huyện Ví Dụ'],
    ['/tin-cu/gop-y-phuong-an-bao-ton-giong-lua.html', 'Góp ý phương án bảo tồn giống lúa cổ của tỉnh'],
    ['/bai-viet/khanh-thanh-vuon-thuc-vatt-hoc-duong', 'Khánh thành vườn thực vật học đường tại huyện Ví Dụ'],
  ])('%s suggests the most similar page', async (address, title) => {
    const { page, reports } = await openPage(sharedBrowser, newsroomOrigin + address);
    await waitForResults(page);
    expect(await firstResultTitle(page)).toBe(title);
    expect(reports).toEqual([]);
    await page.context().close();
  });

  test('without a similar page gives the usual 404 page', async () => {
    const { page } = await openPage(sharedBrowser, `${newsroomOrigin}/qwxz-zzz/`);
    await page.waitForLoadState('networkidle');
    expect(await page.locator('#gan-giong').isVisible()).toBe(false);
    await page.context().close();
  });
});

test.runIf(sharedBrowser)('search works on a site with one article', async () => {
  const { origin, close } = await serveFolder(inject('unionDir'));
  const { page } = await openPage(sharedBrowser, `${origin}/tim-kiem/?q=doanh+nghiep`);
  await waitForResults(page);
  await page.context().close();
  await close();
});

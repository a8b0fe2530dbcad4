import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fullArticle, pageKinds } from '#bench/browser/page-kinds.ts';
import { accessibilityFaults } from './accessibility-faults.ts';
import { openPage, type Reader } from './open-page.ts';
import { browser, everyState, newsroom } from './served-sites.ts';
import { finish, said, setVoices, stubVoices } from './stubbed-voices.ts';

const tool = '/doc-bai.js';
const bar = (page: Page) => page.getByRole('group', { name: 'Nghe bài' });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).press('Enter');
const lastSaid = async (page: Page) => (await said(page)).at(-1);

/** An article in a browser with a Vietnamese voice. */
async function openArticle(url = newsroom + pageKinds.article, reader: Reader = {}) {
  const opened = await openPage(browser, newsroom, reader);
  await stubVoices(opened.page, ['en-US', 'vi-VN']);
  await opened.page.goto(url);
  return opened;
}

/** The words that are marked on the page. */
function marked(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...CSS.highlights.values()].flatMap((highlight) => [...highlight].map((range) => String(range))),
  );
}

describe.runIf(browser)('an article read aloud', () => {
  test.each([
    [['en-US', 'fr-FR'], 'hidden'],
    [['vi_VN'], 'visible'],
  ] as const)('is offered where the browser speaks Vietnamese: %j → %s', async (voices, state) => {
    const { page } = await openPage(browser, newsroom);
    await stubVoices(page, voices);
    await page.goto(newsroom + pageKinds.article);
    await page.locator('[data-listen]').waitFor({ state });
    await page.context().close();
  });

  test('is offered when the voice comes late, and nothing on the page moves', async () => {
    const { page } = await openPage(browser, newsroom);
    await stubVoices(page, []);
    await page.goto(newsroom + pageKinds.article);
    const place = () => page.locator('h1').boundingBox();
    const before = await place();
    await setVoices(page, ['vi-VN']);
    await page.getByRole('button', { name: 'Nghe bài' }).waitFor();
    expect(await place()).toEqual(before);
    await page.context().close();
  });

  test('goes sentence by sentence, each marked while it is read and the text left as it is', async () => {
    const { page, reports } = await openArticle();
    const before = await page.locator('.prose').innerHTML();
    await press(page, 'Nghe bài');
    const title = 'Liên hiệp Hội Thái Bình ký kêt chương trình phối hợp với Hiệp Hội Doanh nghiệp tỉnh';
    await expect.poll(() => said(page)).toEqual([{ text: title, rate: 1, voice: 'vi-VN' }]);
    expect(await marked(page)).toEqual([title]);
    await finish(page);
    const first = (await lastSaid(page))?.text ?? '';
    expect(first).toMatch(/^Chiều ngày 20\/6\/2018, .*giai đoạn 2018 - 2023\.$/);
    expect(await marked(page)).toEqual([first]);
    await finish(page);
    expect((await lastSaid(page))?.text).toMatch(/^Tới dự có .* tỉnh\.$/);
    expect(await page.locator('.prose').innerHTML()).toBe(before);
    expect(reports).toEqual([]);
    await page.context().close();
  });

  test('is paused, goes on with the same sentence, and stops, by keyboard alone', async () => {
    const { page } = await openArticle();
    await press(page, 'Nghe bài');
    await bar(page).waitFor();
    await finish(page);
    const second = await lastSaid(page);
    // The focus is on the first button of the bar already.
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Đọc tiếp' }).waitFor();
    expect(await said(page)).toHaveLength(2);
    await page.keyboard.press('Enter');
    expect(await said(page)).toHaveLength(3);
    expect(await lastSaid(page)).toEqual(second);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await bar(page).waitFor({ state: 'detached' });
    expect(await marked(page)).toEqual([]);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Nghe bài');
    await page.context().close();
  });

  test('keeps the speed a reader chose, at once and on the next article', async () => {
    const { page } = await openArticle();
    await press(page, 'Nghe bài');
    await bar(page).getByLabel('Tốc độ').selectOption('Nhanh');
    expect((await said(page)).map(({ rate }) => rate)).toEqual([1, 1.25]);
    await page.reload();
    await press(page, 'Nghe bài');
    await expect.poll(async () => (await lastSaid(page))?.rate).toBe(1.25);
    await page.context().close();
  });

  test('reads the words of every kind of block and ends by itself', async () => {
    const { page } = await openArticle(everyState + fullArticle);
    await press(page, 'Nghe bài');
    await bar(page).waitFor();
    while ((await bar(page).count()) > 0) await finish(page);
    const read = (await said(page)).map(({ text }) => text);
    for (const part of [
      'Trạm bơm, hình vẽ minh họa',
      'Đề mục cấp ba',
      'Một đoạn trích dẫn.',
      'mục con',
      'Cống Minh Họa',
    ])
      expect(read.join('\n')).toContain(part);
    expect(read.join('\n')).not.toContain('Phần mở ra.');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Nghe bài');
    await page.context().close();
  });

  test('marks the whole paragraph where a part of it cannot be marked', async () => {
    const { page } = await openPage(browser, newsroom);
    await stubVoices(page, ['vi-VN']);
    await page.addInitScript(() => Reflect.deleteProperty(CSS, 'highlights'));
    await page.goto(newsroom + pageKinds.article);
    await press(page, 'Nghe bài');
    await bar(page).waitFor();
    await finish(page);
    expect(await page.locator('.being-read').getAttribute('class')).toBe('lead being-read');
    await press(page, 'Dừng');
    expect(await page.locator('.being-read').count()).toBe(0);
    await page.context().close();
  });

  test('says so when the voice or the network fails, and can be tried again', async () => {
    const { page } = await openArticle();
    await page.route(`**${tool}`, (route) => route.abort());
    await press(page, 'Nghe bài');
    await page.getByRole('button', { name: 'Chưa đọc được, xin thử lại' }).waitFor();
    await page.unroute(`**${tool}`);
    await press(page, 'Chưa đọc được, xin thử lại');
    await bar(page).waitFor();
    await finish(page, 'error');
    await page.getByRole('button', { name: 'Chưa đọc được, xin thử lại' }).waitFor();
    expect(await bar(page).count()).toBe(0);
    await page.context().close();
  });

  test('costs nothing before it is asked for', async () => {
    const { page } = await openArticle();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.reload({ waitUntil: 'networkidle' });
    expect(asked).not.toContain(tool);
    await press(page, 'Nghe bài');
    await bar(page).waitFor();
    expect(asked).toContain(tool);
    await page.context().close();
  });

  test.each([320, 768, 1440])('has a bar that fits %s px, stays in sight and has no fault', async (width) => {
    for (const dark of [false, true]) {
      const { page } = await openArticle(undefined, { width, dark });
      await press(page, 'Nghe bài');
      await bar(page).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await page
        .locator('.prose > p')
        .last()
        .evaluate((text) => text.scrollIntoView());
      expect((await bar(page).boundingBox())?.y).toBe(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await page.context().close();
    }
  });
});

import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fullArticleAddress, pageKinds } from '#bench/browser/page-kinds.ts';
import { accessibilityViolations } from './accessibility-violations.ts';
import { openPage, type PageOptions } from './open-page.ts';
import { openServedSites } from './open-served-sites.ts';
import { endUtterance, setVoices, spokenUtterances, stubVoices } from './stub-voices.ts';

const { everyStateOrigin, newsroomOrigin, sharedBrowser } = await openServedSites();

const readAloudScript = '/doc-bai.js';
const bar = (page: Page) => page.getByRole('group', { name: 'Nghe bài' });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).press('Enter');
const lastUtterance = async (page: Page) => (await spokenUtterances(page)).at(-1);

/** An article in a browser with a Vietnamese voice. */
async function openArticle(url = newsroomOrigin + pageKinds.article, reader: PageOptions = {}) {
  const opened = await openPage(sharedBrowser, newsroomOrigin, reader);
  await stubVoices(opened.page, ['en-US', 'vi-VN']);
  await opened.page.goto(url);
  return opened;
}

/** The highlighted texts of the page. */
async function highlightedTexts(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() =>
    [...CSS.highlights.values()].flatMap((highlight) => [...highlight].map((range) => String(range))),
  );
  return texts.map((text) => text.replaceAll('\u00A0', ' ').replaceAll('\u2060', ''));
}

describe.runIf(sharedBrowser)('reading an article aloud', () => {
  test.each([
    [['en-US', 'fr-FR'], 0],
    [['vi_VN'], 1],
  ] as const)('is offered only with a Vietnamese voice: %j → %i', async (voices, count) => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin);
    await stubVoices(page, voices);
    await page.goto(newsroomOrigin + pageKinds.article);
    // The script of the article has run.
    await page.getByRole('button', { name: 'Lưu bài' }).waitFor();
    expect(await page.getByRole('button', { name: 'Nghe bài' }).count()).toBe(count);
    await page.context().close();
  });

  test('is offered when the voice loads late, without layout shift', async () => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin);
    await stubVoices(page, []);
    await page.goto(newsroomOrigin + pageKinds.article);
    const headingBox = () => page.locator('h1').boundingBox();
    const before = await headingBox();
    await setVoices(page, ['vi-VN']);
    await page.getByRole('button', { name: 'Nghe bài' }).waitFor();
    expect(await headingBox()).toEqual(before);
    await page.context().close();
  });

  test('goes sentence by sentence and highlights each without changing the DOM', async () => {
    const { page, reports } = await openArticle();
    const before = await page.locator('.prose').innerHTML();
    await press(page, 'Nghe bài');
    const title = 'Liên hiệp Hội Thái Bình ký kêt chương trình phối hợp với Hiệp Hội Doanh nghiệp tỉnh';
    await expect.poll(() => spokenUtterances(page)).toEqual([{ text: title, rate: 1, voice: 'vi-VN' }]);
    expect(await highlightedTexts(page)).toEqual([title]);
    await endUtterance(page);
    const first = (await lastUtterance(page))?.text ?? '';
    expect(first).toMatch(/^Chiều ngày 20\/6\/2018, .*giai đoạn 2018 - 2023\.$/);
    expect(await highlightedTexts(page)).toEqual([first]);
    await endUtterance(page);
    expect((await lastUtterance(page))?.text).toMatch(/^Tới dự có .* tỉnh\.$/);
    expect(await page.locator('.prose').innerHTML()).toBe(before);
    expect(reports).toEqual([]);
    await page.context().close();
  });

  test('is paused, resumed with the same sentence and stopped by keyboard', async () => {
    const { page } = await openArticle();
    await press(page, 'Nghe bài');
    await bar(page).waitFor();
    await endUtterance(page);
    const second = await lastUtterance(page);
    // The focus is already on the first button of the bar.
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Đọc tiếp' }).waitFor();
    expect(await spokenUtterances(page)).toHaveLength(2);
    await page.keyboard.press('Enter');
    expect(await spokenUtterances(page)).toHaveLength(3);
    expect(await lastUtterance(page)).toEqual(second);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await bar(page).waitFor({ state: 'detached' });
    expect(await highlightedTexts(page)).toEqual([]);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Nghe bài');
    await page.context().close();
  });

  test('applies the chosen speed at once and on later pages', async () => {
    const { page } = await openArticle();
    await press(page, 'Nghe bài');
    await bar(page).getByLabel('Tốc độ').selectOption('Nhanh');
    expect((await spokenUtterances(page)).map(({ rate }) => rate)).toEqual([1, 1.25]);
    await page.reload();
    await press(page, 'Nghe bài');
    await expect.poll(async () => (await lastUtterance(page))?.rate).toBe(1.25);
    await page.context().close();
  });

  test('reads the text of every kind of block and then ends', async () => {
    const { page } = await openArticle(everyStateOrigin + fullArticleAddress);
    await press(page, 'Nghe bài');
    await bar(page).waitFor();
    while ((await bar(page).count()) > 0) await endUtterance(page);
    const read = (await spokenUtterances(page)).map(({ text }) => text);
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

  test('highlights the whole paragraph without the CSS Custom Highlight API', async () => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin);
    await stubVoices(page, ['vi-VN']);
    await page.addInitScript(() => Reflect.deleteProperty(CSS, 'highlights'));
    await page.goto(newsroomOrigin + pageKinds.article);
    await press(page, 'Nghe bài');
    await bar(page).waitFor();
    await endUtterance(page);
    expect(await page.locator('.being-read').getAttribute('class')).toBe('lead being-read');
    await press(page, 'Dừng');
    expect(await page.locator('.being-read').count()).toBe(0);
    await page.context().close();
  });

  test('shows a failure of the voice or the network and offers a retry', async () => {
    const { page } = await openArticle();
    await page.route(`**${readAloudScript}`, (route) => route.abort());
    await press(page, 'Nghe bài');
    await page.getByRole('button', { name: 'Chưa đọc được, xin thử lại' }).waitFor();
    await page.unroute(`**${readAloudScript}`);
    await press(page, 'Chưa đọc được, xin thử lại');
    await bar(page).waitFor();
    await endUtterance(page, 'error');
    await page.getByRole('button', { name: 'Chưa đọc được, xin thử lại' }).waitFor();
    expect(await bar(page).count()).toBe(0);
    await page.context().close();
  });

  test('is not loaded before it is used', async () => {
    const { page } = await openArticle();
    const requestedPaths: string[] = [];
    page.on('request', (request) => requestedPaths.push(new URL(request.url()).pathname));
    await page.reload({ waitUntil: 'networkidle' });
    expect(requestedPaths).not.toContain(readAloudScript);
    await press(page, 'Nghe bài');
    await bar(page).waitFor();
    expect(requestedPaths).toContain(readAloudScript);
    await page.context().close();
  });

  test.each([320, 768, 1440])('has a sticky bar that fits %s px, without accessibility violations', async (width) => {
    for (const dark of [false, true]) {
      const { page } = await openArticle(undefined, { width, dark });
      await press(page, 'Nghe bài');
      await bar(page).waitFor();
      expect(await accessibilityViolations(page)).toEqual([]);
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

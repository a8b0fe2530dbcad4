import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { validArticle } from '#site/guide/rule-examples.ts';
import { runNpmStart } from '../run-npm-start.ts';
import { connectBrowser } from './connect-browser.ts';
import { openPage } from './open-page.ts';

const browser = await connectBrowser();

afterAll(async () => {
  await browser?.close();
});

describe.runIf(browser)('npm start', () => {
  test('shows a draft, marked; then its errors; then the fixed page, without a manual reload', async () => {
    const draft = validArticle.replace('author:', 'draft: true\nauthor:');
    const { content, url: address } = await runNpmStart({ 'articles/bai.md': draft });
    const file = join(content, 'articles/bai.md');
    const { page } = await openPage(browser, `${address}bai-viet/bai/`);
    expect(await page.getByText('BẢN NHÁP').count()).toBe(1);

    writeFileSync(file, draft.replace('title', 'titel'));
    await page.getByRole('heading', { name: 'Bản nháp còn lỗi' }).waitFor();
    expect(await page.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/articles\/bai\.md:2:1 · không có mục nào tên “titel” · có phải là “title”\? \[muc-la\]$/),
    ]);

    writeFileSync(file, draft.replace('tổng kết năm', 'mở rộng'));
    await page.getByRole('heading', { name: 'Hội nghị mở rộng' }).waitFor();

    writeFileSync(file, validArticle.replace('title', 'titel'));
    await page.getByRole('heading', { name: 'Chưa dựng được trang' }).waitFor();
    await page.context().close();
  });

  test('reloads changed pages, including lists, and no others', async () => {
    const other = validArticle.replace('Hội nghị tổng kết năm', 'Bài khác');
    const { content, url: address } = await runNpmStart({ 'articles/bai.md': validArticle, 'articles/khac.md': other });
    const open = async (path: string) => {
      const { page, reports } = await openPage(browser, address + path);
      expect(await page.title()).not.toContain('Không tìm thấy');
      await page.evaluate(() => {
        document.documentElement.dataset['seen'] = 'before';
      });
      const marker = () => page.locator('html').getAttribute('data-seen');
      return { page, reports, marker };
    };
    const [edited, home, unchanged] = [await open('bai-viet/bai/'), await open(''), await open('rss/')];

    writeFileSync(join(content, 'articles/bai.md'), validArticle.replace('Hội nghị tổng kết năm', 'Hội nghị mở rộng'));
    await edited.page.getByRole('heading', { name: 'Hội nghị mở rộng' }).waitFor();
    await home.page.getByRole('link', { name: 'Hội nghị mở rộng' }).first().waitFor();
    expect([await edited.marker(), await home.marker(), await unchanged.marker()]).toEqual([null, null, 'before']);
    for (const { page, reports } of [edited, home, unchanged]) {
      expect(reports).toEqual([]);
      await page.context().close();
    }
  });

  test('reloads a hidden page when it becomes visible', async () => {
    const { content, url: address } = await runNpmStart({ 'articles/bai.md': validArticle });
    const [hidden, visible] = [await openPage(browser, `${address}bai-viet/bai/`), await openPage(browser, address)];
    const setHidden = (hides: boolean) =>
      hidden.page.evaluate((hides) => {
        Object.defineProperty(document, 'hidden', { value: hides, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hides);

    await setHidden(true);
    writeFileSync(join(content, 'articles/bai.md'), validArticle.replace('Hội nghị tổng kết năm', 'Hội nghị mở rộng'));
    await visible.page.getByRole('link', { name: 'Hội nghị mở rộng' }).first().waitFor();
    expect(await hidden.page.getByRole('heading', { name: 'Hội nghị mở rộng' }).count()).toBe(0);

    await setHidden(false);
    await hidden.page.getByRole('heading', { name: 'Hội nghị mở rộng' }).waitFor();
    for (const { page } of [hidden, visible]) await page.context().close();
  });
});

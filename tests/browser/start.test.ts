import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openBrowser } from '#bench/browser/open-browser.ts';
import { article } from '#site/guide/rule-examples.ts';
import { runStart } from '../run-start.ts';
import { openPage } from './open-page.ts';

const browser = await openBrowser();

afterAll(async () => {
  await browser?.close();
});

describe.runIf(browser)('npm start', () => {
  test('shows a draft, marked; then the errors of a broken file in the browser; then the mended page, by itself', async () => {
    const draft = article.replace('author:', 'draft: true\nauthor:');
    const { content, address } = await runStart({ 'articles/bai.md': draft });
    const file = join(content, 'articles/bai.md');
    const { page } = await openPage(browser, `${address}bai-viet/bai/`);
    expect(await page.getByText('BẢN NHÁP').count()).toBe(1);

    writeFileSync(file, draft.replace('title', 'titel'));
    await page.getByRole('heading', { name: 'Chưa dựng được trang' }).waitFor();
    expect(await page.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/articles\/bai\.md:2:1 · không có mục nào tên “titel” · có phải là “title”\? \[muc-la\]$/),
    ]);

    writeFileSync(file, draft.replace('tổng kết năm', 'mở rộng'));
    await page.getByRole('heading', { name: 'Hội nghị mở rộng' }).waitFor();
    await page.context().close();
  });

  test('loads again the pages that changed, the lists among them, and leaves the others as they are', async () => {
    const other = article.replace('Hội nghị tổng kết năm', 'Bài khác');
    const { content, address } = await runStart({ 'articles/bai.md': article, 'articles/khac.md': other });
    const open = async (path: string) => {
      const { page, reports } = await openPage(browser, address + path);
      expect(await page.title()).not.toContain('Không tìm thấy');
      await page.evaluate(() => {
        document.documentElement.dataset['seen'] = 'before';
      });
      const seen = () => page.locator('html').getAttribute('data-seen');
      return { page, reports, seen };
    };
    const [edited, home, still] = [await open('bai-viet/bai/'), await open(''), await open('rss/')];

    writeFileSync(join(content, 'articles/bai.md'), article.replace('Hội nghị tổng kết năm', 'Hội nghị mở rộng'));
    await edited.page.getByRole('heading', { name: 'Hội nghị mở rộng' }).waitFor();
    await home.page.getByRole('link', { name: 'Hội nghị mở rộng' }).first().waitFor();
    expect([await edited.seen(), await home.seen(), await still.seen()]).toEqual([null, null, 'before']);
    for (const { page, reports } of [edited, home, still]) {
      expect(reports).toEqual([]);
      await page.context().close();
    }
  });

  test('a page that nobody looks at waits, and is loaded again when somebody does', async () => {
    const { content, address } = await runStart({ 'articles/bai.md': article });
    const [hidden, looked] = [await openPage(browser, `${address}bai-viet/bai/`), await openPage(browser, address)];
    const look = (hides: boolean) =>
      hidden.page.evaluate((hides) => {
        Object.defineProperty(document, 'hidden', { value: hides, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hides);

    await look(true);
    writeFileSync(join(content, 'articles/bai.md'), article.replace('Hội nghị tổng kết năm', 'Hội nghị mở rộng'));
    await looked.page.getByRole('link', { name: 'Hội nghị mở rộng' }).first().waitFor();
    expect(await hidden.page.getByRole('heading', { name: 'Hội nghị mở rộng' }).count()).toBe(0);

    await look(false);
    await hidden.page.getByRole('heading', { name: 'Hội nghị mở rộng' }).waitFor();
    for (const { page } of [hidden, looked]) await page.context().close();
  });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { article } from '../rule-examples.ts';
import { runStart } from '../run-start.ts';
import { openBrowser } from './open-browser.ts';
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
});

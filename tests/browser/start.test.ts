import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { root } from '#site/settings.ts';
import { contentFolder } from '../content-folder.ts';
import { article } from '../rule-examples.ts';
import { openBrowser } from './open-browser.ts';
import { openPage } from './open-page.ts';

const browser = await openBrowser();
const children: ChildProcess[] = [];

afterAll(async () => {
  for (const child of children) child.kill();
  await browser?.close();
});

/** Runs npm start over a content folder; the address it says to open. */
function started(content: string): Promise<string> {
  const env = { ...process.env, CONTENT_DIR: content, OUTPUT_DIR: `${content}-xem-thu` };
  const child = spawn(process.execPath, [join(root, 'scripts', 'start.ts')], {
    env: { ...env, PORT: String(20_000 + (process.pid % 20_000)) },
    stdio: 'pipe',
  });
  children.push(child);
  onTestFinished(() => rmSync(env.OUTPUT_DIR, { recursive: true, force: true }));
  return new Promise((ready) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said += text;
      const address = /Mở (http:\S+)/.exec(said)?.[1];
      if (address) ready(address);
    });
  });
}

describe.runIf(browser)('npm start', () => {
  test('shows a draft, marked; then the errors of a broken file in the browser; then the mended page, by itself', async () => {
    const draft = article.replace('author:', 'draft: true\nauthor:');
    const content = contentFolder({ 'articles/bai.md': draft });
    const file = join(content, 'articles/bai.md');
    const { page } = await openPage(browser, `${await started(content)}bai-viet/bai/`);
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

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { openBrowser } from '#bench/browser/open-browser.ts';
import { serveFolder } from '#bench/browser/serve-folder.ts';
import { writeContent } from '#site/guide/content-files.ts';
import { writeDeskSite } from '#tests/desk-site.ts';
import { type OpenDesk, openDesk } from './open-desk.ts';

const oldArticle = `---
title: "Hội nghị: hai dấu" # cho phép: cach-chu
date: 2018-06-20
author: BTT
category: Tin tức - sự kiện
tags:
    - đại hội
---

Sáng 20/6, Liên hiệp hội tổ chức hội nghị *tổng kết* năm.

- Một mục
  - hai lồng
`;
const oldPath = 'content/articles/2018/2018-06-20-hoi-nghi.md';

const folder = mkdtempSync(join(tmpdir(), 'desk-'));
const [contentDir, siteDir] = [join(folder, 'content'), join(folder, 'site')];
writeContent(contentDir, { 'articles/2018/2018-06-20-hoi-nghi.md': oldArticle });

const browser = await openBrowser();
await writeDeskSite(siteDir, contentDir, new Date('2026-11-29T08:00:00+07:00'));
const server = await serveFolder(siteDir);
afterAll(async () => {
  await browser?.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The desk with its files open. */
async function openFiles(): Promise<OpenDesk> {
  const desk = await openDesk(browser, server.origin, contentDir);
  await desk.page.getByRole('button', { name: 'Mở thư mục trang trên máy này' }).click();
  await desk.page.getByRole('button', { name: 'Tạo mới' }).first().waitFor();
  return desk;
}

async function openArticle(page: Page, path: string): Promise<void> {
  await page.goto(`${server.origin}/admin/#/collections/articles/${path}`);
  await page.getByRole('textbox', { name: 'Tiêu đề' }).waitFor();
}

/** Every file of the desk as text, by path. */
async function textsOf({ listFiles, readFile }: OpenDesk): Promise<Record<string, string>> {
  const paths = (await listFiles()).filter((path) => path.endsWith('.md'));
  return Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await readFile(path)] as const)));
}

const save = (page: Page) => page.getByRole('button', { name: 'Lưu', exact: true });

describe.runIf(browser)('the desk', () => {
  test('is in Vietnamese, asks no other host, and opens the files of this machine', async () => {
    const desk = await openFiles();
    await desk.page.getByText('Hội nghị: hai dấu').first().waitFor();
    expect(desk.foreignRequests).toEqual([]);
    expect(desk.reports).toEqual([]);
    await desk.page.context().close();
  });

  test('changes one line of an old article when one word is edited, and adds neither draft nor id', async () => {
    const desk = await openFiles();
    const { page } = desk;
    await openArticle(page, 'entries/2018/2018-06-20-hoi-nghi');
    const body = page.getByRole('textbox', { name: 'Nội dung' });
    await body.fill((await body.inputValue()).replace('hai lồng', 'hai lồng nhau'));
    await save(page).click();
    await expect.poll(() => desk.readFile(oldPath)).toBe(oldArticle.replace('hai lồng', 'hai lồng nhau'));
    await page.context().close();
  });

  test('writes a new article as a draft, where npm run new would put it', async () => {
    const desk = await openFiles();
    const { page } = desk;
    const before = Object.keys(await textsOf(desk));
    await openArticle(page, 'new');
    await page.getByRole('textbox', { name: 'Tiêu đề' }).fill('Hội nghị “Đổi mới” #5: đường lối');
    await page.getByRole('textbox', { name: 'Nội dung' }).fill('Sáng 28/11, Liên hiệp hội tổ chức hội nghị.');
    await save(page).click();
    await expect.poll(async () => Object.keys(await textsOf(desk)).length).toBe(before.length + 1);
    const [path = ''] = Object.keys(await textsOf(desk)).filter((name) => !before.includes(name));
    expect(path).toMatch(/^content\/articles\/\d{4}\/\d{4}-\d{2}-\d{2}-hoi-nghi-doi-moi-5-duong-loi\.md$/);
    expect(await desk.readFile(path)).toMatch(
      /^---\ntitle: "Hội nghị “Đổi mới” #5: đường lối"\ndate: \d{4}-\d{2}-\d{2}\nauthor: BTT\ncategory: Tin tức - sự kiện\ndraft: true\nid: urn:uuid:[0-9a-f-]{36}\n---\n\nSáng 28\/11, Liên hiệp hội tổ chức hội nghị\.\n$/,
    );
    await page.context().close();
  });

  test('refuses a wrong article with the messages of the check at their fields', async () => {
    const desk = await openFiles();
    const { page } = desk;
    await openArticle(page, 'entries/2018/2018-06-20-hoi-nghi');
    await page
      .getByRole('textbox', { name: 'Nội dung' })
      .fill('Một đoạn có <font color=red>chữ đỏ</font> ở giữa.\n\n![](anh.jpg)');
    await save(page).click();
    await page.getByRole('button', { name: 'OK' }).click();
    await page.getByRole('complementary', { name: 'Kết quả kiểm tra bài' }).waitFor();
    console.log(await page.locator('.desk-findings').innerText());
    await page.screenshot({ path: '/tmp/t1.png' });
    expect(await desk.readFile(oldPath)).toBe(oldArticle);
    await page.context().close();
  });
});

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { serveFolder } from '#bench/browser/serve-folder.ts';
import { bold, paragraph, picture, run, wordDocument } from '#bench/fixtures/word-document.ts';
import { writeDeskSite } from '#bench/fixtures/write-desk-site.ts';
import { writeContent } from '#site/guide/content-files.ts';
import { accessibilityViolations } from './accessibility-violations.ts';
import { connectBrowser } from './connect-browser.ts';
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

const browser = await connectBrowser();
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
  await openFolder(desk.page);
  return desk;
}

async function openFolder(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Mở thư mục trang trên máy này' }).click();
  await page.getByText('Hội nghị: hai dấu').first().waitFor();
}

async function openOldArticle(page: Page): Promise<void> {
  await page.goto(`${server.origin}/admin/#/collections/articles/entries/2018/2018-06-20-hoi-nghi`);
  await textOf(page).waitFor();
}

const textOf = (page: Page) => page.getByRole('textbox', { name: 'Nội dung' });
const save = (page: Page) => page.getByRole('button', { name: 'Lưu', exact: true }).click();
const isSaved = (page: Page) => page.getByText('Đã lưu bài viết.').waitFor();

/** Changes a file behind the back of the desk. */
async function writeBehind(page: Page, path: string, text: string): Promise<void> {
  await page.evaluate(
    async ({ folders, name, content }) => {
      let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('site');
      for (const part of folders) folder = await folder.getDirectoryHandle(part);
      const stream = await (await folder.getFileHandle(name)).createWritable();
      await stream.write(content);
      await stream.close();
    },
    { folders: path.split('/').slice(0, -1), name: path.split('/').at(-1) ?? '', content: text },
  );
}

/** Chromium crashes when a private window reads the handle of a folder that the CMS has noted for its next visit. */
async function forgetFolder(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const { name = '' } of await indexedDB.databases()) {
      const opening = indexedDB.open(name);
      await new Promise((resolve) => opening.addEventListener('success', resolve));
      const database = opening.result;
      if (database.objectStoreNames.contains('file-system-handles'))
        database.transaction('file-system-handles', 'readwrite').objectStore('file-system-handles').clear();
      database.close();
    }
  });
}

/** Drops a file, by default outside every text. */
async function drop(page: Page, name: string, bytes: Buffer, target = page.locator('body')): Promise<void> {
  await target.evaluate(
    (element, { fileName, base64 }) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], fileName));
      element.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
    },
    { fileName: name, base64: bytes.toString('base64') },
  );
}

function photo(background: string): Promise<Buffer> {
  return sharp({ create: { width: 60, height: 40, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

describe.runIf(browser)('the desk', () => {
  test('is in Vietnamese with its icons, and asks no other host', async () => {
    const { page, reports, foreignRequests } = await openFiles();
    await page.getByRole('button', { name: 'Tạo bài viết mới' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('vi');
    const iconFont = '16px "Material Symbols Outlined"';
    expect(
      await page.evaluate((font) => document.fonts.load(font).then((faces) => faces.length), iconFont),
    ).toBeGreaterThan(0);
    expect({ reports, foreignRequests }).toEqual({ reports: [], foreignRequests: [] });
    await page.context().close();
  });

  test('changes one line of an old article for one word, typed in key bursts, and adds neither draft nor id', async () => {
    const { page, readFile } = await openFiles();
    await openOldArticle(page);
    const text = textOf(page);
    await text.evaluate((area: HTMLTextAreaElement) => {
      area.focus();
      area.setSelectionRange(area.value.length, area.value.length);
    });
    const keys = await page.context().newCDPSession(page);
    const press = (type: string, key: string, code?: number) =>
      keys.send('Input.dispatchKeyEvent', {
        ...({ type, key } as { type: 'keyDown' | 'keyUp'; key: string }),
        ...(code === undefined ? { text: key } : { windowsVirtualKeyCode: code }),
      });
    // What a Vietnamese keyboard program sends without a pause for "Tiếng".
    const burst = ['T', 'i', 'e', '⌫', 'ê', 'n', 'g', '⌫', '⌫', '⌫', 'ế', 'n', 'g'];
    await Promise.all(
      [' ', ...burst].flatMap((key) =>
        key === '⌫'
          ? [press('keyDown', 'Backspace', 8), press('keyUp', 'Backspace', 8)]
          : [press('keyDown', key), press('keyUp', key)],
      ),
    );
    await save(page);
    await isSaved(page);
    expect(await readFile(oldPath)).toBe(oldArticle.replace('hai lồng', 'hai lồng Tiếng'));
    await page.context().close();
  });

  test('makes an article with three described pictures of a dropped .docx, and shows its real page', async () => {
    const desk = await openFiles();
    const { page } = desk;
    const before = await desk.listFiles();
    const document = await wordDocument({
      body: [
        paragraph(run('HỘI NGHỊ TỔNG KẾT NĂM 2026', bold)),
        paragraph('Sáng 28/11, Liên hiệp hội tổ chức hội nghị tổng kết.'),
        ...['a.jpg', 'b.jpg', 'c.jpg'].map((name) => paragraph(picture(name))),
        paragraph(run('BTT', bold)),
      ].join(''),
      pictures: { 'a.jpg': await photo('#a33'), 'b.jpg': await photo('#3a3'), 'c.jpg': await photo('#33a') },
    });
    await drop(page, 'Hội nghị.docx', document);
    const descriptions = page.getByLabel('Trong ảnh là');
    await descriptions.first().waitFor();
    const texts = ['Đại biểu trong hội trường', 'Chủ tịch phát biểu', 'Trao bằng khen'];
    for (const [index, text] of texts.entries()) await descriptions.nth(index).fill(text);
    await page.getByRole('button', { name: 'Chèn', exact: true }).click();
    const preview = page.frameLocator('iframe.preview');
    await preview.getByRole('heading', { name: 'Hội nghị tổng kết năm 2026' }).waitFor();
    await expect.poll(() => preview.locator('article img').count()).toBe(3);
    await page.getByRole('radio', { name: 'Tin tức - sự kiện' }).click();
    await page.getByRole('radio', { name: 'Đăng: bạn đọc thấy từ ngày đăng' }).click();
    await save(page);
    await isSaved(page);
    const added = (await desk.listFiles()).filter((path) => !before.includes(path));
    const [file = '', ...pictures] = added;
    expect(file).toMatch(/^content\/articles\/\d{4}\/\d{4}-\d{2}-\d{2}-hoi-nghi-tong-ket-nam-2026\.md$/);
    expect(pictures).toEqual([1, 2, 3].map((number) => `${file.slice(0, -3)}/anh-${number}.webp`));
    const [, frontMatter = '', body = ''] = (await desk.readFile(file)).split('---\n');
    expect(frontMatter).toMatch(
      /^title: Hội nghị tổng kết năm 2026\ndate: [\d-]{10}\nauthor: BTT\ncategory: Tin tức - sự kiện\nid: urn:uuid:[\da-f-]{36}\n$/,
    );
    const written = texts.map((text, index) => `![${text}](anh-${index + 1}.webp)`);
    expect(body.trim().split('\n\n')).toEqual([expect.stringContaining('Sáng 28/11'), ...written]);
    await expect.poll(() => preview.locator('article img').count()).toBe(3);
    expect({ reports: desk.reports, foreign: desk.foreignRequests }).toEqual({ reports: [], foreign: [] });
    await page.context().close();
  });

  test('makes a HEIC picture of a telephone one that every reader sees, upright and without its place', async () => {
    const desk = await openFiles();
    const { page } = desk;
    await openOldArticle(page);
    // 640 × 480 pixels turned by a property of the file, as iPhones write them, with a place in its Exif.
    await drop(page, 'IMG_2034.HEIC', readFileSync(new URL('../fixtures/upright.heic', import.meta.url)), textOf(page));
    await page.getByLabel('Trong ảnh là').fill('Đại biểu trong hội trường');
    await page.getByRole('button', { name: 'Chèn', exact: true }).click();
    const shown = page.frameLocator('iframe.preview').locator('article img');
    const size = () => shown.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]);
    await expect.poll(size).toEqual([480, 640]);
    await save(page);
    await isSaved(page);
    expect(await desk.readFile(oldPath)).toContain('![Đại biểu trong hội trường](img-2034.webp)');
    const picture = await desk.readBytes(oldPath.replace('.md', '/img-2034.webp'));
    expect(await sharp(picture).metadata()).toMatchObject({ format: 'webp', width: 480, height: 640 });
    expect((await sharp(picture).metadata()).exif).toBeUndefined();
    expect({ reports: desk.reports, foreign: desk.foreignRequests }).toEqual({ reports: [], foreign: [] });
    await page.context().close();
  });

  test('refuses a wrong article with the messages of the check at their fields, and makes the repairs it is asked for', async () => {
    const { page, readFile } = await openFiles();
    await openOldArticle(page);
    await textOf(page).fill('Một đoạn có  hai dấu cách.\n\n![](anh.jpg)');
    await save(page);
    await page.getByRole('button', { name: 'Đồng ý' }).click();
    const field = page.locator('[data-key-path="body"]');
    const error = 'ảnh “anh.jpg” chưa có mô tả';
    expect(await field.getByRole('alert').textContent()).toContain(`Lỗi, dòng 3: ${error}`);
    expect(await readFile(oldPath)).toBe(oldArticle);
    const findings = page.getByRole('complementary', { name: 'Kết quả kiểm tra bài' });
    await findings.getByRole('button', { name: error }).click();
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('![](anh.jpg)');
    expect(
      await accessibilityViolations(page, { include: ['.desk-findings', '.body-editor', '[data-key-path]'] }),
    ).toEqual([]);
    await textOf(page).fill('Một đoạn có  hai dấu cách ,và lỗi.');
    await save(page);
    await isSaved(page);
    await findings.getByRole('button', { name: /^Sửa giúp/ }).click();
    await expect.poll(() => readFile(oldPath)).toContain('\nMột đoạn có hai dấu cách, và lỗi.\n');
    await page.context().close();
  });

  test('leads to a wrong field far below, which the form has not made yet', async () => {
    const { page, readFile } = await openDesk(browser, server.origin, contentDir);
    await writeBehind(
      page,
      oldPath,
      oldArticle.replace('tags:', 'updated: 2024-05-07 8h30\ncorrection: Sửa tên\ntags:'),
    );
    await openFolder(page);
    await openOldArticle(page);
    await textOf(page).fill('Một đoạn khác.');
    await save(page);
    await page.getByRole('button', { name: 'Đồng ý' }).click();
    await page.getByRole('button', { name: /^Ngày cập nhật: / }).click();
    const field = page.locator('[data-key-path="updated"]');
    await expect.poll(() => field.getByRole('alert').count()).toBe(1);
    await expect.poll(() => field.locator('input:focus').count()).toBe(1);
    expect(await readFile(oldPath)).toContain('updated: 2024-05-07 8h30');
    await page.context().close();
  });

  test('withdraws an article with a reason by keyboard, and publishes it again', async () => {
    const { page, readFile } = await openFiles();
    await openOldArticle(page);
    await page.getByRole('button', { name: 'Gỡ bài…' }).click();
    await page.getByLabel('Lý do gỡ bài').fill('Vì số liệu chưa đúng');
    expect(await accessibilityViolations(page, { include: ['.desk-dialog'] })).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.frameLocator('iframe.preview').getByRole('heading', { name: 'Bài đã gỡ' }).waitFor();
    await page.keyboard.press('Control+s');
    await isSaved(page);
    expect(await readFile(oldPath)).toMatch(/\nwithdrawn: [\d-]{10}\nwithdrawnReason: Vì số liệu chưa đúng\n---\n/);
    await page.getByRole('button', { name: 'Đăng lại bài' }).click();
    await save(page);
    await expect.poll(() => readFile(oldPath)).toBe(oldArticle);
    await page.context().close();
  });

  test('shows both versions when somebody else has saved the article, and keeps what a closed tab had', async () => {
    const { page, readFile } = await openFiles();
    await openOldArticle(page);
    await textOf(page).fill('Bản của');
    await page.keyboard.press('End');
    await page.keyboard.type(' tôi.');
    const other = oldArticle.replace('Một mục', 'Một mục của người khác');
    await writeBehind(page, oldPath, other);
    await save(page);
    await page.getByRole('dialog', { name: 'Người khác vừa sửa bài này' }).waitFor();
    expect(await page.getByLabel('Bản người khác đã lưu').locator('mark').allTextContents()).toContain(
      '- Một mục của người khác\n',
    );
    expect(await accessibilityViolations(page, { include: ['.desk-dialog'] })).toEqual([]);
    await page.getByRole('button', { name: 'Quay lại bài, chưa lưu' }).click();
    await page.getByRole('button', { name: 'Đồng ý' }).click();
    expect(await readFile(oldPath)).toBe(other);
    await forgetFolder(page);
    // The site was built again meanwhile, with one author more.
    await page.route('**/admin/desk.json', async (route) => {
      const response = await route.fetch();
      const text = await response.text();
      await route.fulfill({ response, body: text.replaceAll('"BTT"', '"BTT","Ban Phản biện"') });
    });
    await page.reload();
    await page.getByRole('button', { name: 'Mở thư mục trang trên máy này' }).click();
    await page.getByRole('button', { name: 'Khôi phục' }).click();
    await expect.poll(() => textOf(page).inputValue()).toBe('Bản của tôi.');
    await page.context().close();
  });
});

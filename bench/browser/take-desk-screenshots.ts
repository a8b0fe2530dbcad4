import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { projectRoot } from '#site/settings.ts';
import { fixedTime, fixtureNewsroom } from '../fixtures/run-script.ts';
import { bold, paragraph, picture, run, wordDocument } from '../fixtures/word-document.ts';
import { writeDeskSite } from '../fixtures/write-desk-site.ts';
import { openLocalDesk } from './open-local-desk.ts';
import { serveFolder } from './serve-folder.ts';

type Save = (name: string, bytes: Buffer) => Promise<void>;

/** A part of the screen, in pixels. */
type Part = Readonly<Record<'x' | 'y' | 'width' | 'height', number>>;

const oldTitle = 'Góp ý phương án bảo tồn giống lúa cổ của tỉnh';
const oldPath = 'content/articles/2026/2026-09-25-gop-y-phuong-an-bao-ton-giong-lua-co-cua-tinh.md';
const photos = join(fixtureNewsroom, 'articles/2025/2025-07-31-trong-rau-trong-nha-luoi-dau-tu-bao-nhieu-thi-vua');

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const body = (page: Page) => page.getByRole('textbox', { name: 'Nội dung' });

/** Takes the pictures of the editors' desk for the editors' guide, with the articles of the newsroom. */
export async function takeDeskScreenshots(browser: Browser, save: Save): Promise<void> {
  const site = join(projectRoot, '.cache', 'docs-pictures', 'desk');
  const content = `${site}-content`;
  copyUsualContent(content);
  await writeDeskSite(site, content, new Date(fixedTime));
  const { origin, close } = await serveFolder(site);
  try {
    const page = await openPage(browser, origin, { width: 1280, height: 800 });
    const part = async (name: string, clip: Part) => save(name, await shownPart(page, clip));
    const dialog = async (name: string) => {
      await settle(page);
      await save(name, await page.getByRole('dialog').screenshot());
    };
    const { readFile } = await openLocalDesk(page, origin, content);
    await button(page, 'Mở thư mục trang trên máy này').waitFor();
    await part('ban-mo', { x: 290, y: 400, width: 700, height: 180 });
    await button(page, 'Mở thư mục trang trên máy này').click();
    await page.getByText(oldTitle).waitFor();
    await part('ban-danh-sach', { x: 0, y: 0, width: 1280, height: 500 });

    await dropWordFile(page, await netHouseArticle());
    await page.getByLabel('Trong ảnh là').fill('Khung vòm trắng dựng trên các luống rau');
    await dialog('ban-mo-ta-anh');
    await button(page, 'Chèn').click();
    await chooseStatus(page);
    await part('ban-bai-tu-word', { x: 0, y: 0, width: 1280, height: 800 });
    await saveArticle(page);

    await openList(page, origin);
    await button(page, 'Tạo bài viết mới').click();
    await typeArticle(page, 'Khai trương tủ sách khoa học ở nhà văn hóa xã');
    await scrollToBody(page);
    await part('ban-go-tay', { x: 0, y: 0, width: 1280, height: 640 });

    await page.getByRole('radio', { name: 'BTT' }).click();
    await page.getByRole('radio', { name: 'Tin tức - sự kiện' }).click();
    await saveArticle(page);

    await openList(page, origin);
    await dropWordFile(page, await firstHarvestArticle());
    await button(page, 'Chèn, mô tả sau').click();
    await chooseStatus(page);
    await button(page, 'Lưu').click();
    await button(page, 'Đồng ý').click();
    await settle(page);
    await scrollToBody(page);
    await part('ban-loi', { x: 0, y: 0, width: 1280, height: 800 });

    await openList(page, origin);
    await page.getByText(oldTitle).click();
    await button(page, 'Gỡ bài…').click();
    await page.getByLabel('Lý do gỡ bài').fill('Đăng nhầm bản chưa duyệt.');
    await dialog('ban-go-bai');
    await button(page, 'Thôi').click();
    const text = await body(page).inputValue();
    await body(page).fill(text.replace('trong bốn năm', 'trong năm năm'));
    await saveElsewhere(page, (await readFile(oldPath)).replace('bảy giống lúa cổ', 'tám giống lúa cổ'));
    await button(page, 'Lưu').click();
    await dialog('ban-hai-ban');
    await page.context().close();

    const telephone = await openPage(browser, origin, { width: 390, height: 760 });
    await openLocalDesk(telephone, origin, content);
    await button(telephone, 'Mở thư mục trang trên máy này').click();
    await telephone.goto(
      `${origin}/admin/#/collections/articles/entries/${oldPath.slice('content/articles/'.length, -3)}`,
    );
    await body(telephone).waitFor();
    await save('ban-dien-thoai', await shownPart(telephone, { x: 0, y: 0, width: 390, height: 760 }));
    await telephone.context().close();
  } finally {
    await close();
  }
}

/** The newsroom without what few editors have: articles of distant years, and one in a folder of its own. */
function copyUsualContent(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  const isUnusual = (path: string) => /articles\/(209\d|2024\/2024-05-05-[\w-]+$)/.test(path.replaceAll('\\', '/'));
  cpSync(fixtureNewsroom, folder, { recursive: true, filter: (path) => !isUnusual(path) });
}

/** A page of the site in Việt Nam at the time of the fixtures; a narrow one is that of a telephone. */
async function openPage(browser: Browser, origin: string, viewport: Pick<Part, 'width' | 'height'>): Promise<Page> {
  const isTelephone = viewport.width < 600;
  const context = await browser.newContext({
    ...{ viewport, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' },
    ...{ hasTouch: isTelephone, isMobile: isTelephone },
  });
  await context.clock.setFixedTime(fixedTime);
  const page = await context.newPage();
  await page.goto(`${origin}/404.html`);
  return page;
}

async function shownPart(page: Page, clip: Part): Promise<Buffer> {
  await settle(page);
  return page.screenshot({ clip });
}

/** The CMS moves its parts, and the preview follows the text after a while. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(1500);
  for (const frame of page.frames()) await frame.evaluate(() => document.fonts.ready.then(() => {}));
}

function netHouseArticle(): Promise<Buffer> {
  return wordDocument({
    body: [
      paragraph(run('Khánh thành nhà lưới trồng rau ở xã Minh Họa', bold)),
      paragraph(
        'Sáng 23/11, Hội Làm vườn tỉnh Mẫu khánh thành nhà lưới trồng rau đầu tiên của xã Minh Họa, rộng 500 mét vuông.',
      ),
      paragraph(picture('nha-luoi.jpg')),
      paragraph(
        'Mười hai hội viên dựng khung vòm và căng lưới trong ba tuần. Vụ đầu trồng cải ngọt, xà lách và hành lá.',
      ),
      paragraph(run('BTT', bold)),
    ].join(''),
    pictures: { 'nha-luoi.jpg': readFileSync(join(photos, 'khung-vom.jpg')) },
  });
}

/** With two slips that have one correction each. */
function firstHarvestArticle(): Promise<Buffer> {
  return wordDocument({
    body: [
      paragraph(run('Nhà lưới ở xã Minh Họa cho lứa rau đầu tiên', bold)),
      paragraph('Chiều 22/11, nhà lưới ở xã Minh Họa cho lứa rau đầu tiên, được 300 kg cải ngọt.'),
      paragraph(picture('luoi.jpg')),
      paragraph('Rau bán cho trường mầm non của xã ,giá như ở chợ.'),
      paragraph('Lứa sau là xà lách và hành lá , cuối tháng Giêng thu hoạch.'),
      paragraph(run('BTT', bold)),
    ].join(''),
    pictures: { 'luoi.jpg': readFileSync(join(photos, 'luoi-o-vuong.jpg')) },
  });
}

async function openList(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/admin/#/collections/articles`);
  // What is dropped on a text that is still open goes into this text.
  await body(page).waitFor({ state: 'detached' });
}

async function dropWordFile(page: Page, bytes: Buffer): Promise<void> {
  await page.evaluate((base64) => {
    const dataTransfer = new DataTransfer();
    const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    dataTransfer.items.add(new File([content], 'bai.docx'));
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
  }, bytes.toString('base64'));
  await page.getByLabel('Trong ảnh là').waitFor();
}

async function chooseStatus(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Tin tức - sự kiện' }).click();
  await page.getByRole('radio', { name: 'Đăng: bạn đọc thấy từ ngày đăng' }).click();
}

async function saveArticle(page: Page): Promise<void> {
  await button(page, 'Lưu').click();
  // The message of the last article may still be shown.
  await page.waitForURL(/\/entries\//);
  const message = page.getByText('Đã lưu bài viết.');
  await message.last().waitFor();
  await message.waitFor({ state: 'hidden' });
}

async function scrollToBody(page: Page): Promise<void> {
  await page.locator('[data-key-path="body"]').evaluate((field) => field.scrollIntoView());
}

async function typeArticle(page: Page, title: string): Promise<void> {
  await body(page).waitFor();
  // The CMS makes the form anew when nothing was typed in it yet, and takes only keys for typing.
  await page.getByRole('textbox', { name: 'Tiêu đề' }).pressSequentially(title);
  await page.frameLocator('iframe.preview').getByRole('heading', { name: title }).waitFor();
  await body(page).click();
  await page.keyboard.type('Chiều 22/11, Hội Nông dân xã Minh Họa khai trương tủ sách khoa học với 300 cuốn.\n\n');
  await page.keyboard.type('Tủ sách mở cửa các buổi chiều, ai cũng mượn được.\n\nSách có gì');
  await button(page, 'Tiêu đề').click();
  await page.keyboard.press('End');
  await page.keyboard.type('\n\n');
  await button(page, 'Danh sách').click();
  await page.keyboard.type('trồng trọt\nchăn nuôi\nphòng bệnh');
}

/** Writes the old article as another editor would. */
async function saveElsewhere(page: Page, text: string): Promise<void> {
  await page.evaluate(
    async ({ folders, content }) => {
      let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('site');
      for (const name of folders.slice(0, -1)) folder = await folder.getDirectoryHandle(name);
      const stream = await (await folder.getFileHandle(folders.at(-1) ?? '')).createWritable();
      await stream.write(content);
      await stream.close();
    },
    { folders: oldPath.split('/'), content: text },
  );
}

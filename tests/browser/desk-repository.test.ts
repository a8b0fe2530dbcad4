import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { serveFolder } from '#bench/browser/serve-folder.ts';
import { writeDeskSite } from '#bench/fixtures/write-desk-site.ts';
import { filesIn } from '#site/cache/files-in.ts';
import { writeContent } from '#site/guide/content-files.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { projectRoot } from '#site/settings.ts';
import { connectBrowser } from './connect-browser.ts';
import { type FakeGitHub, fakeGitHub } from './fake-github.ts';
import { openPage } from './open-page.ts';

const path = 'content/articles/2026/2026-11-23-hoi-nghi.md';
const smallSite = readFileSync(join(projectRoot, 'tests', 'fixtures', 'small', 'site.yaml'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'desk-'));
const [contentDir, siteDir] = [join(folder, 'content'), join(folder, 'site')];
writeContent(contentDir, {
  'articles/2026/2026-11-23-hoi-nghi.md': validArticle,
  'site.yaml': `${smallSite}desk:\n  host: github\n  repository: to-chuc/trang-web\n`,
});
const files = new Map(
  [...filesIn(contentDir)].map((name) => [`content/${name}`, readFileSync(join(contentDir, name))] as const),
);

const browser = await connectBrowser();
await writeDeskSite(siteDir, contentDir, new Date('2026-11-29T08:00:00+07:00'), false);
const server = await serveFolder(siteDir);
afterAll(async () => {
  await browser?.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface RepositoryDesk {
  readonly page: Page;
  readonly host: FakeGitHub;
  readonly text: Locator;
  readonly saveButton: Locator;
  /** Console errors and exceptions, and the URLs that were requested from other hosts. */
  readonly reports: readonly string[];
}

/** The desk of a width in pixels, signed in, with the article open. */
async function openArticle(width: number): Promise<RepositoryDesk> {
  const { page, reports } = await openPage(browser, `${server.origin}/404.html`, { width });
  page.on('request', (request) => {
    const url = request.url();
    if (/^https?:/.test(url) && !url.startsWith(server.origin) && !url.startsWith('https://api.github.com/'))
      reports.push(url);
  });
  const host = await fakeGitHub(page, files);
  await page.goto(`${server.origin}/admin/`);
  await page.getByRole('button', { name: 'Đăng nhập bằng mã truy cập' }).click();
  await page.getByRole('textbox', { name: 'Mã truy cập cá nhân' }).fill('github_pat_thu');
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await page.getByText('Bài viết').first().waitFor();
  await page.goto(`${server.origin}/admin/#/collections/articles/entries/2026/2026-11-23-hoi-nghi`);
  const text = page.getByRole('textbox', { name: 'Nội dung' });
  await text.waitFor();
  return { page, host, text, saveButton: page.getByRole('button', { name: 'Lưu', exact: true }), reports };
}

describe.runIf(browser)('the desk of a repository', () => {
  test('signs in with a token, and commits one changed line', async () => {
    const { page, host, text, saveButton, reports } = await openArticle(1280);
    const written = await text.inputValue();
    await text.fill(`${written} Thêm một câu.`);
    await saveButton.click();
    await expect.poll(() => host.commits).toHaveLength(1);
    expect(host.files.get(path)?.toString()).toBe(validArticle.replace(written, `${written} Thêm một câu.`));
    await page.getByText('Đã lưu bài viết.').waitFor();
    expect(reports).toEqual([]);
    await page.context().close();
  });

  test.each([
    ['beside the preview', 1280],
    ['on a telephone, without the preview', 390],
  ])('shows what another editor has committed meanwhile, %s', async (_, width) => {
    const { page, host, text, saveButton, reports } = await openArticle(width);
    const written = await text.inputValue();
    const other = validArticle.replace(written, 'Bản của người khác.');
    host.commitElsewhere(path, other);
    await text.fill(`${written} Một câu nữa.`);
    await saveButton.click();
    await page.getByRole('button', { name: 'Xem hai bản rồi lưu' }).click();
    const versions = page.getByRole('dialog', { name: 'Người khác vừa sửa bài này' });
    await versions.waitFor();
    expect(await versions.getByLabel('Bản người khác đã lưu').textContent()).toContain('Bản của người khác.');
    expect(host.files.get(path)?.toString()).toBe(other);
    await versions.getByRole('button', { name: 'Lưu bản của tôi, bỏ bản kia' }).click();
    await expect.poll(() => host.files.get(path)?.toString()).toContain('Một câu nữa.');
    expect(reports).toEqual([]);
    await page.context().close();
  });
});

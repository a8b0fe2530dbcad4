import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { serveFolder } from '#bench/browser/serve-folder.ts';
import { writeContent } from '#site/guide/content-files.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { buildFolder } from '../build-folder.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { accessibilityViolations } from './accessibility-violations.ts';
import { openPage } from './open-page.ts';
import { openServedSites } from './open-served-sites.ts';
import { endUtterance, spokenUtterances, stubVoices } from './stub-voices.ts';

const { sharedBrowser } = await openServedSites();

const noted = validArticle.replace('đã báo cáo.', 'đã báo cáo[^1]. Rồi bàn[^1].\n\n[^1]: Theo biên bản.');
const folder = mkdtempSync(join(tmpdir(), 'notes-'));
writeContent(join(folder, 'content'), { 'articles/2026/2026-11-23-hoi-nghi.md': noted });
await buildFolder(join(folder, 'content'), join(folder, 'site'));
const site = await serveFolder(join(folder, 'site'));
const address = `${site.origin}/bai-viet/hoi-nghi/`;
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.runIf(sharedBrowser)('the footnotes of an article', () => {
  test('are followed and left by keyboard, without JavaScript', async () => {
    const { page } = await openPage(sharedBrowser, address, { javaScript: false });
    const hash = () => new URL(page.url()).hash;
    await page.getByRole('link', { name: 'Chú thích 1', exact: true }).last().press('Enter');
    expect(hash()).toBe('#chu-thich-1');
    await page.getByRole('link', { name: 'Về chỗ nhắc chú thích 1' }).last().press('Enter');
    expect(hash()).toBe('#nhac-chu-thich-1-2');
    await page.context().close();
  });

  test.each([320, 768, 1440])('fit %s px, without accessibility violations', async (width) => {
    for (const dark of [false, true]) {
      const { page } = await openPage(sharedBrowser, address, { width, dark });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      expect(await accessibilityViolations(page)).toEqual([]);
      await page.context().close();
    }
  });

  test('are read aloud with the article, without their numbers and back links', async () => {
    const { page } = await openPage(sharedBrowser, site.origin);
    await stubVoices(page, ['vi-VN']);
    await page.goto(address);
    await page.getByRole('button', { name: 'Nghe bài' }).press('Enter');
    const bar = page.getByRole('group', { name: 'Nghe bài' });
    await bar.waitFor();
    while ((await bar.count()) > 0) await endUtterance(page);
    expect((await spokenUtterances(page)).map(({ text }) => text)).toEqual([
      'Hội nghị tổng kết năm',
      'Liên hiệp hội họp tổng kết.',
      'Các hội thành viên đã báo cáo.',
      'Rồi bàn.',
      'Theo biên bản.',
    ]);
    await page.context().close();
  });

  test('are saved with the article, with working links inside the file', async () => {
    const { page } = await openPage(sharedBrowser, address);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Lưu bài' }).press('Enter'),
    ]);
    const file = join(temporaryFolder(), 'luu.html');
    await download.saveAs(file);
    await page.goto(pathToFileURL(file).href);
    await page.getByRole('link', { name: 'Chú thích 1', exact: true }).first().press('Enter');
    expect(page.url()).toBe(`${pathToFileURL(file).href}#chu-thich-1`);
    expect(await page.locator('#chu-thich-1').innerText()).toContain('Theo biên bản.');
    await page.context().close();
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fullArticleAddress, pageKinds } from '#bench/browser/page-kinds.ts';
import { projectRoot } from '#site/settings.ts';
import { openPage, type PageOptions } from './open-page.ts';
import { openServedSites } from './open-served-sites.ts';

const { everyStateOrigin, newsroomOrigin, sharedBrowser } = await openServedSites();

const links = (page: Page) => page.locator('.gallery a');
const viewer = (page: Page) => page.getByRole('dialog', { name: 'Bộ ảnh' });

async function openViewer(reader: PageOptions = {}) {
  const { page, reports } = await openPage(sharedBrowser, everyStateOrigin + fullArticleAddress, reader);
  await links(page).first().focus();
  await page.keyboard.press('Enter');
  await viewer(page).waitFor();
  return { page, reports };
}

describe.runIf(sharedBrowser)('a gallery', () => {
  test('is operated by keyboard: open, next, previous, and close with the focus on the last picture', async () => {
    const { page, reports } = await openViewer();
    const currentAlt = () => viewer(page).getByRole('img').getAttribute('alt');
    expect(await currentAlt()).toBe('Hình vẽ trạm bơm bên bờ ruộng');
    expect(await viewer(page).locator('figcaption').innerText()).toContain('Trạm bơm, hình vẽ minh họa');
    expect(await viewer(page).getByRole('status').textContent()).toBe('Ảnh 1 / 4: Hình vẽ trạm bơm bên bờ ruộng');
    await page.keyboard.press('ArrowRight');
    expect(await currentAlt()).toBe('Hình vẽ hạt lúa, cao hơn màn hình');
    expect(await viewer(page).locator('figcaption').count()).toBe(0);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await viewer(page).getByRole('status').innerText()).toContain('Ảnh 4 / 4');
    await page.keyboard.press('Escape');
    expect(await viewer(page).count()).toBe(0);
    // The close event of a dialog comes after the key was handled.
    await expect
      .poll(() =>
        links(page)
          .nth(3)
          .evaluate((link) => link === document.activeElement),
      )
      .toBe(true);
    expect(new URL(page.url()).pathname).toBe(fullArticleAddress);
    expect(reports).toEqual([]);
    await page.context().close();
  });

  test('returns the focus to the opened picture when closed at once', async () => {
    const { page } = await openViewer();
    await viewer(page).getByRole('button', { name: 'Đóng' }).click();
    expect(
      await links(page)
        .first()
        .evaluate((link) => link === document.activeElement),
    ).toBe(true);
    await page.context().close();
  });

  test.each([
    [320, 600],
    [768, 900],
    [1440, 800],
  ])('shows a picture and its buttons unclipped on a screen of %s × %s', async (width, height) => {
    const { page } = await openViewer({ width });
    await page.setViewportSize({ width, height });
    for (let picture = 0; picture < 4; picture++) {
      await viewer(page)
        .getByRole('img')
        .evaluate((img: HTMLImageElement) => img.decode());
      const clipped = await viewer(page)
        .locator('img, button, figcaption, p')
        .evaluateAll((parts) =>
          parts
            .map((part) => part.getBoundingClientRect())
            .filter(
              ({ top, left, right, bottom }) => top < 0 || left < 0 || right > innerWidth || bottom > innerHeight,
            ),
        );
      expect(clipped).toEqual([]);
      const [shape, natural] = await viewer(page)
        .getByRole('img')
        .evaluate((img: HTMLImageElement) => [img.width / img.height, img.naturalWidth / img.naturalHeight]);
      expect(shape).toBeCloseTo(natural ?? 0, 1);
      await page.keyboard.press('ArrowRight');
    }
    await page.context().close();
  });

  test.each([false, true])('has no accessibility violations when open (dark: %s)', async (dark) => {
    const { page } = await openViewer({ dark });
    await page.evaluate(readFileSync(join(projectRoot, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8'));
    const faults = await page.evaluate(
      "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join(' | ')))",
    );
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('without JavaScript links to the large picture', async () => {
    const { page } = await openPage(sharedBrowser, everyStateOrigin + fullArticleAddress, { javaScript: false });
    await links(page).first().click();
    expect(page.url()).toMatch(new RegExp(`^${everyStateOrigin}/hinh-anh/.+-960\\.jpeg$`));
    await page.context().close();
  });

  test('has a script that pages without a gallery do not load', async () => {
    const { page } = await openPage(sharedBrowser, everyStateOrigin + fullArticleAddress);
    expect(await page.locator('script[src="/bo-anh.js"]').count()).toBe(1);
    for (const address of [pageKinds.home, pageKinds.article]) {
      await page.goto(newsroomOrigin + address);
      expect(await page.locator('script[src="/bo-anh.js"]').count()).toBe(0);
    }
    await page.context().close();
  });
});

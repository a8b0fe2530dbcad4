import { describe, expect, test } from 'vitest';
import { fullArticleAddress, pageKinds } from '#bench/browser/page-kinds.ts';
import { openPage } from './open-page.ts';
import { openServedSites } from './open-served-sites.ts';
import { stubVoices } from './stub-voices.ts';

const { everyStateOrigin, newsroomOrigin, pageUrls, sharedBrowser } = await openServedSites();

/** A4 less its margins of 17 mm, in CSS pixels. */
const paperWidth = 665;

describe.runIf(sharedBrowser).each([false, true])('printed (dark: %s)', (dark) => {
  const reader = { media: 'print', width: paperWidth, dark } as const;

  test('an article keeps its text and loses its interactive parts', async () => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin, reader);
    await stubVoices(page, ['vi-VN']);
    await page.goto(newsroomOrigin + pageKinds.article);
    await page.locator('.category button').waitFor({ state: 'attached' });
    for (const selector of [
      '.menu',
      '.breadcrumb',
      '.masthead form',
      '.tool',
      '.text-size',
      '.contrast',
      '.category button',
      '.sidebar',
      '.share',
      '.report',
      '.neighbours',
      '.related',
      '.skip-link',
      '.footer ul',
      '[data-count=views]',
      '.article-tools',
    ])
      expect(await page.locator(selector).first().isVisible(), selector).toBe(false);
    for (const words of [
      'Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Mẫu',
      'Liên hiệp Hội Thái Bình ký kêt chương trình phối hợp',
      'Thứ Tư, 20/06/2018',
      'Tác giả: BTT',
      'Chiều ngày 20/6/2018',
      `Bài đăng tại https://example.org${pageKinds.article}`,
      'Số 1 đường Ví Dụ',
    ])
      expect(await page.getByText(words).first().isVisible(), words).toBe(true);
    await page.context().close();
  });

  test('every kind of page is black on white and no wider than the paper', async () => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin, reader);
    for (const [kind, url] of pageUrls) {
      await page.goto(url);
      const printed = await page.evaluate(() => {
        const visible = [...document.querySelectorAll('body, body *')].filter((element) => element.checkVisibility());
        return {
          inks: [
            ...new Set(
              visible.filter((element) => element.textContent.trim()).map((element) => getComputedStyle(element).color),
            ),
          ],
          papers: [...new Set(visible.map((element) => getComputedStyle(element).backgroundColor))].sort(),
          tooWide: visible
            .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5)
            .map((element) => element.outerHTML.slice(0, 80)),
        };
      });
      expect(printed.tooWide, kind).toEqual([]);
      expect(printed.inks, kind).toEqual(['rgb(0, 0, 0)']);
      // Marked text keeps its yellow background.
      for (const paper of printed.papers)
        expect(['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)', 'rgb(255, 255, 0)'], kind).toContain(paper);
    }
    await page.context().close();
  });

  test('links show their URL, closed details their content, and nothing is clipped', async () => {
    const { page } = await openPage(sharedBrowser, everyStateOrigin + fullArticleAddress, reader);
    const after = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element, '::after').content);
    expect(await after('.prose a')).toContain('https://example.org/');
    expect(await after('.source a')).toContain('https://example.org/bao-mau/');
    expect(
      await page.getByText('Phần mở ra.').evaluate((part) => part.checkVisibility({ contentVisibilityAuto: true })),
    ).toBe(true);
    const clipped = await page
      .locator('.table-scroll, pre, table')
      .evaluateAll((boxes) => boxes.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1).length);
    expect(clipped).toBe(0);
    await page.context().close();
  });

  test('text is black on white, whatever contrast the reader chose', async () => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin + pageKinds.article, {
      ...reader,
      localStorage: { 'tuong-phan': 'more' },
    });
    const [ink, paper] = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.body);
      return [color, backgroundColor];
    });
    expect([ink, paper]).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    await page.context().close();
  });

  test('the text has 11 pt, whatever size the reader chose', async () => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin + pageKinds.article, {
      dark,
      width: 1440,
    });
    await page.getByRole('radio', { name: 'Chữ lớn' }).check();
    await page.emulateMedia({ media: 'print' });
    const size = await page
      .locator('.prose p')
      .first()
      .evaluate((text) => getComputedStyle(text).fontSize);
    expect(Number.parseFloat(size)).toBeCloseTo((11 * 96) / 72, 1);
    await page.context().close();
  });

  test('a heading is never alone at the foot of a sheet, and a picture takes at most 8 cm', async () => {
    const { page } = await openPage(sharedBrowser, everyStateOrigin + fullArticleAddress, reader);
    const headings = await page
      .locator(':is(h1, h2, h3, h4)')
      .evaluateAll((all) => all.map((heading) => getComputedStyle(heading).breakAfter));
    expect(new Set(headings)).toEqual(new Set(['avoid']));
    const heights = await page.locator('figure img').evaluateAll((all) => all.map(({ clientHeight }) => clientHeight));
    expect(Math.max(...heights)).toBeLessThanOrEqual((80 * 96) / 25.4 + 1);
    await page.context().close();
  });

  test('a video is its poster and its URL; an address that is written out is not repeated', async () => {
    const { page } = await openPage(sharedBrowser, everyStateOrigin + fullArticleAddress, reader);
    expect(await page.locator('video').isVisible()).toBe(false);
    for (const poster of await page.locator('.video img').all()) expect(await poster.isVisible()).toBe(true);
    const after = (selector: string) =>
      page.locator(selector).evaluateAll((all) => all.map((element) => getComputedStyle(element, '::after').content));
    expect(await after('.video')).toEqual([
      `"Video: https://example.org${fullArticleAddress}doan-phim.mp4"`,
      '"Video: https://www.example.org/phim/tram-bom?v=1"',
    ]);
    expect(await after('.prose a[href*="/tai-lieu/phien-hop"]')).toEqual(['none']);
    await page.context().close();
  });

  test.each(['questions', 'not found'] as const)('the page “%s” leaves no second sheet for its foot', async (kind) => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin + pageKinds[kind], { dark });
    const pdf = await page.pdf({ preferCSSPageSize: true, format: 'A4' });
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
    await page.context().close();
  });

  test('no story of the home page and no point of a list goes on on the next sheet', async () => {
    const { page } = await openPage(sharedBrowser, newsroomOrigin, reader);
    for (const [url, parts] of [
      [pageKinds.home, '.rows > *'],
      [pageKinds['long article'], '.prose :is(li, ul, ol)'],
    ]) {
      await page.goto(newsroomOrigin + url);
      const breaks = await page
        .locator(`${parts}`)
        .evaluateAll((all) => all.map((part) => getComputedStyle(part).breakInside));
      expect(new Set(breaks), url).toEqual(new Set(['avoid']));
    }
    await page.context().close();
  });

  test.each([
    ['the first article of the union', pageUrls.find(([kind]) => kind === 'first article')?.[1] ?? ''],
    ['a short article with a cover', `${newsroomOrigin}/bai-viet/ket-qua-hoi-thi-sang-tao-ky-thuat-lan-thu-nam/`],
  ])('%s takes one sheet of A4, its code beside the letterhead', async (_, url) => {
    const { page } = await openPage(sharedBrowser, url, { dark });
    await page.evaluate(() => {
      window.print = () => {};
    });
    await page.getByRole('button', { name: 'In bài' }).click();
    await page.locator('.printed-from svg').waitFor({ state: 'attached' });
    const pdf = await page.pdf({ preferCSSPageSize: true, format: 'A4' });
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
    await page.emulateMedia({ media: 'print' });
    const [code, name, title] = await Promise.all(
      ['.printed-from svg', '.masthead-name', 'h1'].map((selector) => page.locator(selector).last().boundingBox()),
    );
    expect(code?.width).toBeCloseTo((21 * 96) / 25.4, 0);
    expect(code?.x).toBeGreaterThan((name?.x ?? 0) + (name?.width ?? 0));
    expect((code?.y ?? 0) + (code?.height ?? 0)).toBeLessThan(title?.y ?? 0);
    await page.context().close();
  });
});

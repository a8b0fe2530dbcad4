import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fullArticleAddress, pageKinds } from '#bench/browser/page-kinds.ts';
import type { WatchedSites } from './serve-watched-sites.ts';
import type { TestedBrowser, TestedPage } from './tested-browser.ts';

const focus = (page: TestedPage, selector: string) =>
  page.evaluate((selected) => document.querySelector<HTMLElement>(selected)?.focus(), selector);
const textOf = (page: TestedPage, selector: string) =>
  page.evaluate((selected) => document.querySelector<HTMLElement>(selected)?.innerText ?? '', selector);
const count = (page: TestedPage, selector: string) =>
  page.evaluate((selected) => document.querySelectorAll(selected).length, selector);
const hasFocus = (page: TestedPage, selector: string) =>
  page.evaluate((selected) => document.activeElement?.matches(selected) ?? false, selector);
const leadHeight = (page: TestedPage) =>
  page.evaluate(() => document.querySelector('.lead')?.getBoundingClientRect().height ?? 0);

/** Enters text as an input method does: the field changes several times before the composition ends. */
function compose(steps: readonly string[]): void {
  const field = document.activeElement as HTMLInputElement;
  field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
  for (const step of steps) {
    field.dispatchEvent(new CompositionEvent('compositionupdate', { bubbles: true, data: step }));
    field.value = step;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, data: step, isComposing: true }));
  }
  field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: steps.at(-1) ?? '' }));
}

/** A PDF file as text, with the streams in it that are compressed. */
function inflatedPdf(pdf: Buffer): string {
  const source = pdf.toString('latin1');
  const streams = [...source.matchAll(/\bstream\r?\n(.*?)\nendstream/gs)].map(([, stream = '']) => {
    try {
      return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  return [source, ...streams].join('\n');
}

/** Defines the tests of what readers do on a page, each tool once. */
export function testTools(browser: TestedBrowser | undefined, sites: WatchedSites): void {
  const { newsroomOrigin, everyStateOrigin, policyReports } = sites;

  describe.runIf(browser)('a reader', () => {
    let page: TestedPage;
    beforeAll(async () => {
      if (!browser) return;
      page = await browser.openPage();
      await page.resize(1440, 800);
    });
    afterAll(() => page?.close());
    afterEach(() => {
      expect(page.scriptErrors()).toEqual([]);
      expect(policyReports()).toEqual([]);
    });

    test('types a search, walks to the first result by keyboard and opens it', async () => {
      await page.goto(newsroomOrigin + pageKinds.search);
      await expect
        .poll(() => page.evaluate(() => document.querySelector('form.search-page')?.checkVisibility()))
        .toBe(true);
      await focus(page, '#q');
      await page.type('vuon thuc vat');
      // Results of a part of these words would be replaced, with the link that has the focus.
      await expect.poll(() => page.evaluate(() => location.hash)).toBe('#q=vuon+thuc+vat');
      await expect.poll(() => count(page, '.search-results[aria-busy]')).toBe(0);
      await expect.poll(() => textOf(page, '.search-results a')).toContain('Khánh thành vườn thực vật');
      await page.press('ArrowDown');
      expect(await hasFocus(page, '.search-results li:first-child a')).toBe(true);
      await page.press('Enter');
      await expect.poll(() => textOf(page, 'h1')).toContain('Khánh thành vườn thực vật');
    });

    test('searches with an input method, and from the masthead', async () => {
      await page.goto(newsroomOrigin);
      await focus(page, '.masthead input[name="q"]');
      await page.evaluate(compose, ['v', 'vư', 'vườ', 'vườn', 'vườn thưc', 'vườn thực vật']);
      await page.press('Enter');
      await expect.poll(() => textOf(page, '.search-results a')).toContain('Khánh thành vườn thực vật');
      await page.evaluate(() => (document.querySelector<HTMLInputElement>('#q') as HTMLInputElement).select());
      await page.evaluate(compose, ['n', 'nư', 'nước', 'nước giếng']);
      await expect.poll(() => textOf(page, '.search-results a')).toContain('giếng');
    });

    test('filters the register of documents', async () => {
      await page.goto(newsroomOrigin + pageKinds.documents);
      await expect.poll(() => count(page, '.register tbody tr:not([hidden])')).toBe(4);
      await page.evaluate(() => {
        const select = document.querySelector<HTMLSelectElement>('select[name="hieu-luc"]');
        if (!select) throw new Error('no select');
        select.value = 'con';
        select.dispatchEvent(new Event('change', { bubbles: true }));
      });
      await expect.poll(() => count(page, '.register tbody tr:not([hidden])')).toBeLessThan(4);
    });

    test('opens a gallery, walks through it and is back at the picture', async () => {
      await page.goto(everyStateOrigin + fullArticleAddress);
      await focus(page, '.gallery a');
      await page.press('Enter');
      await expect.poll(() => textOf(page, 'dialog[open] [role="status"]')).toContain('Ảnh 1 / 4');
      await page.press('ArrowRight');
      expect(await textOf(page, 'dialog[open] [role="status"]')).toContain('Ảnh 2 / 4');
      const picture = await page.evaluate(async () => {
        const img = document.querySelector<HTMLImageElement>('dialog[open] img');
        await img?.decode();
        return img?.naturalWidth ?? 0;
      });
      expect(picture).toBeGreaterThan(0);
      await page.press('Escape');
      await expect.poll(() => count(page, 'dialog[open]')).toBe(0);
      await expect
        .poll(() => page.evaluate(() => document.activeElement === document.querySelectorAll('.gallery a')[1]))
        .toBe(true);
    });

    test('sees where the focus is on each link of a gallery', async () => {
      await page.goto(everyStateOrigin + fullArticleAddress);
      for (let index = 0; index < 4; index++) {
        const box = await page.evaluate((place) => {
          const link = document.querySelectorAll<HTMLElement>('.gallery a')[place];
          link?.focus({ focusVisible: true } as FocusOptions);
          if (!link) return undefined;
          const { width, height } = link.getBoundingClientRect();
          const { outlineStyle, outlineWidth } = getComputedStyle(link);
          return { isSeen: width >= 24 && height >= 24, outline: `${outlineStyle} ${outlineWidth}` };
        }, index);
        expect(box).toEqual({ isSeen: true, outline: 'solid 3px' });
      }
    });

    test('saves an article as one file', async () => {
      await page.goto(everyStateOrigin + fullArticleAddress);
      await expect
        .poll(() => page.evaluate(() => document.querySelector('.share li:last-child button')?.checkVisibility()))
        .toBe(true);
      await focus(page, '.share li:last-child button');
      await page.press('Enter');
      await expect.poll(() => textOf(page, '.share li:last-child button')).toBe('Đã tải về');
      const { downloadFolder } = browser ?? {};
      if (downloadFolder)
        await expect.poll(() => readFileSync(join(downloadFolder, 'du-moi-dang.html'), 'utf8')).toMatch(/<\/html>\s*$/);
    });

    test('chooses large letters and more contrast, which the next page keeps', async () => {
      await page.goto(newsroomOrigin + pageKinds.article);
      const before = await leadHeight(page);
      const click = (selector: string) =>
        page.evaluate((selected) => document.querySelector<HTMLElement>(selected)?.click(), selector);
      await click('input[name="co-chu"][value="large"]');
      expect(await leadHeight(page)).toBeGreaterThan(before);
      await click('#tuong-phan');
      await page.goto(newsroomOrigin + pageKinds.event);
      expect(await page.evaluate(() => ({ ...document.documentElement.dataset }))).toMatchObject({
        size: 'large',
        contrast: 'more',
      });
      await click('#tuong-phan');
      await click('input[name="co-chu"][value="normal"]');
    });

    test.runIf(browser?.canPrint)('prints an article to PDF, on fewer than ten sheets', async () => {
      await page.goto(newsroomOrigin + pageKinds['long article']);
      const pdf = Buffer.from(await page.print());
      expect(pdf.toString('latin1')).toMatch(/^%PDF-/);
      const sheets = inflatedPdf(pdf).match(/\/Type\s*\/Page\b/g)?.length;
      expect(sheets).toBeGreaterThan(1);
      expect(sheets).toBeLessThan(10);
    });

    test.runIf(browser?.canDisableJavaScript)('without scripts reads an article and enlarges its letters', async () => {
      const plain = await browser?.openPage({ javaScript: false });
      if (!plain) throw new Error('no page');
      await plain.resize(1440, 800);
      await plain.goto(newsroomOrigin + pageKinds.article);
      expect(await textOf(plain, 'h1')).toContain('ký kêt');
      expect(
        await plain.evaluate(() =>
          [...document.querySelectorAll('button')]
            .filter((button) => button.checkVisibility({ visibilityProperty: true }))
            .map((b) => b.innerText),
        ),
      ).toEqual(['Tìm']);
      const before = await leadHeight(plain);
      await focus(plain, 'input[name="co-chu"][value="normal"]');
      await plain.press('ArrowRight');
      expect(await leadHeight(plain)).toBeGreaterThan(before);
      await plain.close();
    });
  });
}

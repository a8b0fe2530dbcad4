import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { pageKinds } from '#bench/browser/page-kinds.ts';
import { projectRoot } from '#site/settings.ts';
import { openPage } from './open-page.ts';
import { openServedSites } from './open-served-sites.ts';

const { newsroomOrigin, sharedBrowser } = await openServedSites();

const register = newsroomOrigin + pageKinds.documents;
const visibleNumbers = (page: Page) => page.locator('.register tbody th:visible').allInnerTexts();
const choose = (page: Page, label: string, choice: string) => page.getByLabel(label).selectOption(choice);

describe.runIf(sharedBrowser)('a reader of the register of documents', () => {
  test('filters it in place, gets the number of matches and a URL to share', async () => {
    const { page, reports } = await openPage(sharedBrowser, register);
    expect(await visibleNumbers(page)).toHaveLength(4);
    expect(await page.getByRole('status').innerText()).toBe('4 văn bản');
    expect(await page.getByRole('button', { name: 'Xem tất cả' }).count()).toBe(0);
    await choose(page, 'Loại văn bản', 'Quy chế');
    expect(await page.getByRole('button', { name: 'Xem tất cả' }).count()).toBe(1);
    await choose(page, 'Hiệu lực', 'Còn hiệu lực');
    expect(await visibleNumbers(page)).toEqual(['11/QC-MAU']);
    expect(await page.getByRole('status').innerText()).toBe('1 trong 4 văn bản');
    expect(new URL(page.url()).search).toBe('?loai=quy-che&hieu-luc=con');
    const { page: other } = await openPage(sharedBrowser, page.url());
    expect(await visibleNumbers(other)).toEqual(['11/QC-MAU']);
    expect(await other.getByLabel('Loại văn bản').inputValue()).toBe('quy-che');
    expect(reports).toEqual([]);
    await Promise.all([page, other].map((opened) => opened.context().close()));
  });

  test('gets a message when nothing matches, and can reset the filters by keyboard', async () => {
    const { page } = await openPage(sharedBrowser, `${register}?nam=2024&hieu-luc=con`);
    expect(await visibleNumbers(page)).toEqual([]);
    expect(await page.getByRole('status').innerText()).toBe('Không có văn bản nào khớp với lựa chọn này.');
    await page.getByLabel('Hiệu lực').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await visibleNumbers(page)).toHaveLength(4);
    expect(page.url()).toBe(register);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('loai');
    await page.context().close();
  });

  test('filters by keyboard', async () => {
    const { page } = await openPage(sharedBrowser, register);
    await page.getByLabel('Loại văn bản').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    expect(await visibleNumbers(page)).toEqual(['29/CV-MAU', '11/QC-MAU']);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('nam');
    await page.context().close();
  });

  test('sees all documents when the URL has an unknown filter value', async () => {
    const { page } = await openPage(sharedBrowser, `${register}?nam=1999`);
    expect(await visibleNumbers(page)).toHaveLength(4);
    await page.context().close();
  });

  test('finds the same filters after going back from a document', async () => {
    const { page } = await openPage(sharedBrowser, register);
    await choose(page, 'Năm ban hành', '2024');
    await page.getByRole('link', { name: 'Quy chế mượn dụng cụ đo' }).click();
    await page.getByRole('link', { name: 'Quy chế 11/QC-MAU' }).waitFor();
    await page.goBack();
    expect(await visibleNumbers(page)).toEqual(['03/QC-MAU']);
    await page.context().close();
  });

  test('without JavaScript has filtered pages instead, and no inert controls', async () => {
    const { page } = await openPage(sharedBrowser, register, { javaScript: false });
    expect(await page.getByRole('main').getByRole('combobox').count()).toBe(0);
    expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
    await page.getByRole('link', { name: '2024', exact: true }).click();
    expect(await visibleNumbers(page)).toEqual(['03/QC-MAU']);
    await page.context().close();
  });

  test.each(['', '?nam=2026', '?nam=2024&hieu-luc=con'])(
    'has no accessibility violations with the query “%s”',
    async (query) => {
      const { page } = await openPage(sharedBrowser, register + query, { width: 320 });
      await page.evaluate(readFileSync(join(projectRoot, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8'));
      expect(await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))')).toEqual([]);
      await page.context().close();
    },
  );

  test.each([320, 1440])('gets a table in the accessibility tree, %s px wide', async (width) => {
    const { page } = await openPage(sharedBrowser, register, { width });
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const roles = (role: string) => nodes.filter((node) => node.role?.value === role && !node.ignored).length;
    expect({
      rows: roles('row'),
      headers: roles('columnheader'),
      names: roles('rowheader'),
      cells: roles('cell'),
    }).toEqual({
      rows: 5,
      headers: 4,
      names: 4,
      cells: 12,
    });
    await page.context().close();
  });

  test('the number of another document is not broken at its hyphen', async () => {
    for (const address of [pageKinds.document, pageKinds['replaced document'], pageKinds.documents]) {
      const { page } = await openPage(sharedBrowser, newsroomOrigin + address, { width: 390 });
      const numbers = page.locator('main a .word', { hasText: '/QC-' });
      expect(await numbers.count(), address).toBeGreaterThan(0);
      const lines = await numbers.evaluateAll((all) => all.map((number) => number.getClientRects().length));
      expect(new Set(lines), address).toEqual(new Set([1]));
      await page.context().close();
    }
  });
});

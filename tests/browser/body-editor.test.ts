import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { accessibilityViolations } from './accessibility-violations.ts';
import { connectBrowser } from './connect-browser.ts';
import { bundleBodyEditor, openBodyEditor } from './open-body-editor.ts';

const [browser, files] = await Promise.all([connectBrowser(), bundleBodyEditor()]);
afterAll(() => browser?.close());

const open = (text: string, options?: Parameters<typeof openBodyEditor>[3]) =>
  openBodyEditor(browser, files, text, options);

/** The keys that a Vietnamese keyboard program sends for a word: letters taken back and written again with marks. */
async function typeBurst(page: Page, keys: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const backspace = { key: 'Backspace', code: 'Backspace', windowsVirtualKeyCode: 8 };
  const events = keys.flatMap((key) => {
    const isBackspace = key === 'Backspace';
    const pressed = isBackspace
      ? { type: 'rawKeyDown' as const, ...backspace }
      : { type: 'keyDown' as const, text: key };
    return [pressed, { type: 'keyUp' as const, ...(isBackspace ? backspace : { key }) }];
  });
  // All at once, without waiting for an answer.
  await Promise.all(events.map((event) => session.send('Input.dispatchKeyEvent', event)));
}

describe.runIf(browser)('the editor of a body', () => {
  test('keeps every letter of a burst of keys, and tells every change', async () => {
    const { page, value, select, said, reports } = await open('Hội: ');
    await select('Hội: ', 'caret');
    const word = [
      't',
      'h',
      'u',
      'o',
      'n',
      'g',
      ...Array(4).fill('Backspace'),
      ...'ương',
      ...Array(3).fill('Backspace'),
    ];
    await typeBurst(page, [...word, ...'ờng ', ...'d', 'Backspace', ...'đ']);
    await expect.poll(value).toBe('Hội: thường đ');
    expect((await said()).changes.at(-1)).toBe('Hội: thường đ');
    await page.evaluate(() => {
      const { editor } = window as never as { editor: { setValue: (text: string) => void } };
      editor.setValue('Hội: thường đ');
    });
    await typeBurst(page, ['i']);
    await expect.poll(value).toBe('Hội: thường đi');
    expect(reports).toEqual([]);
    await page.context().close();
  });

  test('changes nothing under a composition', async () => {
    const { page, value, select, said } = await open('- Hội ');
    await select('- Hội ', 'caret');
    const session = await page.context().newCDPSession(page);
    const compose = (text: string) =>
      session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await compose('ngh');
    await page.evaluate(() => {
      const { editor } = window as never as { editor: { setValue: (text: string) => void } };
      editor.setValue('khác');
    });
    await compose('nghi');
    // The key that ends a composition on many keyboards.
    await page.locator('textarea').dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
    await session.send('Input.insertText', { text: 'nghị' });
    await expect.poll(value).toBe('- Hội nghị');
    expect((await said()).changes.at(-1)).toBe('- Hội nghị');
    await compose(' tổng');
    await page.getByRole('button', { name: 'Nghiêng' }).click();
    await page.keyboard.type('kết');
    await expect.poll(value).toBe('- Hội nghị tổng*kết*');
    await page.context().close();
  });

  test('a text from outside leaves the caret where it was, and none comes after the end', async () => {
    const { page, value, select, said } = await open('Một hai');
    const call = (name: 'setValue' | 'destroy', text = '') =>
      page.evaluate(
        ([method, given]) =>
          (window as never as { editor: Record<string, (text: string) => void> }).editor[method]?.(given),
        [name, text] as const,
      );
    await select('Một', 'caret');
    await call('setValue', 'Một hai\nba');
    await call('setValue', 'Một hai\r\nba');
    await page.keyboard.type('!');
    expect(await value()).toBe('Một! hai\nba');
    expect((await said()).changes).toEqual(['Một! hai\nba']);
    await call('destroy');
    expect(await page.locator('main').innerText()).toBe('Bài');
    await page.context().close();
  });

  test('what the bar and the keys do is taken back and done again in one step each', async () => {
    const { page, value, select, said, reports } = await open('Kết quả\n\nHội nghị tốt đẹp');
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    await select('nghị');
    await page.keyboard.press('Control+b');
    await select('Kết quả');
    await button('Tiêu đề').click();
    expect(await value()).toBe('## Kết quả\n\nHội **nghị** tốt đẹp');
    await expect.poll(() => button('Tiêu đề').getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('Control+z');
    expect(await value()).toBe('Kết quả\n\nHội **nghị** tốt đẹp');
    await button('Hoàn tác').click();
    expect(await value()).toBe('Kết quả\n\nHội nghị tốt đẹp');
    await button('Làm lại').click();
    expect(await value()).toBe('Kết quả\n\nHội **nghị** tốt đẹp');
    await select('nghị');
    await page.keyboard.press('Control+b');
    expect((await said()).changes.at(-1)).toBe('Kết quả\n\nHội nghị tốt đẹp');
    expect(reports).toEqual([]);
    await page.context().close();
  });

  test('Enter goes on with a list and ends it, and is taken back', async () => {
    const { page, value, select } = await open('Gồm:\n\n- một');
    await select('- một', 'caret');
    await page.keyboard.press('Enter');
    await page.keyboard.type('hai');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('sau');
    await page.keyboard.press('Enter');
    await page.keyboard.type('nữa');
    expect(await value()).toBe('Gồm:\n\n- một\n- hai\n\nsau\nnữa');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    expect(await value()).not.toContain('nữa');
    await page.context().close();
  });

  test('asks for the address of a link, says what is wrong with it, and takes it off', async () => {
    const { page, value, select } = await open('Xem trang hội.');
    await select('trang hội');
    await page.keyboard.press('Control+k');
    const dialog = page.getByRole('dialog', { name: 'Thêm liên kết' });
    const address = dialog.getByLabel('Địa chỉ');
    await expect.poll(() => address.evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.type('file:///C:/a.docx');
    await page.keyboard.press('Enter');
    expect(await address.evaluate((input: HTMLInputElement) => input.validationMessage)).toContain('https://');
    expect(await accessibilityViolations(page)).toEqual([]);
    await address.fill('www.vusta.vn');
    await page.keyboard.press('Enter');
    await expect.poll(value).toBe('Xem [trang hội](https://www.vusta.vn).');
    await select('trang', 'caret');
    await page.keyboard.press('Control+k');
    await page.getByRole('button', { name: 'Bỏ liên kết' }).click();
    await expect.poll(value).toBe('Xem trang hội.');
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    expect(await value()).toBe('Xem trang hội.');
    await page.context().close();
  });

  test('is accessible and fits a telephone: one stop of Tab, arrow keys, large targets, as high as its text', async () => {
    const { page } = await open('Dòng\n'.repeat(60), { width: 360, dark: true });
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowLeft');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Làm lại');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Nghiêng');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    const sizes = await page.evaluate(() => ({
      page: document.documentElement.scrollWidth,
      hidden: Array.from(document.querySelectorAll('textarea'), (area) => area.scrollHeight - area.clientHeight),
      lowest: Math.min(...Array.from(document.querySelectorAll('button'), (button) => button.offsetHeight)),
    }));
    expect(sizes).toEqual({ page: 360, hidden: [0], lowest: 44 });
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.context().close();
  });
});

import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { bold, paragraph, picture, run, wordDocument } from '#bench/fixtures/word-document.ts';
import { accessibilityViolations } from './accessibility-violations.ts';
import { connectBrowser } from './connect-browser.ts';
import { bundleBodyEditor, type EditorPage, openBodyEditor } from './open-body-editor.ts';

const [browser, files] = await Promise.all([connectBrowser(), bundleBodyEditor()]);
afterAll(() => browser?.close());

const open = (text: string, options?: Parameters<typeof openBodyEditor>[3]) =>
  openBodyEditor(browser, files, text, options);

/** A file as the clipboard or a drag holds it. */
interface HeldFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** Pastes or drops on the text; the browser's own paste of plain text does not follow an event of a script. */
async function give(
  { page }: EditorPage,
  kind: 'paste' | 'drop',
  { texts = {}, held = [] }: { texts?: Readonly<Record<string, string>>; held?: readonly HeldFile[] },
): Promise<boolean> {
  const encoded = held.map(({ name, type, bytes }) => ({ name, type, base64: bytes.toString('base64') }));
  return page
    .locator('textarea')
    .first()
    .evaluate(
      (area, [event, given, sent]) => {
        const data = new DataTransfer();
        for (const [type, text] of Object.entries(given)) data.setData(type, text);
        for (const { name, type, base64 } of sent)
          data.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name, { type }));
        // Dropped at the end of the text.
        const { right, bottom } = area.getBoundingClientRect();
        const options = { bubbles: true, cancelable: true, clientX: right - 20, clientY: bottom - 20 };
        return !area.dispatchEvent(
          event === 'paste'
            ? new ClipboardEvent('paste', { ...options, clipboardData: data })
            : new DragEvent('drop', { ...options, dataTransfer: data }),
        );
      },
      [kind, texts, encoded] as const,
    );
}

const photo = (width: number, height: number, colour = '#3a6') =>
  sharp({ create: { width, height, channels: 3, background: colour } });
const status = ({ page }: EditorPage) => page.getByRole('status').innerText();

describe.runIf(browser)('the editor of a body', () => {
  test('HTML is pasted as Markdown in one step of undo, and what was changed is told', async () => {
    const editor = await open('Trước ');
    const { page, value, select, reports } = editor;
    await select('Trước ', 'caret');
    const html = `<html xmlns:w="urn:schemas-microsoft-com:office:word"><body><p class=MsoNormal><b>Tư vấn</b> và phản biện<o:p></o:p></p><table><tr><td><p class=MsoNormal>Đơn vị</p></td><td><p>Số</p></td></tr><tr><td>Hội Tin học</td><td>12</td></tr></table></body></html>`;
    const picture = { name: 'image.png', type: 'image/png', bytes: await photo(10, 10).png().toBuffer() };
    expect(await give(editor, 'paste', { texts: { 'text/html': html, 'text/plain': 'Tư vấn' }, held: [picture] })).toBe(
      true,
    );
    const pasted = 'Trước\n\n**Tư vấn** và phản biện\n\n| Đơn vị | Số |\n|---|---|\n| Hội Tin học | 12 |';
    await expect.poll(value).toBe(pasted);
    await expect.poll(() => status(editor)).toContain('1 bảng chưa có đầu bảng');
    await page.keyboard.press('Control+z');
    expect(await value()).toBe('Trước ');
    expect(reports).toEqual([]);
    await page.context().close();
  });

  test('a long text is pasted whole, in one step of undo', async () => {
    const editor = await open('');
    const { page, value, said } = editor;
    const html =
      '<p>Hội nghị &lt;tổng&gt; kết&nbsp;&nbsp;&amp; <b>bàn</b>.</p><ul><li>một<ul><li>hai</li></ul></li></ul>'.repeat(
        400,
      );
    await give(editor, 'paste', { texts: { 'text/html': html, 'text/plain': 'a\nb' } });
    const part = 'Hội nghị \\<tổng> kết & **bàn**.\n\n- một\n  - hai';
    await expect.poll(value).toBe(Array(400).fill(part).join('\n\n'));
    expect((await said()).changes.length).toBe(1);
    await page.keyboard.press('Control+z');
    expect(await value()).toBe('');
    await page.context().close();
  });

  test('what says no more than its plain text is left to the browser, and Ctrl+Shift+V', async () => {
    const editor = await open('');
    const isTaken = (html: string, text: string, others = {}) =>
      give(editor, 'paste', { texts: { 'text/html': html, 'text/plain': text, ...others } });
    const [code, bold] = ['<div><b>a</b></div><div>b</div>', '<meta charset="utf-8"><p>a</p><p><b>b</b></p>'];
    const plain: readonly [string, string][] = [
      ['<meta charset="utf-8"><span style="color: rgb(0, 0, 0); font-weight: 400">Hội nghị</span>', 'Hội nghị'],
      ['<b style="font-weight:normal;" id="docs-internal-guid-1"><span>Hội nghị</span></b>', 'Hội nghị'],
      [`<meta charset="utf-8"><div style="font-family: Consolas, monospace; white-space: pre;">${code}</div>`, 'a\nb'],
      [`<html><body><pre style="font-family:'JetBrains Mono'">${code}</pre></body></html>`, 'a\nb'],
    ];
    for (const [html, text] of plain) expect(await isTaken(html, text)).toBe(false);
    expect(await isTaken(code, 'a\nb', { 'vscode-editor-data': '{}' })).toBe(false);
    await editor.page
      .locator('textarea')
      .dispatchEvent('keydown', { key: 'V', ctrlKey: true, shiftKey: true, bubbles: true });
    expect(await isTaken(bold, 'a\nb')).toBe(false);
    expect(await isTaken(bold, 'a\nb')).toBe(true);
    expect(await isTaken('<p style="font-family:.VnTime">Héi nghÞ</p>', 'Héi nghÞ')).toBe(true);
    await editor.page.context().close();
  });

  test('a pasted picture is described before it stands in the text; leaving the dialog adds nothing', async () => {
    const editor = await open('Một đoạn.\n\nHai.', { width: 360 });
    const { page, value, select, said, reports } = editor;
    await select('Một', 'caret');
    const held = [{ name: 'image.png', type: 'image/png', bytes: await photo(40, 20).png().toBuffer() }];
    expect(await give(editor, 'paste', { held })).toBe(true);
    const dialog = page.getByRole('dialog', { name: 'Mô tả ảnh' });
    const description = dialog.getByLabel('Trong ảnh là');
    await description.waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect([await value(), (await said()).files]).toEqual(['Một đoạn.\n\nHai.', []]);
    await give(editor, 'paste', { held });
    await description.fill('ảnh');
    await page.getByRole('button', { name: 'Chèn' }).click();
    expect(await description.evaluate((area: HTMLTextAreaElement) => area.validationMessage)).toContain(
      'không nói trong ảnh có gì',
    );
    await description.fill('Hội trường [A]');
    await dialog.getByLabel(/Chú thích/).fill('Ảnh "BTT"');
    await page.getByRole('button', { name: 'Chèn' }).click();
    await expect.poll(value).toBe('Một đoạn.\n\n![Hội trường \\[A\\]](image.png "Ảnh \\"BTT\\"")\n\nHai.');
    expect((await said()).files.map(({ name, type }) => [name, type])).toEqual([['image.png', 'image/png']]);
    expect(reports).toEqual([]);
    await page.context().close();
  });

  test('the buttons choose files and sizes: a gallery of two pictures of one name, a table below it', async () => {
    const { page, value, select, reports } = await open('Đầu.\n\nCuối.');
    await select('Đầu', 'caret');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Nhóm ảnh' }).click(),
    ]);
    const buffer = await photo(40, 20).png().toBuffer();
    await chooser.setFiles(Array(2).fill({ name: 'image.png', mimeType: 'image/png', buffer }));
    await page.getByRole('dialog', { name: 'Mô tả 2 ảnh' }).waitFor();
    for (const field of await page.getByLabel('Trong ảnh là').all()) await field.fill('Đại biểu vỗ tay');
    await page.getByRole('button', { name: 'Chèn' }).click();
    const gallery = '::: gallery\n![Đại biểu vỗ tay](image.png)\n![Đại biểu vỗ tay](image-2.png)\n:::';
    await expect.poll(value).toBe(`Đầu.\n\n${gallery}\n\nCuối.`);
    await select('Cuối.', 'caret');
    await page.getByRole('button', { name: 'Bảng' }).click();
    await page.getByRole('dialog', { name: 'Thêm bảng' }).getByLabel('Số cột').fill('2');
    await page.keyboard.press('Enter');
    const table = '| Cột 1 | Cột 2 |\n|---|---|\n|  |  |\n|  |  |\n|  |  |';
    await expect.poll(value).toBe(`Đầu.\n\n${gallery}\n\nCuối.\n\n${table}\n\n`);
    expect(reports).toEqual([]);
    await page.context().close();
  });

  test('a photograph of a telephone is made smaller and upright, without its place; others get a sentence', async () => {
    const editor = await open('');
    const { page, value, said } = editor;
    const place = { GPSLatitudeRef: 'N', GPSLatitude: '20/1 27/1 0/1' };
    const large = await photo(4000, 3000)
      .withExif({ IFD0: { Orientation: '6' }, IFD3: place })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const png = (name: string, bytes: Buffer) => ({ name, type: 'image/png', bytes });
    const held = [
      { name: 'Ảnh hội nghị.JPG', type: 'image/jpeg', bytes: large },
      png(
        'trong suốt.png',
        await sharp({ create: { width: 3000, height: 30, channels: 4, background: '#0000' } })
          .png()
          .toBuffer(),
      ),
      png('nang.png', await photo(9, 9).png().toBuffer()),
      png('hong.png', Buffer.from('\x89PNG\r\n…')),
      { name: 'IMG_1.HEIC', type: '', bytes: Buffer.from('\0\0\0\x18ftypheic\0\0\0\0') },
      { name: 'Chương trình.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.7') },
    ];
    expect(await give(editor, 'drop', { held })).toBe(true);
    const dialog = page.getByRole('dialog', { name: 'Mô tả 4 ảnh' });
    await dialog.waitFor();
    for (const [index, field] of (await dialog.getByLabel('Trong ảnh là').all()).entries())
      await field.fill(`Ảnh thứ ${index} của hội nghị`);
    await page.getByRole('button', { name: 'Chèn' }).click();
    await expect
      .poll(value)
      .toBe(
        [
          '[Chương trình](chuong-trinh.pdf)',
          '',
          '::: gallery',
          ...['anh-hoi-nghi.jpg', 'trong-suot.png', 'img-1.heic'].map(
            (name, index) => `![Ảnh thứ ${[0, 1, 3][index]} của hội nghị](${name})`,
          ),
          ':::\n\n',
        ].join('\n'),
      );
    await expect.poll(() => status(editor)).toContain('nang.png');
    expect(await status(editor)).toContain('hong.png');
    const kept = (await said()).files;
    const metadata = await Promise.all(kept.slice(1, 3).map(({ bytes }) => sharp(Buffer.from(bytes)).metadata()));
    expect(metadata.map(({ format, width, height, exif }) => [format, width, height, exif])).toEqual([
      ['jpeg', 1800, 2400, undefined],
      ['png', 2400, 24, undefined],
    ]);
    await page.context().close();
  });

  test('a drawing (SVG) becomes a PNG on white; one that is damaged, or holds HTML, gets a sentence', async () => {
    const editor = await open('');
    const { page, value, said } = editor;
    const svg = (name: string, attributes: string, content: string) => {
      const text = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}`;
      return { name, type: 'image/svg+xml', bytes: Buffer.from(text) };
    };
    const half = '<rect width="50" height="50" fill="#c00"/></svg>';
    const html =
      '<foreignObject width="9" height="9"><p xmlns="http://www.w3.org/1999/xhtml">a</p></foreignObject></svg>';
    const held = [
      svg('Sơ đồ.svg', 'viewBox="0 0 100 50"', half),
      svg('nhỏ.svg', 'width="100" height="50"', half),
      svg('hong.svg', 'viewBox="0 0 9 9"', '<rect'),
      svg('chu.svg', 'viewBox="0 0 9 9"', html),
    ];
    await give(editor, 'drop', { held });
    const dialog = page.getByRole('dialog', { name: /Mô tả \d ảnh/ });
    await dialog.waitFor();
    for (const field of await dialog.getByLabel('Trong ảnh là').all()) await field.fill('Sơ đồ một ô đỏ');
    await page.getByRole('button', { name: 'Chèn' }).click();
    const drawn = ['so-do.png', 'nho.png'].map((name) => `![Sơ đồ một ô đỏ](${name})`).join('\n');
    await expect.poll(value).toBe(`::: gallery\n${drawn}\n:::\n\n`);
    const told = await status(editor);
    for (const name of ['hong.svg', 'chu.svg'])
      expect(told).toContain(`Trình duyệt không vẽ được hình “${name}” (SVG)`);
    for (const { bytes } of (await said()).files.slice(0, 2)) {
      const { data, info } = await sharp(Buffer.from(bytes)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
      expect([info.width, info.height]).toEqual([2000, 1000]);
      const pixel = (x: number) => [...data.subarray(3 * (500 * 2000 + x), 3 * (500 * 2000 + x) + 3)];
      expect([pixel(500), pixel(1500)]).toEqual([
        [204, 0, 0],
        [255, 255, 255],
      ]);
    }
    await page.context().close();
  });

  test('a dropped .docx gives its text, its pictures with one dialog for all, its title and author', async () => {
    const editor = await open('Trước.');
    const { page, value, select, said, reports } = editor;
    await select('Trước.', 'caret');
    const half = { crop: '<a:srcRect r="50000"/>', rotation: 90 };
    const bytes = await wordDocument({
      body: [
        paragraph(run('Hội nghị tổng kết', bold)),
        paragraph('Sáng 24/11, hội nghị khai mạc.'),
        paragraph(picture('a.jpg', { alt: 'Hội trường kín chỗ' })),
        paragraph('Ảnh: Quang cảnh hội nghị'),
        paragraph(picture('b.png', half)),
        paragraph(picture('c.jpg')),
        paragraph('Bài và ảnh: BTT'),
      ].join(''),
      pictures: {
        'a.jpg': await photo(60, 40).jpeg().toBuffer(),
        'b.png': await photo(80, 20, '#a36').png().toBuffer(),
        'c.jpg': await photo(50, 50, '#36a').jpeg().toBuffer(),
      },
    });
    await give(editor, 'drop', { held: [{ name: 'bai.docx', type: '', bytes }] });
    const dialog = page.getByRole('dialog', { name: 'Mô tả 3 ảnh' });
    await dialog.waitFor();
    const fields = dialog.getByLabel('Trong ảnh là');
    expect(await fields.first().inputValue()).toBe('Hội trường kín chỗ');
    await fields.nth(1).fill('Chủ tịch hội phát biểu');
    await page.getByRole('button', { name: 'Chèn, mô tả sau' }).click();
    await expect
      .poll(value)
      .toBe(
        [
          ...['Trước.', 'Sáng 24/11, hội nghị khai mạc.'],
          '![Hội trường kín chỗ](anh-1.jpg "Ảnh: Quang cảnh hội nghị")',
          ...['![Chủ tịch hội phát biểu](anh-2.png)', '![](anh-3.jpg)'],
        ].join('\n\n'),
      );
    const { files: kept, imported } = await said();
    expect(imported).toEqual([{ title: 'Hội nghị tổng kết', author: 'BTT' }]);
    const { width, height } = await sharp(Buffer.from(kept[1]?.bytes ?? [])).metadata();
    expect([width, height]).toEqual([20, 40]);
    expect(await status(editor)).toContain('tiêu đề lấy ở dòng “Hội nghị tổng kết”');
    await page.keyboard.press('Control+z');
    expect(await value()).toBe('Trước.');
    await give(editor, 'drop', { held: [{ name: 'cu.doc', type: '', bytes: Buffer.from('d0cf11e0a1b11ae1', 'hex') }] });
    await expect.poll(() => status(editor)).toContain('cu.doc: tệp Word đời cũ (.doc): mở nó bằng Word');
    expect(reports).toEqual([]);
    await page.context().close();
  });
});

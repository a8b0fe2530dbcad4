import { expect, test } from 'vitest';
import { importClipboard } from '#desk/body-editor/import-clipboard.ts';
import { noteLines } from '#desk/body-editor/note-lines.ts';

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

test('pictures in the HTML become files, the same one once', async () => {
  const html = `<p>Một</p><p><img src="data:image/jpeg;base64,${pixel}" alt="Hội trường"></p><p><img src="data:image/png;base64,${pixel}" alt="A room&#10;&#10;Description automatically generated"></p><p><img src="data:image/jpeg;base64,${pixel}"></p>`;
  const { body, pictures } = importClipboard(html);
  expect(body).toBe('Một\n\n![Hội trường](anh-1.jpg)\n\n![](anh-2.png)\n\n![](anh-1.jpg)');
  expect([...pictures].map(([name, { type, size }]) => [name, type, size])).toEqual([
    ['anh-1.jpg', 'image/jpeg', 70],
    ['anh-2.png', 'image/png', 70],
  ]);
});

test('Word: a picture of which there is only a path is told, with what to do', () => {
  const html = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w="urn:schemas-microsoft-com:office:word"><body><!--StartFragment--><p class=MsoNormal>Hội nghị<o:p></o:p></p><p class=MsoNormal><!--[if gte vml 1]><v:shape id="Picture_x0020_1" style='width:200pt'><v:imagedata src="file:///C:/Users/Lan/AppData/Local/Temp/msohtmlclip1/01/clip_image001.jpg" o:title=""/></v:shape><![endif]--><![if !vml]><img width=267 height=178 src="file:///C:/Users/Lan/AppData/Local/Temp/msohtmlclip1/01/clip_image002.jpg" v:shapes="Picture_x0020_1"><![endif]></p><p class=MsoNormal><a href="file:///C:/Users/Lan/bao-cao.docx">báo cáo</a>, <a href="#_Toc1">mục lục</a></p><!--EndFragment--></body></html>`;
  const { body, notes } = importClipboard(html);
  expect(body).toBe('Hội nghị\n\nbáo cáo, mục lục');
  expect(noteLines(notes)).toEqual([
    'BỎ LẠI: 1 ảnh không đi theo khi dán, vì Word chỉ cho đường dẫn · kéo cả tệp .docx vào đây, hoặc thêm từng ảnh',
  ]);
});

test('Google Docs and a news site: pictures elsewhere are told, redirects taken out of links', () => {
  const html = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400">Xem </span><a href="https://www.google.com/url?q=https://vusta.vn/tin%3Fid%3D1&amp;sa=D&amp;source=docs"><span style="text-decoration:underline">trang hội</span></a></p><p><span><span style="border:none"><img src="https://lh7-rt.googleusercontent.com/docsz/AD_4nX" width="624" height="351"></span></span></p></b><img src="https://bao.vn/dem.gif" width="1" height="1"><figure><img src="https://bao.vn/a.jpg" alt="Ảnh"></figure>`;
  const { body, notes } = importClipboard(html);
  expect(body).toBe('Xem [trang hội](https://vusta.vn/tin?id=1)');
  expect(notes.map(({ text }) => text)).toEqual([
    '2 ảnh của trang khác · được phép dùng thì lưu về máy rồi bấm nút Ảnh',
  ]);
});

test('Facebook: lines, emoji that are pictures, links through its own address', () => {
  const html = `<div class="x11i5rnm xat24cr" style="white-space:pre-wrap"><div dir="auto" style="text-align:start">Chúc mừng <span class="x3nfvp2"><img height="16" width="16" alt="🎉" referrerpolicy="origin-when-cross-origin" src="https://static.xx.fbcdn.net/images/emoji.php/v9/t40/1/16/1f389.png"></span> hội viên</div></div><div class="x11i5rnm"><div dir="auto">Xem: <a href="https://l.facebook.com/l.php?u=https%3A%2F%2Fvusta.vn%2Ftin%3Ffbclid%3DIwAR0&amp;h=AT0" role="link">vusta.vn</a></div></div>`;
  expect(importClipboard(html)).toMatchObject({
    body: 'Chúc mừng 🎉 hội viên\n\nXem: [vusta.vn](https://vusta.vn/tin)',
    notes: [],
  });
});

test('Google Sheets and Excel: a table, and one cell as words', () => {
  const sheets = `<meta charset='utf-8'><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}br {mso-data-placement:same-cell;}--></style><table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" cellpadding="0" dir="ltr" border="1" data-sheets-root="1"><colgroup><col width="100"/><col width="100"/></colgroup><tbody><tr style="height:21px;"><td data-sheets-value="{&quot;1&quot;:2}">Đơn vị</td><td>Số</td></tr><tr><td>Hội<br/>Tin học</td><td style="text-align:right;">12</td></tr></tbody></table></google-sheets-html-origin>`;
  expect(importClipboard(sheets).body).toBe('| Đơn vị | Số |\n|---|---|\n| Hội<br>Tin học | 12 |');
  const excel =
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table border=0><!--StartFragment--><tr height=20><td height=20 class=xl65 width=64>Hội Tin học</td></tr><!--EndFragment--></table></body></html>';
  expect(importClipboard(excel).body).toBe('Hội Tin học');
});

test('LibreOffice: its footnotes are notes', () => {
  const html = `<!DOCTYPE html><html><head><style type="text/css">p { line-height: 115% }</style></head><body lang="vi-VN" dir="ltr"><p>Tăng 12%<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> so với năm trước.</p><div id="sdfootnote1"><p class="sdfootnote-western"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Theo báo cáo.</p></div></body></html>`;
  expect(importClipboard(html).body).toBe('Tăng 12%[^1] so với năm trước.\n\n[^1]: Theo báo cáo.');
});

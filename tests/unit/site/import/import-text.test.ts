import { expect, test } from 'vitest';
import type { ImportNote } from '#site/import/import-note.ts';
import { importText, parseHtml } from '#site/import/import-text.ts';

function imported(html: string): { readonly body: string; readonly notes: readonly ImportNote[] } {
  const notes: ImportNote[] = [];
  const { body } = importText(parseHtml(html), undefined, (kind, text) => void notes.push({ kind, text }));
  return { body, notes };
}

const bodyOf = (html: string) => imported(html).body;

test('the clipboard of Word: lists that it writes as paragraphs, styles, footnotes and a table', () => {
  const item = (text: string, mark: string, level: number) =>
    `<p class=MsoListParagraphCxSpMiddle style='margin-left:.5in;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;
  const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body lang=VI>
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'><span lang=VI>Tư vấn</span></b><span> và phản biện<a href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>:<o:p></o:p></span></p>
${item('Một', '·', 1)}${item('Con', 'o', 2)}${item('Hai', '·', 1)}
<table class=MsoTableGrid><tr><td><p class=MsoNormal>Đơn vị<o:p></o:p></p></td><td><p class=MsoNormal>Số</p></td></tr><tr><td><p class=MsoNormal>Hội Tin học</p></td><td><p class=MsoNormal>12</p></td></tr></table>
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> Theo báo cáo.</p></div></body></html>`;
  expect(bodyOf(html)).toBe(
    [
      '**Tư vấn** và phản biện[^1]:',
      '- Một\n  - Con\n- Hai',
      '| Đơn vị | Số |\n|---|---|\n| Hội Tin học | 12 |',
      '[^1]: Theo báo cáo.',
    ].join('\n\n'),
  );
});

test('LibreOffice: lines broken anywhere, items in paragraphs, a table without a head', () => {
  const html = `<p class="western" style="margin-bottom: 0.14in">Dự hội nghị có
các đồng chí. Mức H<sub>2</sub>O theo <b>quy chuẩn</b> mới.</p>
<ul><li><p style="margin-bottom: 0.14in">Củng cố tổ chức</p><li><p>Nâng cao
chất lượng</p></ul><table><col width="177"/><tr><td><p>Đơn vị</p></td><td><p>Số</p></td></tr><tr><td><p>Hội Tin học</p></td><td><p>12</p></td></tr></table>`;
  expect(bodyOf(html)).toBe(
    'Dự hội nghị có các đồng chí. Mức H<sub>2</sub>O theo **quy chuẩn** mới.\n\n- Củng cố tổ chức\n- Nâng cao chất lượng\n\n| Đơn vị | Số |\n|---|---|\n| Hội Tin học | 12 |',
  );
});

test('Google Docs: a wrapper in bold that is not, emphasis in styles, lists with levels', () => {
  const html = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700">Hội nghị</span><span style="font-weight:400"> đã </span><span style="font-style:italic">khai mạc</span></p><br><ul><li dir="ltr"><p dir="ltr"><span>Một</span></p></li><ul><li><p><span>Con</span></p></li></ul></ul></b>`;
  expect(bodyOf(html)).toBe('**Hội nghị** đã *khai mạc*\n\n- Một\n  - Con');
});

test('Word for the web: a list of its own for every item, with its level as a number', () => {
  const item = (list: string, level: number, text: string) =>
    `<div class="ListContainerWrapper SCXW1 BCX0"><${list} class="BulletListStyle1 SCXW1 BCX0" role="list"><li data-leveltext="-" data-listid="4" data-aria-posinset="1" data-aria-level="${level}" class="OutlineElement Ltr SCXW1 BCX0"><p class="Paragraph SCXW1 BCX0"><span lang="VI-VN" class="TextRun SCXW1 BCX0"><span class="NormalTextRun SCXW1 BCX0">${text}</span></span><span class="EOP SCXW1 BCX0">&nbsp;</span></p></li></${list}></div>`;
  const html = `<meta charset='utf-8'><div class="OutlineElement Ltr SCXW1 BCX0"><p class="Paragraph SCXW1 BCX0"><span class="TextRun SCXW1 BCX0" style="font-weight: bold;"><span>Kết quả</span></span><span class="EOP SCXW1">&nbsp;</span></p></div>${item('ul', 1, 'một')}${item('ul', 2, 'con')}${item('ul', 2, 'em')}${item('ul', 1, 'hai')}<div class="OutlineElement Ltr SCXW1 BCX0"><p class="Paragraph SCXW1 BCX0"><span>Sau.</span></p></div>${item('ol', 1, 'bước')}${item('ol', 1, 'nữa')}`;
  expect(bodyOf(html)).toBe('## Kết quả\n\n- một\n  - con\n  - em\n- hai\n\nSau.\n\n1. bước\n2. nữa');
});

test('Excel: a table whose first row is the head', () => {
  const html =
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>.xl65{mso-number-format:"0"}</style></head><body><table><col width=64><tr height=20><td class=xl65>Đơn vị</td><td>Số</td></tr><tr><td>Hội Tin học</td><td align=right>12</td></tr><tr><td></td><td>13</td></tr></table></body></html>';
  expect(bodyOf(html)).toBe('| Đơn vị | Số |\n|---|---|\n| Hội Tin học | 12 |\n| | 13 |');
});

test('a web page: wrappers, breaks for paragraphs, a figure, what nobody sees', () => {
  const { body, notes } = imported(
    `<div class="content"><div>Đoạn một,<br>dòng hai.<br><br>Đoạn hai.</div><figure><img src="a.jpg" alt="Hội trường"><figcaption>Quang cảnh <a href="/x">hội nghị</a></figcaption></figure><script>alert(1)</script><p style="display:none"><a href="http://nohu.example">nổ hũ</a></p><h4>Kết quả</h4><p>Tốt&nbsp;đẹp.</p></div>`,
  );
  expect(body).toBe(
    'Đoạn một,\\\ndòng hai.\n\nĐoạn hai.\n\n![Hội trường](a.jpg)\n\nQuang cảnh [hội nghị](/x)\n\n## Kết quả\n\nTốt đẹp.',
  );
  expect(notes).toEqual([
    { kind: 'left out', text: 'liên kết giấu người đọc tới http://nohu.example: trang cũ có thể đã bị chèn' },
  ]);
});

test('emphasis with a break, a space or punctuation at its ends is emphasis of Markdown', () => {
  expect(bodyOf('<p><strong>Hội nghị<br></strong>khai mạc <em> tốt </em>đẹp<b>!</b></p>')).toBe(
    '**Hội nghị**\\\nkhai mạc *tốt* đẹp!',
  );
  expect(bodyOf('<p><b>“Đổi mới”</b>là khẩu hiệu</p>')).toBe('**“Đổi mới**”là khẩu hiệu');
});

test('paragraphs in TCVN3 and in VNI become Unicode, each by itself', () => {
  const { body, notes } = imported(
    '<p>Héi nghÞ ®· khai m¹c t¹i <b>Th¸i B×nh</b>.</p><p>Hoäi nghò ñaõ keát thuùc toát ñeïp.</p><p>Café Müller ở Zürich.</p>',
  );
  expect(body).toBe(
    'Hội nghị đã khai mạc tại **Thái Bình**.\n\nHội nghị đã kết thúc tốt đẹp.\n\nCafé Müller ở Zürich.',
  );
  expect(notes.map(({ text }) => text)).toEqual([
    'chữ TCVN3 đổi thành Unicode: đọc lại một lượt',
    'chữ VNI-Windows đổi thành Unicode: đọc lại một lượt',
  ]);
});

test('a mail address that Cloudflare hides is shown', () => {
  expect(
    bodyOf(
      '<p>Thư: <a class="__cf_email__" data-cfemail="8ceef8f8ccf8e5e2ede2ffa2fae2">[email&#160;protected]</a></p>',
    ),
  ).toMatch(/^Thư: \S+@\S+$/);
});

test('lines with marks in one paragraph are a list', () => {
  expect(bodyOf('<p>Gồm:<br>- một<br>- <b>hai</b></p>')).toBe('Gồm:\n\n- một\n- **hai**');
});

test('bold in italics that begins with punctuation is bold of Markdown', () => {
  expect(bodyOf('<p><i>3<b>.2. Lộ trình</b> học</i></p>')).toBe('*3.**2. Lộ trình** học*');
});

test('tables in a table lay a page out; one row is no table', () => {
  expect(
    bodyOf(
      '<table><tr><td>Trái</td><td><table><tr><td>A</td><td>B</td></tr><tr><td>1</td><td>2</td></tr></table></td></tr></table>',
    ),
  ).toBe('Trái\n\n| A | B |\n|---|---|\n| 1 | 2 |');
});

test('a "+" is below a "-", and bold that was set word by word is one', () => {
  expect(bodyOf('<p>+ a</p><p>+ b</p><p>- c</p><p>- d</p>')).toBe('- a\n- b\n\n* c\n* d');
  expect(bodyOf('<p>Có <b>118</b> <b>triệu</b> đồng</p>')).toBe('Có **118 triệu** đồng');
});

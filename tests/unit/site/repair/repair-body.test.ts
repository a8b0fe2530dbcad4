import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inspectBody } from '#site/read/inspect-body.ts';
import { applyEdits } from '#site/repair/edited-text.ts';
import { repairBody } from '#site/repair/repair-body.ts';

const context = { title: 'Hội nghị tổng kết', pageOfFile: (name: string) => `/bai-viet/${name.replace('.md', '')}/` };

const repaired: Readonly<Record<string, readonly (readonly [written: string, meant: string])[]>> = {
  'a mark at the beginning of a line is followed by one plain space': [
    ['##Kết quả', '## Kết quả'],
    ['##\u00A0Kết quả', '## Kết quả'],
    ['#\u202FKết quả', '## Kết quả'],
    ['1.Báo cáo\n2.Bàn kế hoạch', '1. Báo cáo\n2. Bàn kế hoạch'],
    ['1)Báo cáo', '1) Báo cáo'],
    ['+Báo cáo', '+ Báo cáo'],
    ['-\u00A0Báo cáo', '- Báo cáo'],
    ['- mục một\n-mục hai\n- mục ba', '- mục một\n- mục hai\n- mục ba'],
    ['> -mục một\n> -mục hai', '> - mục một\n> - mục hai'],
  ],
  'several lines that begin with the same sign are a list': [
    ['• Báo cáo\n• Kế hoạch', '- Báo cáo\n- Kế hoạch'],
    ['Gồm:\n– Báo cáo\n– Kế hoạch', 'Gồm:\n- Báo cáo\n- Kế hoạch'],
    ['·\tBáo cáo\n·\tKế hoạch', '- Báo cáo\n- Kế hoạch'],
    ['a) Báo cáo\nb) Kế hoạch', '- a) Báo cáo\n- b) Kế hoạch'],
    ['• Báo cáo\n\n• Kế hoạch', '- Báo cáo\n\n- Kế hoạch'],
  ],
  'headings form an outline below the title': [
    ['# Một\n\n## Một một\n\n# Hai', '## Một\n\n### Một một\n\n## Hai'],
    ['### Một\n\n### Hai', '## Một\n\n## Hai'],
    ['## Một\n\n#### Sâu', '## Một\n\n### Sâu'],
    ['Một\n===\n\nĐoạn.', '## Một\n\nĐoạn.'],
    ['# Hội nghị tổng kết\n\nĐoạn.', '\nĐoạn.'],
    ['# HỘI NGHỊ, TỔNG KẾT.\n\n# Một', '\n## Một'],
    ['##\n\nĐoạn.', '\nĐoạn.'],
    ['**Hội nghị tổng kết**\n\nĐoạn.', '\nĐoạn.'],
    ['## ![Đại biểu](a.jpg)', '![Đại biểu](a.jpg)'],
    ['Hội nghị đã bế mạc.\n---\n\nHết.', 'Hội nghị đã bế mạc.\n\n---\n\nHết.'],
    ['## Kết quả {#ket-qua}\n\n[Xem](#ket-qua)', '## Kết quả\n\n[Xem](#muc-ket-qua)'],
  ],
  'bold marks stand next to what they make bold': [
    ['Nói **chữ **nữa', 'Nói **chữ** nữa'],
    ['Nói ** chữ ** nữa', 'Nói **chữ** nữa'],
    ['**Chủ trì:**Ông Mẫu', '**Chủ trì:** Ông Mẫu'],
    ['Phong trào**“Hai giỏi”**được mở', 'Phong trào **“Hai giỏi”** được mở'],
    ['**A:**B và **C:**D', '**A:** B và **C:** D'],
    ['**Nóng: ****Đề án tiền lương **', '**Nóng: Đề án tiền lương**'],
  ],
  'a star between numbers is a sign of multiplication': [
    ['Phòng 3*4*5 m', 'Phòng 3\\*4\\*5 m'],
    ['Ruộng 20*30 m và ao 15*10 m', 'Ruộng 20\\*30 m và ao 15\\*10 m'],
  ],
  'rows of a table belong together, and no cell is left out': [
    ['| a | b |\n\n|---|---|\n\n| c | d |', '| a | b |\n|---|---|\n| c | d |'],
    ['| Tên | Số |\n| Lúa | 5 |', '| Tên | Số |\n|---|---|\n| Lúa | 5 |'],
    ['| a | b |\n|---|\n| c | d |', '| a | b |\n|---|---|\n| c | d |'],
    ['| a | b |\n|---|---|\n| c | d | e |', '| a | b |  |\n|---|---|---|\n| c | d | e |'],
    ['| a |\n|---|\n| c |\nNguồn: Cục Thống kê', '| a |\n|---|\n| c |\n\nNguồn: Cục Thống kê'],
    ['STT\tĐơn vị\n1\tHội A|B', '| STT | Đơn vị |\n|---|---|\n| 1 | Hội A\\|B |'],
    ['Tên\tSố\n\t\nLúa\t5\n\t\nNgô\t6', '| Tên | Số |\n|---|---|\n| Lúa | 5 |\n| Ngô | 6 |'],
    ['Chữ.\n\n\tNăm nay\tNăm tới\nLúa\t5\t6', 'Chữ.\n\n|  | Năm nay | Năm tới |\n|---|---|---|\n| Lúa | 5 | 6 |'],
  ],
  'a list below a numbered item is indented as far as its text': [
    ['1. a\n  - b\n  - c\n2. d', '1. a\n   - b\n   - c\n2. d'],
    ['10. a\n   - b', '10. a\n    - b'],
  ],
  'an indented paragraph of sentences is no code': [
    ['    Hội nghị đã bàn kế hoạch năm tới.', 'Hội nghị đã bàn kế hoạch năm tới.'],
    ['\tHội nghị đã bàn kế hoạch năm tới.', 'Hội nghị đã bàn kế hoạch năm tới.'],
  ],
  'comments are left out': [
    ['Chữ<!-- ghi chú --> sau', 'Chữ sau'],
    ['<!-- more -->\n\nChữ', '\n\nChữ'],
    ['<!--[if gte mso 9]>\n<xml></xml>\n<![endif]-->\n\nChữ', '\n\nChữ'],
    ['Chữ <!-- cho phép: am-tiet -->', 'Chữ'],
  ],
  'tags of other programs go, what they say stays': [
    ['Chữ <font color="red">đỏ</font>', 'Chữ đỏ'],
    ['Chữ <span style="color:red">đỏ</span>', 'Chữ đỏ'],
    ['H<sub class="x">2</sub>O', 'H<sub>2</sub>O'],
    ['Xem <a href="https://x.vn" target="_blank">trang</a>', 'Xem [trang](https://x.vn)'],
    ['Ảnh <img src="a b.jpg" alt="Đại biểu" width="9">', 'Ảnh ![Đại biểu](<a b.jpg>)'],
    ['<p class="MsoNormal"><b><span>Chữ</span></b><o:p></o:p></p>', '**Chữ**'],
    ['<div align="center">\n\n![Đại biểu](a.jpg)\n\n</div>', '\n\n![Đại biểu](a.jpg)\n\n'],
    ['<h3>Kết quả</h3>', '## Kết quả'],
    ['<p class="x">T&ocirc;i xem <a href="https://x.vn">trang</a></p>', 'Tôi xem [trang](https://x.vn)'],
    ['Chữ<o:p></o:p> sau', 'Chữ sau'],
    ['<![if !supportLists]>Chữ<![endif]>', 'Chữ'],
    ['Kiểu List<String>', 'Kiểu List\\<String>'],
    ['<Tabs>chữ</Tabs> sau', 'chữ sau'],
  ],
  'addresses are written as Markdown reads them': [
    ['Xem [trang] (https://x.vn)', 'Xem [trang](https://x.vn)'],
    ['![Đại biểu](ảnh hội nghị.jpg)', '![Đại biểu](<ảnh hội nghị.jpg>)'],
    ['![Đại biểu](anh.jpg “Chú thích”)', '![Đại biểu](anh.jpg "Chú thích")'],
    ['[bài](../2025/dai-hoi.md)', '[bài](/bai-viet/../2025/dai-hoi/)'],
    ['[Xem](#kết-quả)\n\n## Kết quả', '[Xem](#muc-ket-qua)\n\n## Kết quả'],
    [
      '[2.1. Một chút *toán*](#2.1)\n\n## 2.1. Một chút toán',
      '[2.1. Một chút *toán*](#muc-2-1-mot-chut-toan)\n\n## 2.1. Một chút toán',
    ],
    ['[Bài 2](#b)\n\n## Bài 1\n\n## Bài 2', '[Bài 2](#muc-bai-2)\n\n## Bài 1\n\n## Bài 2'],
    ['[Chú ý]: hoãn', '\\[Chú ý]: hoãn'],
    ['[x](http://localhost:8080/lien-he/#a)', '[x](/lien-he/#a)'],
  ],
  'what Word, Excel and chats mean by signs and numbers': [
    ['\uF0B7 Báo cáo\n\uF0B7 Kế hoạch', '- Báo cáo\n- Kế hoạch'],
    ['•\tIn sách;\no\tCuốn một;\n•\tMở lớp.', '- In sách;\n- Cuốn một;\n- Mở lớp.'],
    ['1986. Hội ra đời.\n\n1999. Hội đổi tên.', '1986\\. Hội ra đời.\n\n1999\\. Hội đổi tên.'],
    ['Xong việc\nChốt 200k\n==========', 'Xong việc\nChốt 200k\n\n---'],
  ],
  'what HTML says by its style stays': [
    [
      '<p class="x">Hạn: <s>25/11</s> 27/11, <a href="https://x.vn">đây</a></p>',
      'Hạn: <s>25/11</s> 27/11, [đây](https://x.vn)',
    ],
    ['<p class="x">10<span style="vertical-align:super">5</span></p>', '10<sup>5</sup>'],
    ['10<span style="vertical-align:super">5</span> và <span style="color:red">x</span>', '10<sup>5</sup> và x'],
    [
      '<table class="x"><tbody>\n<tr><td width="9"><p>Tên</p></td><td>Tệp</td></tr>\n<tr><td>A|B</td><td><a href="https://x.vn/a.pdf">Tải</a><br>về</td></tr>\n</tbody></table>',
      '| Tên | Tệp |\n|---|---|\n| A\\|B | [Tải](https://x.vn/a.pdf)<br>về |',
    ],
    ['<p class="x"><![if !supportLists]>·<![endif]>Hội H<sub>2</sub>O</p>', '·Hội H<sub>2</sub>O'],
  ],
  'blocks of other generators are text': [
    ['::: tip Mẹo\nChữ.\n:::', '**Mẹo**\n\nChữ.\n'],
    ['::: spoiler **Lời giải**\nĐặt hàng.\n:::', '**Lời giải**\n\nĐặt hàng.\n'],
    [
      ':::spoiler Mã\n```cpp=\nvector<long long> a; // <!-- x -->,,b ?\n#include <vector>\n\n-x\n```\n:::',
      '**Mã**\n\n```cpp=\nvector<long long> a; // <!-- x -->,,b ?\n#include <vector>\n\n-x\n```\n',
    ],
    ['::: code-group\n\n```sh [npm]\nmã\n```\n\n:::', '\n\n```sh [npm]\nmã\n```\n\n'],
    ['Chữ.\n{: .center}', 'Chữ.\n'],
    ['```\nmã\n```Vòng thi sẽ mở', '```\nmã\n```\nVòng thi sẽ mở'],
    ['Đầu vào:```\nmã\n```Việc đã xong', 'Đầu vào:\n```\nmã\n```\nViệc đã xong'],
    ['Ta có\n=\nba', 'Ta có\n\\=\nba'],
  ],
  'a frame of a video site is a link to its page': [
    [
      '<iframe width="560" src="https://www.youtube.com/embed/OBee9rhamJ8?si=x" title="Lễ khai mạc" allowfullscreen></iframe>',
      '[Lễ khai mạc](https://www.youtube.com/watch?v=OBee9rhamJ8)',
    ],
    [
      '<div class="v">\n<iframe src="//www.youtube-nocookie.com/embed/OBee9rhamJ8" title="YouTube video player"></iframe>\n</div>',
      '[Xem video](https://www.youtube.com/watch?v=OBee9rhamJ8)',
    ],
    [
      '<iframe src="https://www.facebook.com/plugins/video.php?height=476&href=https%3A%2F%2Fwww.facebook.com%2Fmau%2Fvideos%2F12%2F&show_text=false"></iframe>',
      '[Xem video](https://www.facebook.com/mau/videos/12/)',
    ],
  ],
  'a frame of another known site is a link to it, without what is for browsers that have no frames': [
    [
      '<iframe src="https://docs.google.com/forms/d/1/viewform" width="640" height="900">Đang tải…</iframe>',
      '[Xem ở docs.google.com](https://docs.google.com/forms/d/1/viewform)',
    ],
    [
      'Nguồn: <iframe title="Bài giảng" src="https://www.youtube.com/embed/XtfCmhPr-J8"></iframe>',
      'Nguồn: [Bài giảng](https://www.youtube.com/watch?v=XtfCmhPr-J8)',
    ],
  ],
  'scripts and styles that print nothing go': [
    [
      '<script async src="//pagead2.googlesyndication.com/pagead/js/adsbygoogle.js"></script>\n<ins class="adsbygoogle" style="display:block"></ins>\n<script>\n(adsbygoogle = window.adsbygoogle || []).push({});\n</script>\n\nChữ.',
      '\n\n\n\nChữ.',
    ],
    ['<style>.a { color: red }</style>\n\nChữ.', '\n\nChữ.'],
    [
      '<script src="https://gist.github.com/mau/0123abc.js"></script>',
      '[Xem mã ở gist.github.com](https://gist.github.com/mau/0123abc)',
    ],
  ],
  'a table that only puts pictures beside their captions is a row of paragraphs': [
    [
      '<hr>\n<div>\n<table width = "100%">\n<tr>\n<td><img src="a.png" alt="Cầu cũ"><br>\na)</td>\n\n<td><img src="b.png" alt="Cầu mới"></td>\n</tr>\n\n</table>\n<div class="x">Hình 1: Hai cây cầu.\n</div>\n</div>',
      '---\n\n![Cầu cũ](a.png)\\\na)\n\n![Cầu mới](b.png)\n\nHình 1: Hai cây cầu.',
    ],
    [
      '<table class="x"><tr><td><img src="a.png" alt="Cầu cũ"></td></tr><tr><td>Ảnh: Hội Cầu đường</td></tr></table>',
      '![Cầu cũ](a.png)\n\nẢnh: Hội Cầu đường',
    ],
  ],
  'Markdown inside HTML stays Markdown, without the tags around it': [
    ['<div markdown="1" class="x" align="right">\n**Thanh Từ**\n</div>', '\n**Thanh Từ**\n'],
    ['<div class="x">\n![Đại biểu](anh.webp)\n</div>\n\nSau.', '\n![Đại biểu](anh.webp)\n\n\nSau.'],
    ['<div class="x">Một đoạn\n\nHai đoạn\n\n</div>', 'Một đoạn\n\nHai đoạn\n\n'],
    ['<p class="x">\nChớ[^1],<br/>\nhai\n</p>\n\n[^1]: Chú thích.', '\nChớ[^1],<br/>\nhai\n\n\n[^1]: Chú thích.'],
  ],
  'a line break at the end of a block is none': [
    ["<div class='x'>\nMột, <br/>\nHai. <br/>\n</div>", 'Một,\\\nHai.'],
    ['<p class="x">Một<br><br>Hai</p>', 'Một\n\nHai'],
  ],
  'a picture is the one that its page loads, without the size that its writer gave it': [
    ['Ảnh <img data-src="a.webp" src="data:image/gif;base64,R0" alt="Cây cầu mới">', 'Ảnh ![Cây cầu mới](a.webp)'],
    ['<picture><source data-srcset="a.webp"><img data-lowsrc="a.webp" alt="Cầu"></picture>', '![Cầu](a.webp)'],
    ['![Cây cầu mới](cau.png =300x200)', '![Cây cầu mới](cau.png)'],
    ['![Cây cầu mới](cau.png =50%x)', '![Cây cầu mới](cau.png)'],
  ],
  'of a link only its address stays, and a link without words is none': [
    ['<a href="https://x.vn/" onclick="f(event)">chữ</a> sau', '[chữ](https://x.vn/) sau'],
    ['## Kết quả <a href="#id-1" id="id-1"></a>\n\n[Xem](#id-1)', '## Kết quả \n\n[Xem](#muc-ket-qua)'],
  ],
  'the title of a component of another program is printed': [
    ['<Card title="Ghép nối" icon="link">\n  Nối thiết bị.\n</Card>', '**Ghép nối**\n\nNối thiết bị.'],
    ['<Step title="Tạo ứng dụng">\n\nMở trang.\n\n</Step>', '**Tạo ứng dụng**\n\nMở trang.\n\n'],
  ],
  'an address has its beginning': [
    ['[Trang](www.mau.gov.vn/tin?id=1)', '[Trang](https://www.mau.gov.vn/tin?id=1)'],
    ['[Trang](mau.gov.vn)', '[Trang](https://mau.gov.vn)'],
    ['[Trang](//mau.gov.vn/x)', '[Trang](https://mau.gov.vn/x)'],
    [
      '[Trang](https:/mau.gov.vn) và [trang](http//mau.gov.vn)',
      '[Trang](https://mau.gov.vn) và [trang](http://mau.gov.vn)',
    ],
    ['[Thư](lien-he@mau.gov.vn), [gọi](0227.3740.223)', '[Thư](mailto:lien-he@mau.gov.vn), [gọi](tel:02273740223)'],
  ],
  'what Markdown would leave out is printed': [
    ['Báo cáo.\n\n[^1]: Năm 2018.', 'Báo cáo.\n\n\\[1\\] Năm 2018.'],
    ['Báo cáo.\n\n[^1]:\n\n    Năm 2018 hội có 52 người.', 'Báo cáo.\n\n\\[1\\]\n\nNăm 2018 hội có 52 người.'],
    ['- [ ] việc\n- [x] xong', '- ☐ việc\n- ☑ xong'],
  ],
};

for (const [rule, cases] of Object.entries(repaired))
  test.each(cases)(`${rule}: %j`, (written, meant) => {
    const { body, repairs, edits } = repairBody(written, context);
    expect(body.text).toBe(meant);
    expect(applyEdits(written, edits)).toBe(meant);
    expect(repairs.some(({ told }) => told) || /cho phép/.test(written)).toBe(true);
  });

test.each([
  'Mô hình **lúa**-cá cho thu nhập cao.',
  'Theo [báo](https://x.vn)-cơ quan của tỉnh, *E. coli*-gây hại, H<sub>2</sub>-sạch, **Chủ đề**##mới.',
  'Hội nghị tổng kết.',
  'Hội nghị tổng kết\n\n- một\n- hai',
  'Đoạn.\n\nHội nghị tổng kết.',
  '-5 độ vào buổi sáng, -10 % so với năm ngoái.',
  'Xem [1] (https://x.vn) và [29A] (cũ).',
  '– Chào anh.\n\n– Chào chị.',
  '#ThaiBinh',
  '```\n##mã\n-mã\n• mã\n• mã\n```',
  '<table>\n<tr><td class="x" rowspan="2"><a href="/x/">x</a></td></tr>\n</table>',
  'Xem <a href="/x/">trang này.',
  '[a](ke-hoach.pdf), [b](/x/), [c](#muc-x), [d](hinh.com.jpg), [đ](chi-tiet.aspx?id=1), [e](mailto:a@b.vn)',
  '<iframe src="https://maps.example/embed"></iframe>',
  '<iframe src="https://docs.google.com/forms/d/1/viewform" width="0" height="0"></iframe>',
  '<script>document.write("chữ")</script>',
  '<style>p { display: none }</style>',
  'Các tin khác:\n------',
  '`<!-- mã -->`',
  '`**a **` và \\*\\*b \\*\\*',
  '- mục\n  nối dòng\n\n  đoạn hai',
  '1. một\n   - hai\n2. ba',
  'Số CCCD 0123****789 và anh N.V.***',
  '| a | b |\n|---|---|\n| c |',
  'Chữ *nghiêng*, **đậm**, ~~bỏ~~, [liên kết](https://x.vn "tựa"), ![ảnh](a.jpg), <https://x.vn>.',
  '[x][y]\n\n[y]: https://x.vn "tựa"',
  'Chữ \\<b> và &lt;b>.',
  'Với $a_1**2 + b**3$ và \\\\(x_1*2*3\\\\), $3*4*5 = x$.',
  'Năm 2025.**^**Báo cáo (2007))**^**Theo',
  '**A:** `**a ****b**` ****',
  '\tint a;\t// mã\n\tint b;',
  'Tên\tSố\n\nLúa\t5',
])('what has another meaning, or is right, stays as it is: %j', (written) => {
  expect(repairBody(written, context).body.text).toBe(written);
});

test('a repair is told at its own line and column, not at that of the first look-alike', () => {
  const { findings } = inspectBody(
    'Giai đoạn 2018-2023, gồm:\nCông tác hội.\n-mục một\n\nNói **đậm** rồi\nnói ** sai ** đây.',
  );
  expect(findings.filter(({ edits }) => edits).map(({ line, column }) => [line, column])).toEqual([
    [3, 1],
    [6, 5],
  ]);
});

test('a line that may be what somebody says is told both ways to write it', () => {
  expect(inspectBody('Sư hỏi:\n-Ông đi đâu?').findings[0]?.remedy).toBe(
    'viết cả dòng “- Ông đi đâu?”; là lời nói thì viết “– ” ở đầu dòng',
  );
});

test('a link that becomes Markdown is said to be printed', () => {
  const [told] = inspectBody('Xem <a href="https://x.vn" target="_blank">trang</a>').findings;
  expect(`${told?.wrong} · ${told?.remedy}`).toBe(
    'thẻ <a> là của chương trình khác, in ra như viết bằng Markdown · viết [chữ](địa-chỉ)',
  );
});

test('a picture that becomes Markdown is said to be printed', () => {
  const [told] = inspectBody('Ảnh <img src="a.jpg" alt="Đại biểu">').findings;
  expect(`${told?.wrong} · ${told?.remedy}`).toBe(
    'thẻ <img> là của chương trình khác, in ra như viết bằng Markdown · viết ![mô tả](ten-anh.jpg)',
  );
});

test('a note of a person inside HTML that is repaired stays in the file, with the space before it', () => {
  const { body, repairs } = repairBody('<p class="x">Câu một <!-- hỏi anh Nam -->câu hai.</p>', context);
  expect(body.text).toBe('Câu một câu hai.');
  expect(repairs.some(({ fixable }) => fixable)).toBe(false);
});

test('a note of a person stays in the file, a mark of a program may go', () => {
  const fixable = (text: string) => inspectBody(text).findings.map(({ rule, edits }) => [rule, edits !== undefined]);
  expect(fixable('Chữ <!-- hỏi anh Nam -->.')).toEqual([['ghi-chu', false]]);
  expect(fixable('Chữ <!-- more -->.')).toEqual([['ghi-chu', true]]);
});

const pieces = [
  ...[
    '# ',
    '## ',
    '####',
    '-',
    '- ',
    '1.',
    '1. ',
    '  - ',
    '• ',
    '– ',
    'a) ',
    '> ',
    '    ',
    '\t',
    '|',
    '| a | b |',
    '|---|',
  ],
  ...['**', '*', '_', '`', '```', '[', '](', '](/x/)', ' (https://x.vn)', '[^1]', '[^1]: ', '![', '{#x}', '===', '---'],
  ...[
    '<!-- x -->',
    '<b>',
    '</b>',
    '<p class="x">',
    '</p>',
    '<font>',
    '<a href="/x/">',
    '</a>',
    '<T>',
    '<br>',
    '&amp;',
    '\\',
  ],
  ...['Hội nghị tổng kết', 'chữ', 'Chữ.', '3', ' ', '\n', '\n', '\n\n', '\u00A0', '[ ] ', '[x]: ', 'https://x.vn'],
];
const anyBody = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((parts) => parts.join(''));

test('repairing what was repaired changes nothing more', () => {
  fc.assert(
    fc.property(anyBody, (written) => {
      const { text } = repairBody(written, context).body;
      expect(repairBody(text, context).body.text).toBe(text);
    }),
    { numRuns: 1_500, seed: 20261128 },
  );
});

test('fixing the file gives what was printed, and no finding that was not there before', () => {
  fc.assert(
    fc.property(anyBody, (written) => {
      const before = inspectBody(written, context);
      const fixable = repairBody(written, context).repairs.every(({ fixable }) => fixable);
      if (!fixable) return;
      const fixed = applyEdits(written, before.repairs);
      const after = inspectBody(fixed, context);
      expect(after.repairs).toEqual([]);
      const untouched = before.findings.filter(({ edits }) => !edits).map(({ rule, wrong }) => `${rule} ${wrong}`);
      expect(after.findings.map(({ rule, wrong }) => `${rule} ${wrong}`).sort()).toEqual(untouched.sort());
    }),
    { numRuns: 1_500, seed: 20261128 },
  );
});

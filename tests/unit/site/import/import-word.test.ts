import sharp from 'sharp';
import { expect, test } from 'vitest';
import {
  bold,
  centered,
  inFont,
  italic,
  paragraph,
  picture,
  run,
  table,
  type WordParts,
  wordDocument,
} from '#bench/fixtures/word-document.ts';
import type { ImportNote } from '#site/import/import-note.ts';
import { importText, parseHtml } from '#site/import/import-text.ts';
import { turnPicture } from '#site/import/turn-picture.ts';
import { readWordFile } from '#site/import/word/read-word-file.ts';

const names = { authors: ['BTT', 'Ban Biên tập'], properNames: ['Liên hiệp hội', 'Việt Nam'] };

/** An article from a document of these parts. */
async function imported(parts: WordParts) {
  const notes: ImportNote[] = [];
  const addNote = (kind: ImportNote['kind'], text: string) => void notes.push({ kind, text });
  const { html, pictures } = await readWordFile(await wordDocument(parts), turnPicture, addNote);
  const told = (kind: ImportNote['kind']) => notes.filter((note) => note.kind === kind).map(({ text }) => text);
  return { ...importText(parseHtml(html), names, addNote), pictures, told };
}

async function bodyOf(body: string, parts: Omit<WordParts, 'body'> = {}): Promise<string> {
  return (await imported({ body: paragraph(run('Tiêu đề của bài', bold)) + body, ...parts })).body;
}

async function photo(width: number, height: number, colour = '#3a6'): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();
}

test('the title, the author line and the bold of the lead are taken out of the text', async () => {
  const article = await imported({
    body: [
      paragraph(run('HỘI NGHỊ TỔNG KẾT CỦA LIÊN HIỆP HỘI', bold), centered),
      paragraph(run('Sáng 24/11, hội nghị đã khai mạc.', bold)),
      paragraph('Có 120 đại biểu.'),
      paragraph(run('Bài và ảnh: BTT', bold), '<w:jc w:val="right"/>'),
    ].join(''),
  });
  expect(article).toMatchObject({ title: 'Hội nghị tổng kết của Liên hiệp hội', author: 'BTT' });
  expect(article.body).toBe('Sáng 24/11, hội nghị đã khai mạc.\n\nCó 120 đại biểu.');
  expect(article.told('to do')).toEqual(['tiêu đề viết hoa đã đổi thành chữ thường · sửa lại tên riêng trong tiêu đề']);
});

test('an author who is not of the list stays in the text', async () => {
  const article = await imported({
    body: [paragraph(run('Tin mới', bold)), paragraph('Đoạn đầu.'), paragraph('Tác giả: Nguyễn Văn Mẫu')].join(''),
  });
  expect(article.author).toBeUndefined();
  expect(article.body).toContain('Tác giả: Nguyễn Văn Mẫu');
  expect(article.told('to do')[0]).toContain('authors.yaml');
});

test('emphasis, sub- and superscript, breaks and links are Markdown', async () => {
  const body = paragraph(
    `${run('Mức H')}${run('2', '<w:vertAlign w:val="subscript"/>')}${run('O, ')}${run('rất ', bold)}${run('quan trọng ', bold)}${run('và ')}${run('m')}${run('2', '<w:vertAlign w:val="superscript"/>')}<w:hyperlink r:id="link">${run(' xem thêm')}</w:hyperlink>`,
  );
  expect(await bodyOf(body, { links: { link: 'https://example.org/a' } })).toBe(
    'Mức H<sub>2</sub>O, **rất quan trọng** và m<sup>2</sup> [xem thêm](https://example.org/a)',
  );
});

test('lists typed by hand, with signs in signs, are lists', async () => {
  const lines = ['- Tổ chức', '+ hội thảo', '+ tập huấn', '- Tư vấn', '- Phản biện'];
  expect(await bodyOf(paragraph('Gồm:') + lines.map((line) => paragraph(line)).join(''))).toBe(
    'Gồm:\n\n- Tổ chức\n  - hội thảo\n  - tập huấn\n- Tư vấn\n- Phản biện',
  );
});

test('one line with a dash is no list', async () => {
  expect(await bodyOf(paragraph('Đoạn đầu.') + paragraph('– Ông Mẫu nói thế.'))).toBe(
    'Đoạn đầu.\n\n– Ông Mẫu nói thế.',
  );
});

const numbering = [
  ['decimal', '%1.', '%1.%2.'],
  ['bullet', '', 'o'],
  ['lowerLetter', '%1)', '%1)'],
  ['upperRoman', '%1.', '%1.'],
]
  .map(
    ([format, first, second], id) =>
      `<w:abstractNum w:abstractNumId="${id}">${[first, second]
        .map(
          (text, level) =>
            `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
        )
        .join('')}</w:abstractNum><w:num w:numId="${id + 1}"><w:abstractNumId w:val="${id}"/></w:num>`,
  )
  .join('');

function numbered(text: string, list: number, level = 0, properties = ''): string {
  return paragraph(run(text, properties), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
}

test('lists of Word are lists, in levels', async () => {
  const body = [
    numbered('Một', 2),
    numbered('Con', 2, 1),
    numbered('Hai', 2),
    numbered('Bước', 1),
    numbered('Bước', 1),
  ];
  expect(await bodyOf(body.join(''), { numbering })).toBe('- Một\n  - Con\n- Hai\n\n1. Bước\n2. Bước');
});

test('numbers that Word makes are kept where other text interrupts them', async () => {
  const body = [
    ...[numbered('Kết quả', 4, 0, bold), paragraph('Trong năm.')],
    ...[numbered('Tổ chức', 1, 0, bold), paragraph('Đã làm.'), numbered('Tài chính', 1, 0, bold), paragraph('Đã chi.')],
    ...[numbered('Nhiệm vụ', 4, 0, bold), paragraph('Sẽ làm:'), numbered('ý đầu', 3), numbered('ý sau', 3)],
  ];
  expect(await bodyOf(body.join(''), { numbering })).toBe(
    [
      ...['## I. Kết quả', 'Trong năm.', '### 1. Tổ chức', 'Đã làm.', '### 2. Tài chính', 'Đã chi.'],
      ...['## II. Nhiệm vụ', 'Sẽ làm:', 'a) ý đầu', 'b) ý sau'],
    ].join('\n\n'),
  );
});

test('a picture has the line in italics below it as its caption, and stands alone', async () => {
  const body =
    paragraph(`${picture('a.jpg')}${run('Chữ bên ảnh.')}`) +
    paragraph(picture('a.jpg', { alt: 'Hội trường' })) +
    paragraph(run('Quang cảnh', italic));
  const article = await imported({
    body: paragraph(run('Tiêu đề', bold)) + body,
    pictures: { 'a.jpg': await photo(8, 8) },
  });
  expect(article.body).toBe('![](anh-1.jpg)\n\nChữ bên ảnh.\n\n![Hội trường](anh-1.jpg "Quang cảnh")');
  expect([...article.pictures.keys()]).toEqual(['anh-1.jpg']);
});

test('a picture is cropped and turned as Word shows it: what is hidden is not published', async () => {
  const halves = await sharp({ create: { width: 100, height: 40, channels: 3, background: '#f00' } })
    .composite([{ input: await photo(50, 40, '#00f'), left: 0, top: 0 }])
    .png()
    .toBuffer();
  const { pictures, told } = await imported({
    body: paragraph('Bài') + paragraph(picture('a.png', { crop: '<a:srcRect l="50000"/>', rotation: 90 })),
    pictures: { 'a.png': halves },
  });
  const [shown] = pictures.values();
  const { data, info } = await sharp(shown).raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([40, 50]);
  expect([...data.subarray(0, 3)]).toEqual([255, 0, 0]);
  expect(told('changed')).toContain('1 ảnh cắt, xoay như Word hiển thị');
});

test('a table has a head, merged cells are told, and cells with several paragraphs have breaks', async () => {
  const merged = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>Tổng | cộng</w:t></w:r></w:p></w:tc>';
  const body = table([
    ['Đơn vị', 'Số'],
    ['Hội Tin học', paragraph('12') + paragraph('13')],
  ]).replace('</w:tbl>', `<w:tr>${merged}</w:tr></w:tbl>`);
  const article = await imported({ body: paragraph(run('Bài', bold)) + body });
  expect(article.body).toBe('| Đơn vị | Số |\n|---|---|\n| Hội Tin học | 12<br>13 |\n| Tổng \\| cộng | |');
  expect(article.told('to do')).toEqual(['1 bảng có ô gộp đã tách thành ô trống · xem lại bảng ấy']);
});

test('a table that only holds pictures and their captions is no table', async () => {
  const body = table([[paragraph(picture('a.jpg')) + paragraph(run('Ảnh trái', italic)), paragraph(picture('b.jpg'))]]);
  expect(await bodyOf(body, { pictures: { 'a.jpg': await photo(4, 4), 'b.jpg': await photo(5, 5) } })).toBe(
    '![](anh-1.jpg "Ảnh trái")\n\n![](anh-2.jpg)',
  );
});

test('footnotes are footnotes', async () => {
  const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>';
  const footnotes = `<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>${run(' Theo báo cáo.')}</w:p></w:footnote>`;
  expect(await bodyOf(paragraph(`${run('Có 120 người')}${reference}${run('.')}`), { footnotes })).toBe(
    'Có 120 người[^1].\n\n[^1]: Theo báo cáo.',
  );
});

test('tracked changes are accepted and told', async () => {
  const deleted = '<w:del w:id="1"><w:r><w:delText>một trăm</w:delText></w:r></w:del>';
  const inserted = `<w:ins w:id="2">${run('120')}</w:ins>`;
  const moved = `<w:moveTo w:id="3">${run(' người')}</w:moveTo><w:moveFrom w:id="4">${run(' bỏ')}</w:moveFrom>`;
  const article = await imported({
    body: paragraph(run('Bài', bold)) + paragraph(`${run('Có ')}${deleted}${inserted}${moved}`),
  });
  expect(article.body).toBe('Có 120 người');
  expect(article.told('changed')[0]).toBe(
    'tệp còn theo dõi sửa (Track Changes): nhận 1 chỗ thêm, bỏ chữ đã xóa “một trăm”',
  );
});

test('what no page shows is told: comments, headers, formulas, hidden text, pictures of Word’s own', async () => {
  const formula = '<m:oMathPara><m:oMath><m:r><m:t>a+b=c</m:t></m:r></m:oMath></m:oMathPara>';
  const article = await imported({
    body:
      paragraph(run('Bài', bold)) +
      paragraph(`${run('Ta có ')}${formula}${run('mật', '<w:vanish/>')}`) +
      paragraph(picture('a.emf')),
    comments: `<w:comment w:id="0" w:author="Lan">${paragraph('Xem lại số')}</w:comment>`,
    header: paragraph('Văn phòng'),
    pictures: { 'a.emf': Buffer.from('emf') },
  });
  expect(article.body).toBe('Ta có (công thức: a+b=c)');
  expect(article.told('left out')).toEqual([
    'công thức “a+b=c” · gõ lại, hoặc chụp thành ảnh, ở chỗ có chữ “(công thức: …)”',
    'chữ ẩn “mật”',
    'ghi chú bên lề của Lan: “Xem lại số”',
    'chữ ở đầu trang “Văn phòng”',
    '1 ảnh ở dạng của riêng Word (EMF, WMF) · trong Word bấm phải vào ảnh, chọn Lưu thành ảnh, kiểu PNG',
  ]);
});

test('pictures that are not in the file, and letters that were not read, are told', async () => {
  const article = await imported({
    body: paragraph(run('Bài', bold)) + paragraph(picture('khong-co.jpg')) + paragraph(`<w:la>${run('mất')}</w:la>`),
  });
  expect(article.told('left out')[0]).toMatch(/^1 ảnh không đọc được/);
  expect(article.told('to do')[0]).toMatch(/^3 chữ cái của tệp Word không vào bài/);
});

test('the text of a text box stands once, below its paragraph', async () => {
  const content = `<w:txbxContent>${paragraph('Chữ trong khung')}</w:txbxContent>`;
  const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>${content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  expect(await bodyOf(paragraph(`${run('Trước ')}${box}${run('sau.')}`) + paragraph('Cuối.'))).toBe(
    'Trước sau.\n\nChữ trong khung\n\nCuối.',
  );
});

test.each([
  ['a run', run('Héi nghÞ ®· khai m¹c t¹i Th¸i B×nh', inFont('.VnTime')), ''],
  ['a style', run('Héi nghÞ ®· khai m¹c t¹i Th¸i B×nh'), '<w:pStyle w:val="Cu"/>'],
])('letters of an old font that %s names become Unicode', async (_, content, properties) => {
  const styles = `<w:style w:type="paragraph" w:styleId="Cu"><w:rPr>${inFont('.VnTime')}</w:rPr></w:style>`;
  expect(await bodyOf(paragraph(content, properties), { styles })).toBe('Hội nghị đã khai mạc tại Thái Bình');
});

test('capitals of TCVN3, and VNI with a vowel and its mark in two runs, become Unicode', async () => {
  const body =
    paragraph(run('Héi nghÞ tæng kÕt.', inFont('.VnTimeH'))) +
    paragraph(
      `${run('Hoä', inFont('VNI-Times'))}${run('i nghò', inFont('VNI-Times'))}${run(' ñaõ keá', inFont('VNI-Times'))}${run('t thuùc.', inFont('VNI-Times'))}`,
    );
  expect(await bodyOf(body)).toBe('HỘI NGHỊ TỔNG KẾT.\n\nHội nghị đã kết thúc.');
});

test('Unicode in an old font stays as it is', async () => {
  expect(await bodyOf(paragraph(run('Các hội viên và đại biểu.', inFont('.VnTime'))))).toBe(
    'Các hội viên và đại biểu.',
  );
});

test.each([
  ['an old Word file', Buffer.from('D0CF11E0A1B11AE1', 'hex'), 'Lưu thành (Save As)'],
  ['RTF', Buffer.from('{\\rtf1'), 'Lưu thành (Save As)'],
  ['PDF', Buffer.from('%PDF-1.4'), 'tệp Word gốc'],
  [
    'a file with a password',
    Buffer.concat([Buffer.from('D0CF11E0A1B11AE1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    'bỏ mật khẩu',
  ],
  ['a damaged file', Buffer.from('PK\u0003\u0004xx'), 'hỏng'],
])('%s is refused in one sentence', async (_, bytes, sentence) => {
  await expect(readWordFile(bytes, turnPicture, () => {})).rejects.toThrow(sentence);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstContentFormat } from '#news/content-format.ts';
import { permanentId, permanentQuestionId } from '#news/permanent-id.ts';
import type { RuleName } from '#news/rule.ts';
import { siteColors } from '#news/site-colors.ts';
import { withFormat } from '#site/read/written-format.ts';
import { projectRoot } from '#site/settings.ts';
import type { ContentFiles } from './content-files.ts';

/** Content that breaks a rule and content that follows it, for the editors' guide and the tests of the check. */
export interface RuleExample {
  readonly wrong: ContentFiles;
  readonly right: ContentFiles;
  /** Position of the finding: "path:line:column". */
  readonly location: string;
  /** Descriptions in words, where the two do not differ in lines of text. */
  readonly description?: { readonly wrong: string; readonly right: string };
  /** The sitemap of the deployed site. */
  readonly sitemap?: string;
  /** The addresses of that site which are new, and since when. */
  readonly firstDeployed?: Readonly<Record<string, string>>;
}

/** An article without findings, which the examples modify. */
export const validArticle = `---
title: Hội nghị tổng kết năm
date: 2026-11-23
author: BTT
category: Tin tức - sự kiện
---

Liên hiệp hội họp tổng kết.

Các hội thành viên đã báo cáo.
`;
const file = 'articles/2026/2026-11-23-hoi-nghi.md';
const picture = readFileSync(join(projectRoot, 'tests', 'fixtures', 'anh-thu.jpg'));
const smallSite = readFileSync(join(projectRoot, 'tests', 'fixtures', 'small', 'site.yaml'), 'utf8');

/** An example of an accent that is too light. */
function chosenColor(accent: string): RuleExample {
  const withAccent = (color: string) => ({
    [file]: validArticle,
    'site.yaml': `${smallSite}colors:\n  accent: "${color}"\n`,
  });
  const line = smallSite.split('\n').length + 1;
  return { right: withAccent(siteColors().light.accent), wrong: withAccent(accent), location: `site.yaml:${line}:11` };
}

/** An article in place of a deployed one whose address is gone. */
function lostAddress(wrong: string): RuleExample {
  const [address, line] = ['/bai-viet/hop-cuoi-nam/', 'oldUrls:\n  - /bai-viet/hop-cuoi-nam/'];
  return {
    right: { [file]: validArticle.replace('category:', `${line}\ncategory:`) },
    wrong: { [file]: validArticle },
    sitemap: `<urlset>\n<url><loc>https://example.org${address}</loc></url>\n</urlset>`,
    location: 'sitemap.xml:2:6',
    description: { wrong, right: line },
  };
}

/** The article, and the same with one piece of its text replaced. */
function inArticle(right: string, wrong: string, at: string, otherFiles: ContentFiles = {}): RuleExample {
  const broken = validArticle.replace(right, wrong);
  return {
    right: { ...otherFiles, [file]: validArticle },
    wrong: { ...otherFiles, [file]: broken },
    location: `${file}:${at}`,
  };
}

/** The article with a right and a wrong title. */
function withTitle(right: string, wrong: string, at: string): RuleExample {
  const withText = (title: string) => ({ [file]: validArticle.replace('Hội nghị tổng kết năm', title) });
  return { right: withText(right), wrong: withText(wrong), location: `${file}:${at}` };
}

/** The article with right and wrong lines added to its front matter. */
function withLines(right: string, wrong: string, at: string, otherFiles: ContentFiles = {}): RuleExample {
  const withText = (lines: string) => validArticle.replace('category:', `${lines && `${lines}\n`}category:`);
  return {
    right: { ...otherFiles, [file]: withText(right) },
    wrong: { ...otherFiles, [file]: withText(wrong) },
    location: `${file}:${at}`,
  };
}

/** The article with a right and a wrong paragraph added. */
function withParagraph(right: string, wrong: string, at: string, otherFiles: ContentFiles = {}): RuleExample {
  const withText = (words: string) => `${validArticle}${words && `\n${words}\n`}`;
  return {
    right: { ...otherFiles, [file]: withText(right) },
    wrong: { ...otherFiles, [file]: withText(wrong) },
    location: `${file}:${at}`,
  };
}

const categoriesWith = (name: string) =>
  `- name: Tin tức - sự kiện\n  slug: tin-tuc-su-kien\n- name: ${name}\n  slug: hoi-thi\n`;
const withPicture = `${validArticle}\n![Đại biểu biểu quyết](bieu-quyet.jpg)\n`;
const withAttachment = validArticle.replace(
  'category:',
  'attachments:\n  - file: ke-hoach.pdf\n    title: Kế hoạch\ncategory:',
);
/** Two frames of 8 × 6 pixels. */
const animatedGif = Buffer.from(
  'R0lGODlhCAAGAIAAAExpcQAAACH/C05FVFNDQVBFMi4wAwEAAAAh+QQFCgAAACwAAAAACAAGAAACBoyPqct9BQAh+QQFCgAAACwAAAAACAAGAIBMaXH///8CBoyPqct9BQA7',
  'base64',
);
/** The Exif segment of a JPEG file with a position: 20° 27′ N, 106° 20′ E. */
const positionSegment = Buffer.from(
  '/+EAiEV4aWYAAElJKgAIAAAAAQAliAQAAQAAABoAAAAAAAAABAABAAIAAgAAAE4AAAACAAUAAwAAAFAAAAADAAIAAgAAAEUAAAAEAAUAAwAAAGgAAAAAAAAAFAAAAAEAAAAbAAAAAQAAAAAAAAABAAAAagAAAAEAAAAUAAAAAQAAAAAAAAABAAAA',
  'base64',
);
const pictureWithPosition = Buffer.concat([picture.subarray(0, 2), positionSegment, picture.subarray(2)]);

/** The article with a picture file that is not as it should be, and with one that is. */
function withPictureFile(wrongPicture: Uint8Array, wrong: string, right: string): RuleExample {
  return {
    right: { [file]: withPicture, 'articles/2026/bieu-quyet.jpg': picture },
    wrong: { [file]: withPicture, 'articles/2026/bieu-quyet.jpg': wrongPicture },
    location: 'articles/2026/bieu-quyet.jpg:1:1',
    description: { wrong, right },
  };
}

const longTitle =
  'Hội nghị tổng kết công tác năm 2026 và bàn nhiệm vụ năm 2027 của các hội thành viên, các trung tâm và các đơn vị trực thuộc';
const withOldAddresses = (count: number) =>
  validArticle.replace(
    'category:',
    `oldUrls:\n${Array.from({ length: count }, (_, number) => `  - /tin-cu/${number}.aspx\n`).join('')}category:`,
  );
const tagged = validArticle.replace('category:', 'tags:\n  - đại hội\ncategory:');
const linking = `${validArticle}\nXem [Liên hiệp hội](https://www.vusta.vn/tin-tuc).\n`;
const datedEarlier = validArticle.replace('2026-11-23', '2026-11-20');
const pressMeeting = `---
title: Họp báo
date: 2026-12-01
author: BTT
category: Tin tức - sự kiện
---

Phóng viên các báo đã tới dự.
`;
const question = (lines: string) => `---
title: Làm thế nào để vào hội?
date: 2026-11-20
${lines}id: ${permanentQuestionId('vao-hoi')}
---

Mời bạn đến văn phòng.
`;

/** A document without findings; `lines` are added to its front matter. */
export const validDocument = (number: string, issued: string, lines = '') => `---
title: Kế hoạch công tác năm
number: ${number}
type: Kế hoạch
issued: ${issued}
issuer: Liên hiệp hội
${lines}---
`;
const plans = (replacedBy: string) => ({
  'documents/ke-hoach-cu.md': validDocument('12/KH-LHH', '2025-11-20', `replacedBy: ${replacedBy}\n`),
  'documents/ke-hoach-moi.md': validDocument('15/KH-LHH', '2026-11-20'),
});

const numbered = (number: string) => ({
  'documents/ke-hoach.md': validDocument('12/KH-LHH', '2026-10-20'),
  'documents/ke-hoach-tap-huan.md': validDocument(number, '2026-11-20'),
});

/** A snapshot of the counter without findings. */
export const validSnapshot = `{
  "v": 1,
  "at": "2026-11-20T01:00:00.000Z",
  "total": 3000,
  "today": 10,
  "pages": {"/bai-viet/hoi-nghi/": 2000},
  "days": {"2026-11-19": 990, "2026-11-20": 10},
  "months": {"2026-11": 1000},
  "recent": {"/bai-viet/hoi-nghi/": 500}
}
`;
export const snapshotFile = 'statistics/2026-11-20.json';

/** One example for each rule. */
export const ruleExamples: Readonly<Record<RuleName, RuleExample>> = {
  'ma-hoa': {
    right: { [file]: validArticle },
    wrong: { [file]: Buffer.from('---\ntitle: H\u00F4m nay\n---\n', 'latin1') },
    location: `${file}:1:1`,
    description: { wrong: '(tệp lưu bằng bảng mã khác)', right: '(tệp lưu bằng bảng mã UTF-8)' },
  },
  'xung-dot': withParagraph(
    'Hội bàn về năm tới.',
    '<<<<<<< HEAD\nHội bàn về năm tới.\n=======\nHội bàn việc năm 2027.\n>>>>>>> 9f8e7d6 (Sửa bài)',
    '12:1',
  ),
  'chu-hong': inArticle('Hội nghị', 'H\uFFFDi ngh\uFFFD', '2:9'),
  'ky-tu-la': {
    right: { [file]: validArticle },
    wrong: { [file]: validArticle.replace('Hội nghị', 'Hội\u0008 nghị') },
    location: `${file}:2:11`,
    description: { wrong: '(có một ký tự điều khiển giữa hai chữ)', right: '(chỉ có chữ)' },
  },
  'dang-noi-dung': {
    right: { [file]: validArticle, 'site.yaml': smallSite },
    wrong: { [file]: validArticle, 'site.yaml': withFormat(smallSite, firstContentFormat) },
    location: 'site.yaml:1:1',
  },
  'thieu-tep': {
    right: { [file]: validArticle },
    wrong: { [file]: validArticle, 'categories.yaml': null },
    location: 'categories.yaml:1:1',
    description: { wrong: '(không có tệp content/categories.yaml)', right: '(có tệp content/categories.yaml)' },
  },
  'tep-la': {
    right: { [file]: validArticle },
    wrong: { 'bai-moi.md': validArticle },
    location: 'bai-moi.md:1:1',
    description: { wrong: 'content/bai-moi.md', right: `content/${file}` },
  },
  'phan-dau': inArticle('---\ntitle', 'title', '1:1'),
  'dau-hai-cham': {
    right: { [file]: validArticle, 'categories.yaml': categoriesWith('"Hội thi: sáng tạo"') },
    wrong: { [file]: validArticle, 'categories.yaml': categoriesWith('Hội thi: sáng tạo') },
    location: 'categories.yaml:3:9',
  },
  'dau-thang': withTitle('"Hội nghị tổng kết #5"', 'Hội nghị tổng kết #5', '2:8'),
  'phim-tab': withLines('tags:\n  - đại hội', 'tags:\n\t- đại hội', '6:1', {
    'tags.yaml': '- name: đại hội\n  slug: dai-hoi\n',
  }),
  'ngoac-chua-dong': withTitle('"Hội nghị tổng kết năm"', '"Hội nghị tổng kết năm', '2:8'),
  'viet-sai-dang': inArticle('author: BTT', 'author BTT', '4:1'),
  'muc-lap': withLines('', 'author: Ban Biên tập', '5:1'),
  'muc-la': inArticle('title:', 'titel:', '2:1'),
  'thieu-muc': inArticle('author: BTT\n', '', '2:1'),
  'gia-tri': withLines('draft: true', 'draft: rồi', '5:8'),
  ngay: inArticle('date: 2026-11-23', 'date: 23/11/2026', '3:7'),
  'thu-tu-ngay': withLines(
    'updated: 2026-11-23\ncorrection: Sửa tên hội.',
    'updated: 2026-11-22\ncorrection: Sửa tên hội.',
    '5:10',
  ),
  'chua-toi': withLines(
    'updated: 2026-11-23\ncorrection: Sửa tên hội.',
    'updated: 2027-11-23\ncorrection: Sửa tên hội.',
    '5:10',
  ),
  'di-doi': withLines('updated: 2026-11-23\ncorrection: Sửa tên hội.', 'updated: 2026-11-23', '5:10'),
  'ten-la': inArticle('Tin tức - sự kiện', 'Tin tức - sự kiên', '5:11'),
  'loi-dan': inArticle('Liên hiệp hội họp tổng kết.\n\nCác hội thành viên đã báo cáo.', '## Tổng kết', '7:1'),
  'ten-tep': {
    right: { [file]: validArticle },
    wrong: { 'articles/2026/2026-11-23-.md': validArticle },
    location: 'articles/2026/2026-11-23-.md:2:1',
    description: { wrong: '2026-11-23-.md', right: '2026-11-23-hoi-nghi.md' },
  },
  anh: withParagraph('![Đại biểu biểu quyết](bieu-quyet.jpg)', '![Đại biểu biểu quyết](bieu-quyet.jpeg)', '12:24', {
    'articles/2026/bieu-quyet.jpg': picture,
  }),
  'hoa-thuong': withParagraph(
    '![Đại biểu biểu quyết](bieu-quyet.jpg)',
    '![Đại biểu biểu quyết](bieu-quyet.JPG)',
    '12:24',
    {
      'articles/2026/bieu-quyet.jpg': picture,
    },
  ),
  'ruot-tep': {
    right: { [file]: withAttachment, 'articles/2026/ke-hoach.pdf': '%PDF-1.7\n' },
    wrong: { [file]: withAttachment, 'articles/2026/ke-hoach.pdf': '<!DOCTYPE html>\n<title>Đăng nhập</title>\n' },
    location: 'articles/2026/ke-hoach.pdf:1:1',
    description: {
      wrong: '(tệp ke-hoach.pdf tải nhầm từ trang đăng nhập)',
      right: '(tệp ke-hoach.pdf mở được bằng trình đọc PDF)',
    },
  },
  'anh-dong': withPictureFile(
    animatedGif,
    '(tệp GIF có nhiều hình)',
    '(tệp JPG, hoặc video .mp4 trong khối ::: video)',
  ),
  'anh-nang': withPictureFile(
    Buffer.concat([picture, Buffer.alloc(8_000_000)]),
    '(ảnh chép thẳng từ máy ảnh)',
    '(ảnh đã thu nhỏ bằng npm run check -- --fix)',
  ),
  'noi-chup': withPictureFile(
    pictureWithPosition,
    '(ảnh chép thẳng từ điện thoại)',
    '(ảnh đã xóa nơi chụp bằng npm run check -- --fix)',
  ),
  'tep-khong-dung': {
    right: { [file]: withPicture, 'articles/2026/bieu-quyet.jpg': picture },
    wrong: { [file]: validArticle, 'articles/2026/bieu-quyet.jpg': picture },
    location: 'articles/2026/bieu-quyet.jpg:1:1',
    description: {
      wrong: '(ảnh bieu-quyet.jpg mà không bài nào nhắc tới)',
      right: '![Đại biểu biểu quyết](bieu-quyet.jpg)',
    },
  },
  'mo-ta-anh': withParagraph('![Đại biểu biểu quyết](bieu-quyet.jpg)', '![ảnh](bieu-quyet.jpg)', '12:1', {
    'articles/2026/bieu-quyet.jpg': picture,
  }),
  'khoi-anh': withParagraph(
    '::: gallery\n![Đại biểu biểu quyết](bieu-quyet.jpg)\n:::',
    '::: galery\n![Đại biểu biểu quyết](bieu-quyet.jpg)\n:::',
    '12:5',
    { 'articles/2026/bieu-quyet.jpg': picture },
  ),
  video: withParagraph(
    '::: video https://example.org/phong-su\n![Đại biểu biểu quyết](bieu-quyet.jpg)\n:::',
    '::: video\n![Đại biểu biểu quyết](bieu-quyet.jpg)\n:::',
    '12:1',
    { 'articles/2026/bieu-quyet.jpg': picture },
  ),
  'tep-dinh-kem': withLines(
    'attachments:\n  - file: chuong-trinh.txt\n    title: Chương trình',
    'attachments:\n  - file: chuong-trinh.doc\n    title: Chương trình',
    '6:11',
    { 'articles/2026/chuong-trinh.txt': 'Chương trình' },
  ),
  'lien-ket': withParagraph('Xem [thông báo](/thong-bao/).', 'Xem [thông báo](/thong-boa/).', '12:17'),
  'lien-ket-giau': withParagraph('Xem [ví dụ](https://example.org/).', 'Xem[](https://example.org/) ví dụ.', '12:4'),
  html: withParagraph('Xin chào **các bạn**.', 'Xin chào <button>các bạn</button>.', '12:10'),
  'long-sau': withParagraph('> Trích dẫn.', `${'>'.repeat(70)} Trích dẫn.`, '12:1'),
  'chu-thich': withParagraph(
    'Một[^1], hai[^2].\n\n[^1]: Năm 2018.\n\n[^2]: Năm 2019.',
    'Một[^1], hai[^1].\n\n[^1]: Năm 2018.\n\n[^1]: Năm 2019.',
    '16:1',
  ),
  'mat-chu': withParagraph('Nguồn:\n\n```\nx = 1\n```', '``` Nguồn\nx = 1\n```', '12:5'),
  markdown: withParagraph('Xin **chào** các bạn.', 'Xin **chào các bạn.', '12:5'),
  'de-muc': withParagraph('## Kết quả', '### Kết quả', '12:1'),
  'dau-dong': withParagraph('## Kết quả', '##Kết quả', '12:1'),
  'thut-dong': withParagraph('Hội nghị đã tổng kết công tác năm.', '    Hội nghị đã tổng kết công tác năm.', '12:1'),
  'chu-dam': withParagraph('Xin **chào** các bạn.', 'Xin **chào **các bạn.', '12:5'),
  'dau-nhan': withParagraph('Phòng rộng 3×4×5 m.', 'Phòng rộng 3*4*5 m.', '12:13'),
  bang: withParagraph('| Tên | Số |\n|---|---|\n| Lúa | 5 |', '| Tên | Số |\n| Lúa | 5 |', '12:1'),
  'dia-chi-viet': withParagraph('Xem [hỏi đáp](/hoi-dap/).', 'Xem [hỏi đáp] (/hoi-dap/).', '12:13'),
  'the-thua': withParagraph('Xin chào các bạn.', 'Xin chào <font color="red">các bạn</font>.', '12:10'),
  'ghi-chu': withParagraph('Xin chào các bạn.', 'Xin chào các bạn.<!-- more -->', '12:18'),
  'xuong-dong': withParagraph(
    'Thời gian: 8 giờ\\\nĐịa điểm: Hội trường',
    'Thời gian: 8 giờ\nĐịa điểm: Hội trường',
    '13:1',
  ),
  'dia-chi': {
    right: { [file]: validArticle, 'articles/2026/2026-12-01-hop-bao.md': pressMeeting },
    wrong: { [file]: validArticle, 'articles/2026/2026-12-01-hoi-nghi.md': pressMeeting },
    location: 'articles/2026/2026-12-01-hoi-nghi.md:1:1',
    description: {
      wrong: '2026-11-23-hoi-nghi.md\n2026-12-01-hoi-nghi.md',
      right: '2026-11-23-hoi-nghi.md\n2026-12-01-hop-bao.md',
    },
  },
  'ma-bai': withLines('id: urn:uuid:0d4f0b0e-5a55-4b8e-9c3e-6a2f6f4e8a11', 'id: bài số 5', '5:5'),
  'dia-chi-cu': withLines('oldUrls:\n  - /tin-cu.html', 'oldUrls:\n  - /lien-ket/\n  - /hoi-dap/', '7:5'),
  'dia-chi-cu-nhieu': {
    right: { [file]: withOldAddresses(1_799) },
    wrong: { [file]: withOldAddresses(1_800) },
    location: `${file}:1805:5`,
    description: {
      wrong: '(trang có 1.800 địa chỉ cũ không có dấu ?)',
      right: '(trang có 1.799 địa chỉ cũ không có dấu ?)',
    },
  },
  'dia-chi-mat': lostAddress('(tệp hop-cuoi-nam.md đã đăng, nay đổi tên)'),
  'tra-loi': {
    right: { 'questions/vao-hoi.md': question('answeredBy: Văn phòng\nanswered: 2026-11-21\n') },
    wrong: { 'questions/vao-hoi.md': question('answered: 2026-11-21\n') },
    location: 'questions/vao-hoi.md:4:11',
  },
  'thay-the': { right: plans('15/KH-LHH'), wrong: plans('15/KH-LH'), location: 'documents/ke-hoach-cu.md:7:13' },
  'cho-phep': inArticle('Hội nghị tổng kết năm', 'Hội nghị tổng kết năm # cho phép: ngay', '2:30'),
  'cho-phep-thua': inArticle('Hội nghị tổng kết năm', 'Hội nghị tổng kết năm # cho phép: am-tiet', '2:30'),
  'dong-gach': inArticle('kiện\n---', 'kiện\n—', '6:1'),
  'ten-muc': inArticle('title:', 'Title:', '2:1'),
  'muc-trong': withLines('', 'cover: ""', '5:1'),
  'ban-nhap': withLines('draft: true', 'published: false', '5:1'),
  'hai-cham': withTitle('"Hội nghị: tổng kết năm"', 'Hội nghị: tổng kết năm', '2:8'),
  'ngoac-kep': withTitle('"Hội nghị: tổng kết năm"', '“Hội nghị: tổng kết năm”', '2:8'),
  'dau-cheo': withTitle("'Chép tệp vào D:\\tin'", '"Chép tệp vào D:\\tin"', '2:8'),
  'the-thang': withLines('tags:\n  - đại hội', 'tags:\n  - #đại hội', '6:5', {
    'tags.yaml': '- name: đại hội\n  slug: dai-hoi\n',
  }),
  'khoang-gio': withLines('expires: 2026-12-01 08:00', 'expires: 2026-12-01 08:00-11:30', '5:10'),
  'chu-tron': withTitle('Hội nghị tổng kết năm', 'Hội nghị **tổng kết** năm', '2:17'),
  bom: {
    right: { [file]: validArticle },
    wrong: { [file]: `\uFEFF${validArticle}` },
    location: `${file}:1:1`,
    description: { wrong: '(tệp lưu dạng “UTF-8 with BOM”)', right: '(tệp lưu dạng “UTF-8”)' },
  },
  nfd: {
    right: { [file]: validArticle },
    wrong: { [file]: validArticle.replace('Hội nghị', 'Hội nghị'.normalize('NFD')) },
    location: `${file}:2:9`,
    description: { wrong: '(chữ “ộ” gồm o, ^ và . tách rời)', right: '(chữ “ộ” là một ký tự)' },
  },
  'bang-ma': withParagraph('Hội nghị tổng kết năm của hội.', 'Héi nghÞ tæng kÕt n¨m cña héi.', '12:1'),
  'ky-tu-an': {
    right: { [file]: validArticle },
    wrong: { [file]: validArticle.replace('nghị', 'ng\u200Bhị') },
    location: `${file}:2:14`,
    description: { wrong: '(giữa chữ “nghị” có một ký tự U+200B)', right: '(chỉ có chữ)' },
  },
  'loi-word': withParagraph('Xem mục 2.', 'Xem mục Error! Reference source not found.', '12:9'),
  'dat-ten': {
    right: { [file]: validArticle },
    wrong: { 'articles/2026/Hội nghị (1).md': validArticle },
    location: 'articles/2026/Hội nghị \\(1\\).md:1:1',
    description: { wrong: 'Hội nghị (1).md', right: '2026-11-23-hoi-nghi.md' },
  },
  'ngay-ten-tep': inArticle('date: 2026-11-23', 'date: 2026-11-24', '3:7'),
  'thieu-ma': {
    right: {
      'articles/2026/hoi-nghi.md': datedEarlier.replace('category:', `id: ${permanentId('hoi-nghi')}\ncategory:`),
    },
    wrong: { 'articles/2026/hoi-nghi.md': datedEarlier },
    location: 'articles/2026/hoi-nghi.md:2:1',
  },
  'dia-chi-bo': {
    ...lostAddress('(tệp hop-cuoi-nam.md mới đăng sáng nay, nay đổi tên hay xóa)'),
    firstDeployed: { '/bai-viet/hop-cuoi-nam/': '2026-11-22T23:00:00.000Z' },
  },
  'lien-ket-an': withParagraph('Xem bài sắp đăng.', 'Xem [bài sắp đăng](/bai-viet/sap-dang/).', '12:20', {
    'articles/2026/sap-dang.md': validArticle
      .replace('Hội nghị tổng kết năm', 'Bài sắp đăng')
      .replace('author:', 'draft: true\nauthor:')
      .replace(/\n\nLiên.*/s, '\n\nBài này chưa đăng.\n'),
  }),
  'am-tiet': inArticle('Hội nghị tổng kết năm', 'Hội nghị tổng kêt năm', '2:22'),
  'cach-chu': withParagraph('Giai đoạn 2026 - 2030.', 'Giai đoạn 2026 -2030.', '12:11'),
  'chu-hoa': inArticle('Hội nghị tổng kết năm', 'HỘI NGHỊ TỔNG KẾT NĂM', '2:8'),
  'tieu-de-dai': inArticle('Hội nghị tổng kết năm', longTitle, '2:8'),
  'trung-bai': {
    right: { [file]: validArticle },
    wrong: {
      [file]: validArticle,
      'articles/2026/2026-11-24-lai-hoi-nghi.md': validArticle.replace('date: 2026-11-23', 'date: 2026-11-24'),
    },
    location: 'articles/2026/2026-11-24-lai-hoi-nghi.md:2:8',
    description: { wrong: '(hai tệp cùng tiêu đề)', right: '(một tệp)' },
  },
  'trung-so': {
    right: numbered('13/KH-LHH'),
    wrong: numbered('12/KH-LHH'),
    location: 'documents/ke-hoach-tap-huan.md:3:9',
    description: { wrong: '(hai văn bản số 12/KH-LHH của năm 2026)', right: '(số 12/KH-LHH và số 13/KH-LHH)' },
  },
  'du-lieu-rieng': withParagraph('Liên hệ văn phòng hội.', 'Liên hệ anh Mẫu, 0912 345 678.', '12:18'),
  'co-bac': withParagraph('Hội bàn về năm tới.', 'Hội bàn về năm tới. Nhà cái uy tín, đăng ký nhận 58k.', '12:21'),
  'ban-tin': inArticle(
    'Hội nghị tổng kết năm',
    'Hội nghị tổng kết công tác năm của các hội thành viên ở tỉnh Mẫu',
    '2:8',
    {
      'site.yaml': `${smallSite}submissionRules: true\n`,
    },
  ),
  'mau-nhat': chosenColor('#f58220'),
  'mau-chua-ro': chosenColor('#0066b3'),
  'trung-ten': {
    right: { [file]: validArticle, 'tags.yaml': '- name: Hội\n  slug: hoi\n- name: Hồi\n  slug: hoi-2\n' },
    wrong: { [file]: validArticle, 'tags.yaml': '- name: Hội\n  slug: hoi\n- name: Hồi\n  slug: hoi\n' },
    location: 'tags.yaml:4:9',
    description: {
      wrong: '- name: Hội\n  slug: hoi\n- name: Hồi\n  slug: hoi',
      right: '- name: Hội\n  slug: hoi\n- name: Hồi\n  slug: hoi-2',
    },
  },
  'so-lieu': {
    right: { [file]: validArticle, [snapshotFile]: validSnapshot },
    wrong: { [file]: validArticle, [snapshotFile]: validSnapshot.replace('3000', '3000.5') },
    location: `${snapshotFile}:4:12`,
  },
  'ten-mien': {
    right: { [file]: linking, 'domains.yaml': '- vusta.vn\n' },
    wrong: { [file]: linking },
    location: `${file}:12:21`,
    description: { wrong: '(domains.yaml chưa có tên miền vusta.vn)', right: '- vusta.vn' },
  },
  the: {
    right: { [file]: tagged, 'tags.yaml': '- name: đại hội\n  slug: dai-hoi\n' },
    wrong: { [file]: tagged },
    location: `${file}:6:5`,
    description: { wrong: '(tags.yaml chưa có thẻ “đại hội”)', right: '- name: đại hội\n  slug: dai-hoi' },
  },
};

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatFinding } from '#site/finding.ts';
import { checkFolder } from '#site/guide/check-folder.ts';
import type { ContentFiles } from '#site/guide/content-files.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { projectRoot } from '#site/settings.ts';
import { contentFolder } from '#tests/content-folder.ts';

const file = 'articles/2026/2026-11-23-hoi-nghi.md';

async function reportedLines(paragraph: string, files: ContentFiles = {}): Promise<string[]> {
  const findings = await checkFolder(contentFolder({ ...files, [file]: `${validArticle}\n${paragraph}\n` }));
  return findings.map((finding) => formatFinding(finding).slice(file.length + 1));
}

test.each<[string, unknown]>([
  [
    '::: gallery\n:::',
    '12:1 · khối ::: gallery không có ảnh nào · viết mỗi ảnh một dòng như ![mô tả](ten-anh.jpg "Chú thích"), hoặc xóa khối này [khoi-anh]',
  ],
  [
    '::: bang-bieu\n![Đại biểu](anh.jpg)\n:::',
    '12:5 · không có khối “bang-bieu” · dùng ::: gallery cho nhiều ảnh, ::: video cho một video [khoi-anh]',
  ],
  [
    '::: gallery hai\n![Đại biểu](anh.jpg)\n:::',
    '12:13 · sau “gallery” không viết gì thêm · viết cả dòng “::: gallery” [khoi-anh]',
  ],
  [
    '::: gallery\n![Đại biểu](anh.jpg)',
    '12:1 · khối ::: gallery chưa đóng · thêm một dòng chỉ có ::: ngay dưới ảnh cuối cùng của khối [khoi-anh]',
  ],
  [
    'Chữ.\n\n:::',
    '14:1 · dòng ::: này không mở và không đóng khối nào · xóa dòng này, hoặc viết tên khối sau dấu ::: [khoi-anh]',
  ],
  [
    '::: gallery\n![Đại biểu](anh.jpg)\nChữ trong khối.\n:::',
    '14:1 · trong khối ::: gallery chỉ có ảnh, mỗi ảnh một dòng · đưa dòng này xuống dưới dòng ::: [khoi-anh]',
  ],
  [
    '::: gallery\n![](anh.jpg)\n:::',
    '13:1 · ảnh “anh.jpg” chưa có mô tả · viết trong ngoặc vuông điều người xem thấy trong ảnh [mo-ta-anh]',
  ],
  [
    '::: gallery\n![Đại biểu](anh.jpg “Chú thích”)\n:::',
    expect.stringMatching(/^13:11 · ảnh hay liên kết viết chưa đúng dạng/),
  ],
  [
    '::: video\n![Đại biểu](anh.jpg)\n:::',
    '12:1 · video chưa có tệp hay địa chỉ · viết như ::: video https://… hoặc ::: video ten-tep.mp4 (tệp nằm cạnh bài) [video]',
  ],
  [
    '::: video /lien-he/\n![Đại biểu](anh.jpg)\n:::',
    '12:11 · “/lien-he/” không phải là video · viết như ::: video https://… hoặc ::: video ten-tep.mp4 (tệp nằm cạnh bài) [video]',
  ],
  [
    '::: video www.example.org/phim\n![Đại biểu](anh.jpg)\n:::',
    '12:11 · liên kết “www.example.org/phim” viết thiếu hay sai phần đầu · viết “https://www.example.org/phim” [lien-ket]',
  ],
  [
    '::: video phim.mp4\n![Đại biểu](anh.jpg)\n:::',
    '12:11 · không thấy video “phim.mp4” cạnh bài · chép tệp vào cạnh bài, tên viết đúng từng chữ [tep-dinh-kem]',
  ],
  [
    '::: video phim.pdf\n![Đại biểu](anh.jpg)\n:::',
    '12:11 · “phim.pdf” không phải là video dùng được · dùng tệp .mp4 nằm cạnh bài [tep-dinh-kem]',
  ],
  [
    '::: video https://example.org/phim\n![Đại biểu](anh.jpg)\n![Hội trường](anh.jpg)\n:::',
    '14:1 · một video chỉ có một ảnh xem trước · giữ lại một ảnh, đưa ảnh kia ra ngoài khối [video]',
  ],
  [
    '::: video phim.mp4\n![Đại biểu](anh.jpg)',
    '12:1 · khối ::: video chưa đóng · thêm một dòng chỉ có ::: ngay dưới ảnh cuối cùng của khối [khoi-anh]',
  ],
  ['::: video https://example.org/phim\n:::', expect.stringMatching(/^12:1 · khối ::: video không có ảnh nào/)],
])('a mistake in a picture block gives one finding: %j', async (paragraph, message) => {
  const picture = readFileSync(join(projectRoot, 'tests', 'fixtures', 'anh-thu.jpg'));
  expect(await reportedLines(paragraph, { 'articles/2026/anh.jpg': picture })).toEqual([message]);
});

test('a valid gallery and video give no findings, and their first and last lines are not prose', async () => {
  const files = {
    'articles/2026/anh.jpg': readFileSync(join(projectRoot, 'tests', 'fixtures', 'anh-thu.jpg')),
    'articles/2026/phim.mp4': 'phim',
  };
  const gallery = '::: gallery\n![Đại biểu biểu quyết](anh.jpg "Phiên khai mạc")\n\n![Hội trường](anh.jpg)\n:::';
  const video = (address: string) => `::: video ${address}\n![Đại biểu phát biểu](anh.jpg)\n:::`;
  expect(
    await reportedLines([gallery, video('https://www.youtube.com/watch?v=abc'), video('phim.mp4')].join('\n\n'), files),
  ).toEqual([]);
});

test.each<[string, unknown, ContentFiles?]>([
  ['##Đề mục', '12:1 · “##” dính liền chữ · viết cả dòng “## Đề mục” [dau-dong]'],
  [
    '![](anh.jpg)',
    '12:1 · ảnh “anh.jpg” chưa có mô tả · viết trong ngoặc vuông điều người xem thấy trong ảnh [mo-ta-anh]',
    { 'articles/2026/anh.jpg': readFileSync(join(projectRoot, 'tests', 'fixtures', 'anh-thu.jpg')) },
  ],
  [
    '![](<đại biểu.jpg>)',
    '12:1 · ảnh “đại biểu.jpg” chưa có mô tả · viết trong ngoặc vuông điều người xem thấy trong ảnh [mo-ta-anh]',
    { 'articles/2026/đại biểu.jpg': readFileSync(join(projectRoot, 'tests', 'fixtures', 'anh-thu.jpg')) },
  ],
  [
    '![Đại biểu](<đại biểu.jpg>)',
    '12:1 · ảnh “đại biểu.jpg” có mô tả chỉ là tên tệp · viết trong ngoặc vuông điều người xem thấy trong ảnh [mo-ta-anh]',
    { 'articles/2026/đại biểu.jpg': readFileSync(join(projectRoot, 'tests', 'fixtures', 'anh-thu.jpg')) },
  ],
  [
    'Báo cáo[^1].',
    '12:8 · “[^1]” không có chú thích nào · thêm dòng “[^1]: …” ở cuối bài, trước nó một dòng trống [markdown]',
  ],
  ['Báo cáo[^ 1].', '12:8 · “[^ 1]” không có chú thích nào · viết số liền sau dấu ^, không có dấu cách [markdown]'],
  [
    'Báo cáo.\n\n[^1]: Năm 2018.',
    '14:1 · chú thích “[^1]” không được nhắc tới ở đâu trong bài · viết “[^1]” ngay sau chữ cần chú thích, hoặc xóa dòng này [markdown]',
  ],
  [
    'Báo cáo[^1].\n\n[^1]: Năm 2018.\n[^1]: Năm 2019.',
    '15:1 · chú thích “[^1]” đã viết ở trên · đặt cho chú thích này một số khác [chu-thich]',
  ],
  ['Báo cáo[^1].\n\n[^1]: …', '14:1 · chú thích “[^1]” không có chữ nào · viết chú thích sau dấu hai chấm [markdown]'],
  ['## ', '12:1 · đề mục trống · xóa dòng này [de-muc]'],
  ['-mục hai', '12:1 · dấu “-” đầu dòng dính liền chữ · viết cả dòng “- mục hai” [dau-dong]'],
  [
    'Xem [trang] (https://example.org).',
    '12:11 · ảnh hay liên kết viết chưa đúng dạng · viết “](https://example.org)” [dia-chi-viet]',
  ],
  [
    '![Đại biểu](ảnh hội nghị.jpg).',
    '12:11 · ảnh hay liên kết viết chưa đúng dạng · viết “](<ảnh hội nghị.jpg>)” [dia-chi-viet]',
    { 'articles/2026/ảnh hội nghị.jpg': readFileSync(join(projectRoot, 'tests', 'fixtures', 'anh-thu.jpg')) },
  ],
  [
    '![Đại biểu](anh.jpg “Chú thích”).',
    '12:11 · ảnh hay liên kết viết chưa đúng dạng · viết “](anh.jpg "Chú thích")” [dia-chi-viet]',
    { 'articles/2026/anh.jpg': readFileSync(join(projectRoot, 'tests', 'fixtures', 'anh-thu.jpg')) },
  ],
  ['Chữ ** đậm ** đây.', expect.stringMatching(/^12:5 · dấu \*\* không kẹp sát chữ.*\[chu-dam\]$/)],
  [
    '| Tên | Số |\n| Lúa | 5 |',
    '12:1 · bảng thiếu dòng |---|---| dưới dòng đầu · thêm dòng ấy dưới dòng tên cột [bang]',
  ],
  ['    Đoạn thụt đầu dòng.', '12:1 · đoạn thụt đầu dòng sẽ in ra như mã máy · bỏ các dấu cách ở đầu dòng [thut-dong]'],
  [
    'Đoạn văn.\n---',
    '13:1 · dòng --- ngay dưới một câu biến câu ấy thành đề mục · để một dòng trống trước dòng --- [de-muc]',
  ],
  [
    '<!-- quên đóng\n\nĐoạn nữa.',
    expect.stringMatching(/^12:1 · phần <!…> hay <\?…>, trình duyệt không in ra, không được dùng/),
  ],
  ['Chữ <!Chú ý: x> sau.', expect.stringMatching(/^12:5 · phần <!…> hay <\?…>/)],
  [
    '[zalo](example.org/123)',
    '12:8 · liên kết “example.org/123” viết thiếu hay sai phần đầu · viết “https://example.org/123” [dia-chi-viet]',
  ],
  [
    '[thư](hoi@example.org)',
    '12:7 · liên kết “hoi@example.org” viết thiếu hay sai phần đầu · viết “mailto:hoi@example.org” [dia-chi-viet]',
  ],
  [
    '[bài](2026-11-23-ky-ket.md)',
    '12:7 · liên kết “2026-11-23-ky-ket.md” dẫn tới tệp của một trang · viết “/bai-viet/ky-ket/” [dia-chi-viet]',
    {
      'articles/2026/2026-11-23-ky-ket.md': validArticle.replaceAll(/hội|Hội/g, 'sở'),
    },
  ],
  [
    '[tin](chi-tiet.aspx?id=12)',
    '12:7 · liên kết “chi-tiet.aspx?id=12” chỉ mở được ở trang mà nó được chép ra · chép cả địa chỉ của trang ấy, bắt đầu bằng https:// [lien-ket]',
  ],
  [
    '[trang](hoi-dap/)',
    '12:9 · liên kết “hoi-dap/” thiếu dấu / ở đầu · viết “/hoi-dap/”; nếu là của trang khác, chép cả địa chỉ từ https:// [lien-ket]',
  ],
  ['[trang](/hỏi-đáp/)', '12:9 · liên kết “/hỏi-đáp/” không dẫn tới trang nào · có phải là “/hoi-dap/”? [lien-ket]'],
  [
    '[x](http//example.org)',
    '12:5 · liên kết “http//example.org” viết thiếu hay sai phần đầu · viết “http://example.org” [dia-chi-viet]',
  ],
  ['Xem [b]().', '12:9 · liên kết “” không có địa chỉ · viết địa chỉ trong ngoặc tròn [lien-ket]'],
])('a common mistake in a body gets a message in plain words: %j', async (paragraph, expected, files = {}) => {
  const lines = await reportedLines(paragraph, files);
  expect(lines.filter((line) => !line.endsWith('[du-lieu-rieng]'))).toEqual([expected]);
});

test('each link is reported at its own column, even after other brackets', async () => {
  expect(
    (await reportedLines('Theo [1] và `[x](y)`, xem [a](/khong-co/) rồi [b](/khong-nua/).')).map(
      (line) => line.split(' ')[0],
    ),
  ).toEqual(['12:31', '12:51']);
});

test.each(['Biển số [29A] (cũ).', 'Xem [1].', '# 1 là số ít', '\\[không phải\\](liên kết)', '- mục\n- mục nữa'])(
  'valid Markdown gives no finding: %j',
  async (paragraph) => {
    expect((await reportedLines(paragraph)).filter((line) => line.endsWith('[markdown]'))).toEqual([]);
  },
);

test('a finding below a repair stands where it was written', async () => {
  const lines = await reportedLines('| A | B |\n|---|---|\n\n| 1 | 2 |\n\nChữ ==tô== màu.');
  expect(lines.map((line) => line.split(' · ')[0])).toEqual(['15:1', '17:5']);
});

test('signs inside words that become emphasis are told at their place', async () => {
  expect(await reportedLines('Đặt x*y*z và u*v*w.')).toEqual([
    '12:6 · dấu * ở giữa chữ bị hiểu là dấu chữ nghiêng, không in ra · viết \\* để in ra dấu * [markdown]',
  ]);
});

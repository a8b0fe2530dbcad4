import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkContent } from '#site/check/check-content.ts';
import { fixContent } from '#site/check/fix-content.ts';
import { formatFinding } from '#site/finding.ts';
import { checkFolder } from '#site/guide/check-folder.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { readMarkdown } from '#site/read/read-markdown.ts';
import { readSettings } from '#site/settings.ts';
import { contentFolder } from '#tests/content-folder.ts';

const file = 'articles/2026/2026-11-23-hoi-nghi.md';

/** The findings about a file that replaces the valid article, as "line:column rule". */
async function findingsOf(files: Record<string, string>): Promise<string[]> {
  const found = await checkFolder(contentFolder({ [file]: validArticle, ...files }));
  return found.map(({ line, column, rule }) => `${line}:${column} ${rule}`);
}
const inBody = (text: string) => findingsOf({ [file]: `${validArticle}\n${text}\n` });

const conflict = '<<<<<<< HEAD\nĐoạn của tôi.\n=======\nĐoạn của bạn.\n>>>>>>> 9f8e7d6 (Sửa bài)';

test.each([
  ['without blank lines', conflict],
  ['with blank lines', conflict.replaceAll('\n', '\n\n')],
  ['with the common ancestor', conflict.replace('=======', '||||||| 1a2b3c4\nĐoạn cũ.\n=======')],
  ['with longer markers', conflict.replace(/[<=>]{7}/g, (marker) => marker.repeat(2))],
  ['with Windows line ends', conflict.replaceAll('\n', '\r\n')],
  ['without labels', '<<<<<<<\nTôi.\n=======\nBạn.\n>>>>>>>'],
  ['of Subversion', '<<<<<<< .mine\nTôi.\n=======\nBạn.\n>>>>>>> .r12'],
  ['with only the first marker left', 'Đoạn chung.\n<<<<<<< HEAD\nĐoạn của tôi.'],
  ['with only the last marker left', 'Đoạn chung.\n>>>>>>> feature/bai-moi'],
  ['with only the marker of the ancestor left', 'Đoạn chung.\n\n||||||| merged common ancestors'],
])('a conflict %s is one error, and nothing follows from it', async (_, text) => {
  const findings = await inBody(text);
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatch(/:1 xung-dot$/);
});

test('each conflict is told at its own line', async () => {
  expect(await inBody(`${conflict}\n\nĐoạn giữa.\n\n${conflict}`)).toEqual(['12:1 xung-dot', '20:1 xung-dot']);
});

test('a conflict in front matter or in a list is told as one', async () => {
  const title = '<<<<<<< HEAD\ntitle: Hội nghị\n=======\ntitle: Hội thảo\n>>>>>>> main';
  expect(await findingsOf({ [file]: validArticle.replace(/title: .*/, title) })).toEqual(['2:1 xung-dot']);
  expect(await findingsOf({ [file]: `${conflict}\n${validArticle}` })).toEqual(['1:1 xung-dot']);
  const tag = '- name: đại hội\n  slug: dai-hoi\n';
  const tags = `${tag}<<<<<<< HEAD\n- name: họp\n  slug: hop\n=======\n- name: thi\n  slug: thi\n>>>>>>> main\n`;
  expect(await findingsOf({ 'tags.yaml': tags })).toEqual(['3:1 xung-dot']);
  expect(await findingsOf({ 'tags.yaml': tags.replace(/^/gm, '  ') })).toEqual(['3:3 xung-dot']);
});

test.each([
  ['a setext heading', 'Kết quả\n======='],
  ['arrows', 'Xem tiếp <<<<<<< và >>>>>>> ở dưới.'],
  ['markers in code', `\`\`\`\n${conflict}\n\`\`\``],
  ['an empty row with more cells', '| a | b |\n|---|---|\n|||||||||\n\nĐoạn.\n\n|||||||||\n\nKết\n======='],
  ['an empty row of a table', '| a | b | c | d | e | f |\n|---|---|---|---|---|---|\n|||||||'],
])('%s is no conflict', async (_, text) => {
  expect((await inBody(text)).filter((found) => found.includes('xung-dot'))).toEqual([]);
});

test('a fence that is not closed hides no conflict', async () => {
  expect(await inBody(`\`\`\`\n${conflict}`)).toEqual(['13:1 xung-dot']);
});

test.each([
  ['a damaged letter', 'H\uFFFDi ngh\uFFFD t\uFFFDng k\uFFFDt.', '12:2 chu-hong'],
  ['an embedding that stays open', 'Hội \u202Enghị tổng kết.', '12:5 ky-tu-la'],
  ['an isolate that stays open', 'Hội \u2067nghị \u2066a\u2069 tổng kết.', '12:5 ky-tu-la'],
  ['an error message of Word', 'Xem trang **Error! Bookmark not defined.**', '12:13 loi-word'],
  ['one of Vietnamese Word', 'Xem trang Lỗi! Thẻ đánh dấu không được xác định.', '12:11 loi-word'],
  ['an unseen character', 'Hội ng\u200Bhị, đại\u00AD hội.', '12:7 ky-tu-an'],
  ['the end of a page in the text of a PDF', 'Hội\fnghị.', '12:4 ky-tu-an'],
  ['a mark of direction', 'Hội\u200E nghị \u200Fđại hội.', '12:4 ky-tu-an'],
  ['a line of a program for layouts', 'Hội\u2028nghị \u2029đại hội.', '12:4 ky-tu-an'],
  ['a second byte order mark', '\uFEFFHội nghị.', '12:1 ky-tu-an'],
  ['an item of a list in TCVN3', '- Hội nghị tổng kết năm của hội.\n- Héi nghÞ tæng kÕt n¨m.', '12:1 bang-ma'],
  ['text in TCVN3', 'Héi nghÞ tæng kÕt n¨m.\nC¸c héi thµnh viªn.', '12:1 bang-ma'],
])('%s is told once in a paragraph', async (_, text, found) => {
  expect(await inBody(text)).toEqual([found]);
  expect(await inBody(`${text}\n\nĐoạn khác.`)).toEqual([found]);
});

test('what is broken in a field or in a list is told there', async () => {
  const titled = (title: string) => ({ [file]: validArticle.replace('Hội nghị tổng kết năm', title) });
  expect(await findingsOf(titled('Hội \u202Bnghị'))).toEqual(['2:12 ky-tu-la']);
  expect(await findingsOf(titled('H\uFFFDi nghị'))).toEqual(['2:9 chu-hong']);
  expect(await findingsOf(titled('Há»™i nghá»‹ tá»•ng káº¿t'))).toEqual(['2:1 bang-ma']);
  expect(await findingsOf({ 'words.yaml': '- Nhơn\n- H¶i D­¬ng\n' })).toEqual(['2:1 bang-ma']);
});

test.each([
  ['closed pairs', 'Hội \u2067nghị\u2069, \u202Btổng\u202C kết.'],
  ['joiners of emoji', 'Gia đình 👨‍👩‍👧‍👦 vui.'],
  ['a soft hyphen outside words', 'Hội nghị 10\u00AD20.'],
  ['marks beside Arabic and Hebrew', 'Tên Ả Rập là \u200Fمرحبا\u200E (chào).'],
  ['line breaks of Thai', 'Tên Thái là สวัสดี\u200Bครับ.'],
  ['a quoted message of Word', 'Word in ra “Error! Bookmark not defined.” khi thiếu dấu trang.'],
  ['letters of TCVN3 in code', 'Máy in ra `Ng­êi n­íc, héi nghÞ`.'],
  ['damage shown as code', 'Máy in ra `H\uFFFDi`, `Héi nghÞ tæng kÕt` và:\n\n```\nHéi nghÞ \uFFFD tæng kÕt\n```'],
])('%s are no mistake', async (_, text) => {
  expect(await inBody(text)).toEqual([]);
});

test.each([
  ['a whole one', '---\ntitle: Bài khác\ndate: 2026-11-20\n---\n\nThân bài.'],
  ['one without its first line', 'title: Bài khác\ntags:\n  - hội\n---\n\nThân bài.'],
  ['one that is not closed', '---\ntitle: Bài khác\nauthor: BTT\n\nThân bài.'],
])('a second front matter is an error: %s', async (_, text) => {
  expect(await findingsOf({ [file]: validArticle.replace('Liên hiệp', `${text}\n\nLiên hiệp`) })).toEqual([
    '8:1 phan-dau',
  ]);
});

test.each([
  '---\n\nNgày 20/11: họp.\n\n---',
  '---\nThời gian: 8 giờ\nĐịa điểm: hội trường\n\n---',
  '---\nfrom: 8 giờ\n\n---',
])('text between two rules is no front matter: %j', async (text) => {
  const findings = await findingsOf({ [file]: `${validArticle.trimEnd()}\n\n${text}\n` });
  expect(findings).not.toContainEqual(expect.stringContaining('phan-dau'));
  const first = await findingsOf({ [file]: validArticle.replace('\nLiên hiệp', `\n${text}\n\nLiên hiệp`) });
  expect(first).not.toContainEqual(expect.stringContaining('phan-dau'));
});

test('a repaired file is read as it is after --fix, which changes nothing else', async () => {
  const written = `${validArticle}\r\nHéi ngh\u200BÞ tæng kÕt n¨m.\r\n\r\nĐoạn \uFEFFsạch, infor\u00ADmation.\r\n`;
  const folder = contentFolder({ [file]: written });
  const settings = readSettings({ CONTENT_DIR: folder, BUILD_TIME: '2026-11-23T08:00:00+07:00' }, new Date(0));
  const before = await checkContent(settings);
  const [article] = before.site?.context.content.articles ?? [];
  const body = article && readMarkdown(article.body);
  expect(body).toContain('\n\nHội nghị tổng kết năm.\n\nĐoạn sạch, information.\n');

  const changes = await fixContent(before, before.warnings);
  expect(changes.map(({ description }) => description)).toEqual(expect.arrayContaining([expect.any(String)]));
  const fixed = readFileSync(join(folder, file), 'utf8');
  expect(fixed).toBe(`${validArticle}\r\nHội nghị tổng kết năm.\r\n\r\nĐoạn sạch, information.\r\n`);
  const after = await checkContent(settings);
  expect([...after.errors, ...after.warnings].map(formatFinding)).toEqual([]);
});

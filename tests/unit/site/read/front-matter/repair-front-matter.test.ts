import { describe, expect, test } from 'vitest';
import { articleFrontMatterSchema } from '#news/article.ts';
import { formatFinding } from '#site/finding.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { frontMatterKeys } from '#site/read/front-matter/front-matter-keys.ts';
import { repairFrontMatter } from '#site/read/front-matter/repair-front-matter.ts';
import { inspectItem } from '#site/read/inspect-item.ts';
import { applyEdits } from '#site/repair/edited-text.ts';

const inspect = (text: string) =>
  inspectItem({ file: 'a.md', path: 'a.md', text, findings: [] }, articleFrontMatterSchema, undefined);
const repairsOf = (text: string) => repairFrontMatter(text, frontMatterKeys(articleFrontMatterSchema));
const withLines = (lines: string) => validArticle.replace('category:', `${lines}\ncategory:`);
const withTitle = (line: string) => validArticle.replace('title: Hội nghị tổng kết năm', line);
const afterOpening = (text: string) => validArticle.replace('kiện\n---\n', `kiện\n${text}`);
const read = validArticle.replace(/\n\n.*/s, '');

/** Expects a text to be read as another one, with warnings that tell so, each at its line. */
function expectReadAs(text: string, meant: string, lines: readonly number[]): void {
  const { parts, findings } = inspect(text);
  expect(parts?.value).toEqual(inspect(meant).parts?.value);
  expect(parts?.value).toBeDefined();
  expect(findings.map(({ level, line }) => [level, line])).toEqual(lines.map((line) => ['warning', line]));
  const fixed = applyEdits(text, repairsOf(text));
  expect(repairsOf(fixed)).toEqual([]);
  expect(fixed.slice(fixed.indexOf('Liên hiệp'))).toBe(text.slice(text.indexOf('Liên hiệp')));
}

test.each([
  ['title: Bình Định: Hội nghị tổng kết', 'title: "Bình Định: Hội nghị tổng kết"'],
  ['title: Hội thi "Sáng tạo": công bố giải', `title: 'Hội thi "Sáng tạo": công bố giải'`],
  ['title: Công bố giải:', 'title: "Công bố giải:"'],
])('a text with a colon is read as in quotes: %s', (line, meant) => {
  expectReadAs(withTitle(line), withTitle(meant), [2]);
});

describe('a draft in other words is a draft', () => {
  test.each([
    ...[
      'draft: True',
      'draft: TRUE',
      'draft: yes',
      'draft: có',
      'draft: 1',
      'draft: "Yes"',
      'draft: “true”',
      'Draft: true',
    ],
    ...[
      'published: false',
      'Published: False',
      'publish: no',
      'public: không',
      'hidden: true',
      'private: 1',
      'unlisted: on',
    ],
    ...['nháp: true', 'bản nháp: có', 'ẩn: có', 'đăng: không', 'đã đăng: chưa', 'công khai: không'],
    ...['status: draft', 'status: pending', 'post_status: private', 'trạng thái: nháp'],
  ])('%s', (line) => expectReadAs(withLines(line), withLines('draft: true'), [5]));

  test.each(['draft: False', 'draft: không', 'published: true', 'hidden: false', 'status: publish', 'nháp: không'])(
    '%s is none',
    (line) => expectReadAs(withLines(line), withLines('draft: false'), [5]),
  );

  test('said twice, it is written once', () => {
    expectReadAs(withLines('draft: true\npublished: false'), withLines('draft: true'), [6]);
    expectReadAs(withLines('hidden: true\npublished: false'), withLines('draft: true'), [5, 6]);
  });

  test.each(['draft: false\npublished: false', 'published: rồi', 'draft:', 'draft: rồi', 'published: 2026-11-01'])(
    'what is not clear is an error, whose remedy publishes nothing by itself: %s',
    (lines) => {
      const errors = inspect(withLines(lines)).findings.filter(({ level }) => level === 'error');
      expect(errors).toHaveLength(1);
      expect(errors[0]?.remedy).toMatch(/“draft: true”/);
      expect(errors[0]?.edits).toBeUndefined();
    },
  );
});

describe('an optional key without a value is absent', () => {
  test.each([
    'cover:',
    'cover: ""',
    "description: ''",
    'description:   ',
    'cover: null',
    'updated: ~',
    'tags:',
    'tags: null',
    'id: ""',
  ])('%s', (line) => expectReadAs(withLines(line), validArticle, [5]));

  test('several in a row are told once', () =>
    expectReadAs(withLines('cover: ""\ncoverAlt: ""\ndescription:'), validArticle, [5]));

  test('but a list below it is its value', () =>
    expectReadAs(withLines('tags:\n- đại hội'), withLines('tags:\n  - đại hội'), []));
});

describe('front matter is found where', () => {
  test.each([
    ['a blank line stands before it', `\n${validArticle}`, 1],
    ['a space stands before it', ` ${validArticle}`, 1],
    ['U+200B stands before it', `\u200B${validArticle}`, 1],
    ['a second BOM stands before it', `\uFEFF${validArticle}`, 1],
    ['comments stand before it', `<!-- một -->\n\n<!-- hai\n -->\u00A0\n${validArticle}`, 1],
    ['NBSP follows its first line', validArticle.replace('---\n', '---\u00A0\n'), 1],
    ['NBSP follows its last line', afterOpening('---\u00A0\n'), 6],
    ['its last line is indented', afterOpening(' ---\n'), 6],
    ['its last line was autocorrected', afterOpening('—\n'), 6],
    ['its last line is that of YAML', afterOpening('...\n'), 6],
    ['it was pasted twice', validArticle.replace(`${read}\n`, `${read}\n${read}\n`), 7],
    ['it was pasted twice, apart', validArticle.replace(`${read}\n`, `${read}\n\n${read}\n`), 8],
  ])('%s', (_, text, line) => expectReadAs(text, validArticle, [line]));

  test('a dash inside a folded text is no end of front matter', () => {
    const text = withLines('description: |\n  một\n  ---\n  hai');
    expect(repairsOf(text)).toEqual([]);
    expect(inspect(text).parts?.value?.description).toBe('một\n---\nhai');
  });

  test('a second one that says something else is an error at its line', () => {
    const other = read.replace('Hội nghị tổng kết năm', 'Họp báo');
    const { findings } = inspect(validArticle.replace(`${read}\n`, `${read}\n\n${other}\n`));
    expect(findings.map(formatFinding)).toEqual([
      'a.md:8:1 · bài có hai phần đầu · giữ một phần, xóa phần kia: phần thứ hai ở dòng 8–13 [phan-dau]',
    ]);
  });

  test('rules in a body are rules', () =>
    expectReadAs(afterOpening('---\n\n---\n\nThời gian: 8 giờ\n\n---\n'), validArticle, []));
});

describe('a value is read as it was meant', () => {
  test.each([
    ['title: “Hội nghị tổng kết năm”', 'title: Hội nghị tổng kết năm'],
    ['title: “Hội nghị: tổng kết #5” # cho phép: am-tiet', 'title: "Hội nghị: tổng kết #5"'],
    ['title: ‘Hội nghị’', 'title: Hội nghị'],
    ['title: "Đường C:\\new\\temp"', "title: 'Đường C:\\new\\temp'"],
    ['Title: “Hội nghị”', 'title: Hội nghị'],
    ['TITLE: Hội nghị', 'title: Hội nghị'],
  ])('%s', (line, meant) => {
    const [value, meantValue] = [line, meant].map((title) => inspect(withTitle(title)).parts?.value);
    expect(value).toEqual(meantValue);
    expect(value).toBeDefined();
  });

  test('tags lose the sign that other programs give them', () =>
    expectReadAs(
      withLines('tags:\n  - #hội nghị\n  - "#đại hội"\n  - khoa học'),
      withLines('tags:\n  - hội nghị\n  - đại hội\n  - khoa học'),
      [6, 7],
    ));

  test.each([
    ['tags: đại hội, khoa học', '[đại hội, khoa học]'],
    ['tags: đại hội', '[đại hội]'],
    ['tags: "đại hội", khoa học', '[đại hội, khoa học]'],
    ['tags: #đại hội #khoa học', '[đại hội, khoa học]'],
    ['tags: #đại hội, #khoa học', '[đại hội, khoa học]'],
    ['tags: [#đại hội, "#khoa học"]', '[đại hội, khoa học]'],
  ])('tags on one line are a list: %s', (line, list) => expectReadAs(withLines(line), withLines(`tags: ${list}`), [5]));

  test('text after a sign is no empty value', () =>
    expect(repairsOf(withLines('cover: #1.jpg\ndescription: # chưa viết'))).toEqual([]));

  test.each([
    ...[
      'title: “Hai giỏi” và “Ba tốt”',
      'title: Hội thi “Hai giỏi”',
      'title: “Hai giỏi” ở tỉnh',
      'title: Hội thi ‘Hai giỏi’',
      "title: '“Chúng tôi làm được”'",
      'title: "Đường C:\\\\new"',
      'title: Giá 3*4 & 5',
    ],
    ...['title: "“Hội nghị”"', 'title: Nồng độ < 5 %'],
  ])('and as it is written where that is what was meant: %s', (line) => {
    expect(inspect(withTitle(line)).findings).toEqual([]);
  });

  test('a lead that is a quotation keeps its quotes', () =>
    expect(inspect(withLines('description: “Chúng tôi làm được”')).parts?.value?.description).toBe(
      '“Chúng tôi làm được”',
    ));
});

test.each([
  ['title: Hội nghị &amp; hội thảo', 'title: Hội nghị & hội thảo'],
  ['title: "**Chủ đề:** mới"', 'title: "Chủ đề: mới"'],
  ['title: Hội <b>nghị</b> tổng kết', 'title: Hội nghị tổng kết'],
  ['title: Hội nghị &quot;mở&quot;', 'title: Hội nghị "mở"'],
])('marks that would be printed are told with the text that was meant: %s', (line, meant) => {
  const { findings } = inspect(withTitle(line));
  expect(findings.map(({ rule, remedy }) => [rule, remedy])).toEqual([['chu-tron', `viết cả dòng “${meant}”`]]);
  const edits = findings.flatMap(({ edits }) => edits ?? []);
  expect(applyEdits(withTitle(line), edits)).toBe(withTitle(meant));
});

test.each([
  ['titel: Hội nghị', 'title: Hội nghị'],
  ['tiêu đề: Hội nghị', 'title: Hội nghị'],
  ['title: Hội nghị #5', 'title: "Hội nghị #5"'],
  ['title: "Hội nghị', 'title: "Hội nghị"'],
  ['title： Hội nghị', 'title: Hội nghị'],
  ['title Hội nghị', 'title: Hội nghị'],
  [' title: Hội nghị', 'title: Hội nghị'],
])('an error with one remedy carries it as an edit: %s', (line, meant) => {
  const { findings } = inspect(withTitle(line));
  expect(findings.map(({ level }) => level)).toEqual(['error']);
  const edits = findings.flatMap(({ edits }) => edits ?? []);
  expect(applyEdits(withTitle(line), edits)).toBe(withTitle(meant));
});

test.each([
  ['publishDate: 2027-01-01', 'đã có mục “date”: giữ dòng đúng, xóa dòng kia'],
  ['unpublishDate: 2027-01-01', 'có phải là “expires”?'],
  ['coverImage: anh.jpg', 'có phải là “cover”?'],
  ['dratf: true', 'có phải là “draft”?'],
  ['published: rồi', 'chưa đăng thì viết “draft: true”; đã đăng thì xóa dòng này'],
])('no remedy publishes what was to stay hidden: %s', (line, remedy) =>
  expect(inspect(withLines(line)).findings.map((found) => found.remedy)).toEqual([remedy]),
);

test('no edit drops a word: a comment is for its author to delete', () => {
  const { findings } = inspect(withLines('draft: true # chưa xong'));
  expect(findings.map(({ rule, edits }) => [rule, edits])).toEqual([['dau-thang', undefined]]);
});

test.each([
  ['1/11/2026 8:30 PM', '2026-11-01 20:30'],
  ['"23/11/2026"', '"2026-11-23"'],
  ['20 tháng 6 năm 2018', '2018-06-20'],
])('a date in another notation carries the date as an edit: %s', (written, meant) => {
  const text = validArticle.replace('2026-11-23', written);
  const edits = inspect(text).findings.flatMap(({ edits }) => edits ?? []);
  expect(applyEdits(text, edits)).toBe(validArticle.replace('2026-11-23', meant));
});

test('what stands after a repair keeps its place in the file', () => {
  const text = `\n<!-- một -->\n${withLines('cover: ""\nupdated: 1/1/26')}`;
  const { findings, parts } = inspect(text);
  expect(findings.map(({ rule, line, column }) => `${rule} ${line}:${column}`)).toEqual([
    ...['dong-gach 1:1', 'muc-trong 7:1', 'ngay 8:10'],
  ]);
  expect(parts?.bodyLine).toBe(11);
  expect(text.slice(parts?.bodyStart)).toMatch(/^\nLiên hiệp hội họp/);
});

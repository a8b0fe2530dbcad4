import { expect, test } from 'vitest';
import { checkFolder } from '#site/guide/check-folder.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { inspectBody } from '#site/read/inspect-body.ts';
import { contentFolder } from '#tests/content-folder.ts';

function told(text: string): string[] {
  return inspectBody(text).findings.map(({ line, column, wrong }) => `${line}:${column} ${wrong}`);
}

const otherLevel = (mark: string) => `các mục “+” ở đây in ngang hàng với mục “${mark}” ở trên`;

test.each([
  ['- a\n+ b\n+ c\n- d\n+ e', [`2:1 ${otherLevel('-')}`]],
  ['* a\n\n+ b\n\n* c', [`3:1 ${otherLevel('*')}`]],
  ['1. a\n+ b\n2. c', [`2:1 ${otherLevel('1.')}`]],
  ['> - a\n> + b', [`2:1 ${otherLevel('-')}`]],
  ['- a\n  + b\n  + c\n- d', []],
  ['- a\n- b\n\nKế hoạch:\n\n+ c\n+ d', []],
  ['+ a\n+ b', []],
])('items with “+” below others are printed on one level: %j', (text, expected) =>
  expect(told(text)).toEqual(expected),
);

const quoted = 'dấu > ở đầu dòng không in ra, mà làm dòng này thành trích dẫn';

test.each([
  ['> 500 người', [`1:1 ${quoted}`]],
  ['Dự hội nghị có:\n\n>1.000 đại biểu', [`3:1 ${quoted}`]],
  ['- > 500 người\n- hai', [`1:3 ${quoted}`]],
  ['> 30 năm qua, Hội đã\n> trưởng thành.', []],
  ['> Hơn 30 năm qua.', []],
])('a single quoted line that begins with a number: %j', (text, expected) => expect(told(text)).toEqual(expected));

test.each([
  [
    'Với $x_1 : 2$ và $$\\sum_{k=1}^K a$$, ta có **a**.',
    ['1:5 công thức “$x_1 : 2$” (và 1 công thức nữa) in ra nguyên như đã viết'],
  ],
  ['Cho \\\\(a_{k=1} ~~~ b\\\\)', ['1:5 công thức “\\\\(a_{k=1} ~~~ b\\\\)” in ra nguyên như đã viết']],
  ['```\n$x_1$\n```', []],
  ['Giá $5 và $6.', []],
])('the formulas of a body are told once, and nothing is said about their signs: %j', (text, expected) =>
  expect(told(text)).toEqual(expected),
);

test.each(['Đọc shell nha =]] hay :]]', 'Vui =[[ quá', '【监督】 là giám đốc', '→ Doanh thu tăng 20 %.'])(
  'a sign of a text is no mark of Markdown: %j',
  (text) => expect(told(text)).toEqual([]),
);

test.each([
  ['## Một\n\n##Hai\n\nCác đại biểu tổng kêt.\n', '16:19'],
  ['<!-- một ghi chú dài -->\n\nCác đại biểu tổng kêt.\n', '14:19'],
  ['+Một\n+Hai\n\nCác đại biểu tổng kêt.\n', '15:19'],
])('after a repair a misspelling is still told at its place in the file: %j', async (body, at) => {
  const findings = await checkFolder(
    contentFolder({ 'articles/2026/2026-11-23-hoi-nghi.md': `${validArticle}\n${body}` }),
  );
  const places = findings.filter(({ rule }) => rule === 'am-tiet').map(({ line, column }) => `${line}:${column}`);
  expect(places).toEqual([at]);
});

test.each([
  ['- Họp tổng kết năm.\nHội nghị bầu ban mới.\n', 1],
  ['- Họp tổng kết năm\nHội nghị bầu ban mới.\n', 0],
  ['- Họp tổng kết năm.\n  Hội nghị bầu ban mới.\n', 0],
])('a sentence left below an item that had ended is told: %j', (text, count) => {
  expect(inspectBody(text).findings.filter(({ wrong }) => wrong.includes('vào mục ở trên'))).toHaveLength(count);
});

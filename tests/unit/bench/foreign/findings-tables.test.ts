import { expect, test } from 'vitest';
import { refusalTable, ruleTable, verdictTable } from '#bench/foreign/findings-tables.ts';
import { type Finding, finding } from '#site/finding.ts';

const at = (line: number) => ({ path: 'bai.md', line, column: 1 });
const link = (line: number) => finding(at(line), 'lien-ket', `liên kết thứ ${line}`, 'sửa');
const file = finding(at(3), 'anh', 'không thấy ảnh “a.png”', 'chép tệp');
const other = finding(at(4), 'anh', 'không thấy ảnh “b.png”', 'chép tệp');
const space = finding(at(5), 'cach-chu', 'hai dấu cách', 'xóa', { offset: 0, length: 1, text: '' });
const findings = new Map<string, Finding[]>([
  ['a.md', []],
  ['b.md', [link(1), link(2)]],
  ['c.md', [link(1), file, other, space]],
  ['d.md', [space]],
]);

test('the articles of each verdict are counted', () => {
  expect(verdictTable(findings).split('\n').slice(2, 6)).toEqual([
    '| pass without a word | 1 | 25 % |',
    '| pass with repairs | 1 | 25 % |',
    '| pass with notes | 0 | 0 % |',
    '| are refused | 2 | 50 % |',
  ]);
});

test('a rule tells its findings, its articles, those refused for it alone, and its edits', () => {
  expect(ruleTable(findings).split('\n').slice(2, 5)).toEqual([
    '| lien-ket (error) | 3 | 2 | 1 | 0 % |',
    '| cach-chu (warning) | 2 | 2 | 0 | 100 % |',
    '| anh (error) | 2 | 1 | 0 | 0 % |',
  ]);
});

test('errors that differ only in names and numbers are one cause of refusal', () => {
  expect(refusalTable(findings, 1).split('\n').slice(2, -1)).toEqual([
    '| [lien-ket] liên kết thứ N | 3 | 2 | 1 | b.md:1 · liên kết thứ 1 |',
  ]);
});

import { expect, test } from 'vitest';
import { formulaRanges } from '#site/markdown/formulas.ts';

function formulas(text: string): string[] {
  return formulaRanges(text).map(({ start, end }) => text.slice(start, end));
}

test.each([
  ['Với $x_1$ và $y^2$.', ['$x_1$', '$y^2$']],
  ['Số $n$ chẵn', ['$n$']],
  ['Số $D[a][b]$ tăng, $acc[j][i]$ giảm', ['$D[a][b]$', '$acc[j][i]$']],
  ['Tổng $$\\sum_{k=1}^n a_k$$', ['$$\\sum_{k=1}^n a_k$$']],
  ['Cho \\(a^2 + b^2\\) và \\\\(c_1\\\\).', ['\\(a^2 + b^2\\)', '\\\\(c_1\\\\)']],
  ['\\[\nx_1 = 36 : 4\n\\]', ['\\[\nx_1 = 36 : 4\n\\]']],
  ['\\begin{align}\na &= b\n\\end{align}', ['\\begin{align}\na &= b\n\\end{align}']],
])('%j has formulas', (text, expected) => expect(formulas(text)).toEqual(expected));

test.each([
  'Giá $5 và $6, tức $11.',
  'Vé $5_000 một chiều,\nkhứ hồi $9_000.',
  'Phiếu \\(theo mẫu\\) và \\[số 2\\]',
  '\\(theo _Vật lí_\\), \\(1 điểm \\(M1\\)\\) và \\[\\(- 6\\) + 2\\]',
  'Viết $cmd = ($x) rồi chạy',
  'Lệnh `echo $A_B` rồi `$C_D`',
  'Tệp $THU_MUC/$TEN_TEP, $TEN_TEP{1}',
  'Mở $x_1 mà không đóng',
])('%j has no formula', (text) => expect(formulas(text)).toEqual([]));

test('many marks take linear time', () => {
  const start = process.cpuUsage().user;
  formulaRanges('$x_ \\( '.repeat(30_000));
  expect(process.cpuUsage().user - start).toBeLessThan(2_000_000);
});

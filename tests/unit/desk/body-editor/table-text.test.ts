import { expect, test } from 'vitest';
import { emptyTable, tableOfTabs } from '#desk/body-editor/table-text.ts';

test('a new table has a head with names to write over', () => {
  expect(emptyTable(2, 1)).toBe('| Cột 1 | Cột 2 |\n|---|---|\n|  |  |');
});

test('lines with tabs are a table, its rows as long as the longest', () => {
  expect(tableOfTabs('Đơn vị\tSố\n\nHội A|B\t12\tx\n')).toBe(
    '| Đơn vị | Số |  |\n|---|---|---|\n| Hội A\\|B | 12 | x |',
  );
  expect(tableOfTabs('một dòng\tthôi')).toBeUndefined();
  expect(tableOfTabs('một\nhai')).toBeUndefined();
});

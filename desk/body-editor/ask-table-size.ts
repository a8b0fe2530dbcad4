import { labelled, openDialog } from './open-dialog.ts';

/** How many columns a table has, and how many rows below its head. */
export interface TableSize {
  readonly columns: number;
  readonly rows: number;
}

/** Asks for the size of a new table; undefined when the dialog is left. */
export async function askTableSize(): Promise<TableSize | undefined> {
  const [columns, rows] = [numberField('Số cột', 3, 2, 12), numberField('Số hàng, chưa kể hàng đầu', 3, 1, 50)];
  const answer = await openDialog({
    title: 'Thêm bảng',
    fields: [columns.element, rows.element],
    answers: { insert: 'Thêm' },
  });
  return answer ? { columns: columns.input.valueAsNumber, rows: rows.input.valueAsNumber } : undefined;
}

function numberField(label: string, value: number, min: number, max: number) {
  const input = document.createElement('input');
  input.type = 'number';
  input.required = true;
  Object.assign(input, { min: String(min), max: String(max), value: String(value) });
  return { element: labelled(label, input), input };
}

import type { Element, ElementContent } from 'hast';
import type { AddNote } from '../import-note.ts';
import { descendants, element, flattenBlocks, isElement, lineOf } from './blocks.ts';

/** Tables that only lay a page out become blocks; the others get a head and as many cells in each row. */
export function repairTables(blocks: readonly Element[], addNote: AddNote): Element[] {
  let heads = 0;
  let merged = 0;
  const result = blocks.flatMap((block) => {
    if (block.tagName !== 'table') return [block];
    const rows = rowsOf(block);
    if (isLayout(rows))
      return rows.flatMap((row) => row.flatMap((cell) => repairTables(flattenBlocks(cell.children), addNote)));
    const hasHead = descendants(block, 'th').length > 0;
    const hasMerged = descendants(block, 'td', 'th').some(
      (cell) => spanOf(cell, 'colSpan') > 1 || spanOf(cell, 'rowSpan') > 1,
    );
    if (!hasHead) heads++;
    if (hasMerged) merged++;
    return [dataTable(rows)];
  });
  if (heads > 0) addNote('changed', `${heads} bảng chưa có đầu bảng: hàng đầu thành đầu bảng`);
  if (merged > 0) addNote('to do', `${merged} bảng có ô gộp đã tách thành ô trống · xem lại bảng ấy`);
  return result;
}

function rowsOf(table: Element): Element[][] {
  const ownRows = (node: Element): Element[] =>
    node.children.flatMap((child) => {
      if (!isElement(child)) return [];
      if (child.tagName === 'tr') return [child];
      return ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? ownRows(child) : [];
    });
  return ownRows(table)
    .map((row) => row.children.filter((cell): cell is Element => isElement(cell, 'td', 'th')))
    .filter((row) => row.length > 0);
}

const officialHead = /CỘNG H[ÒO][ÀA] XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN VIỆT NAM/;

/** Whether a table has one row or column, tables in it, only pictures with captions, or the head of a document. */
function isLayout(rows: readonly (readonly Element[])[]): boolean {
  const cells = rows.flat();
  if (cells.length === 0 || rows.length === 1 || rows.every((row) => row.length === 1)) return true;
  if (cells.some((cell) => descendants(cell, 'table').length > 0)) return true;
  if (rows.length <= 3 && cells.some((cell) => officialHead.test(lineOf(cell)))) return true;
  const pictures = cells.filter((cell) => descendants(cell, 'img').length > 0).length;
  return pictures > 0 && 2 * pictures >= cells.filter((cell) => lineOf(cell) !== '').length;
}

function spanOf({ properties }: Element, name: 'colSpan' | 'rowSpan'): number {
  const span = Number(properties[name] ?? 1);
  return span > 1 && span < 1000 ? span : 1;
}

function dataTable(rows: readonly (readonly Element[])[]): Element {
  const grid = gridOf(rows);
  const width = Math.max(...grid.map((row) => row.length));
  const cells = (row: readonly (Element | undefined)[], name: string) =>
    Array.from({ length: width }, (_, column) => element(name, row[column] ? cellContent(row[column]) : []));
  const [head = [], ...body] = grid;
  return element('table', [
    element('thead', [element('tr', cells(head, 'th'))]),
    element(
      'tbody',
      body.map((row) => element('tr', cells(row, 'td'))),
    ),
  ]);
}

/** The cells by row and column; where another cell reaches to there is none. */
function gridOf(rows: readonly (readonly Element[])[]): (Element | undefined)[][] {
  const grid: (Element | undefined)[][] = rows.map(() => []);
  const taken = new Set<string>();
  for (const [index, row] of rows.entries()) {
    let column = 0;
    for (const cell of row) {
      while (taken.has(`${index} ${column}`)) column++;
      const own = grid[index];
      if (own) own[column] = cell;
      for (let down = 0; down < spanOf(cell, 'rowSpan'); down++)
        for (let right = 0; right < spanOf(cell, 'colSpan'); right++) taken.add(`${index + down} ${column + right}`);
      column += spanOf(cell, 'colSpan');
      if (own) own.length = Math.max(own.length, column);
    }
  }
  return grid;
}

/** The content of a cell on one line: a break between its blocks. */
function cellContent(cell: Element): ElementContent[] {
  const lines = flattenBlocks(cell.children).flatMap(linesOf);
  return lines.flatMap((line, index) => (index === 0 ? line : [element('cell-break', []), ...line]));
}

function linesOf(block: Element): ElementContent[][] {
  if (['ul', 'ol'].includes(block.tagName))
    return block.children
      .filter((item): item is Element => isElement(item, 'li'))
      .flatMap((item, index) => {
        const mark = block.tagName === 'ul' ? '- ' : `${Number(block.properties['start'] ?? 1) + index}. `;
        const [first = [], ...others] = flattenBlocks(item.children).flatMap(linesOf);
        return [[{ type: 'text', value: mark }, ...first], ...others];
      });
  if (block.tagName === 'table')
    return rowsOf(block).map((row) =>
      row.flatMap((cell, index): ElementContent[] => {
        const content = cellContent(cell);
        return index === 0 ? content : [{ type: 'text', value: ' · ' }, ...content];
      }),
    );
  const lines: ElementContent[][] = [[]];
  for (const child of block.children) {
    if (isElement(child, 'br')) lines.push([]);
    else lines.at(-1)?.push(child);
  }
  return lines.filter((line) => line.some((child) => lineOf(child) !== '' || descendants(child, 'img').length > 0));
}

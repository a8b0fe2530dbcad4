import { cellRanges } from '#site/markdown/cell-ranges.ts';
import type { MarkdownToken } from '#site/markdown/markdown.ts';
import type { ParsedBody } from '#site/markdown/parse-body.ts';
import { insertion, type Repair, repair, replacement } from './repair.ts';

/** Repairs tables: rows with blank lines between, a missing line of dashes, cells beyond the head, text below. */
export function repairTables(body: ParsedBody): Repair[] {
  const tables = body.tokens.filter(({ type }) => type === 'table_open');
  return [
    ...tables.flatMap((table) => [...widenHead(body, table), ...separateText(body, table)]),
    ...looseRows(body).flatMap((rows) => joinRows(body, rows)),
    ...tabbedTables(body),
  ];
}

function cellCount(line: string): number {
  return cellRanges(line.replace(/^[\s>]*/, ''), 0).length;
}

/** Rows with more cells than the head: Markdown would leave them out. */
function widenHead({ lines, lineStarts }: ParsedBody, table: MarkdownToken): Repair[] {
  const [head = 0, end = 0] = table.map ?? [];
  const columns = cellCount(lines[head] ?? '');
  const counts = lines.slice(head + 2, end).map(cellCount);
  const widest = Math.max(0, ...counts);
  if (widest <= columns) return [];
  const first = counts.findIndex((count) => count > columns);
  const wrong = `dòng này có ${counts[first]} ô, dòng tên cột có ${columns}`;
  const remedy = 'thêm tên cột, hoặc viết \\| nếu dấu | là của chữ trong ô';
  const missing = widest - columns;
  const edits = [
    [head, '  |'],
    [head + 1, '---|'],
  ].map(([line, cell]) => {
    const text = (lines[Number(line)] ?? '').trimEnd();
    const added = `${text.endsWith('|') ? '' : ' |'}${String(cell).repeat(missing)}`;
    return insertion((lineStarts[Number(line)] ?? 0) + text.length, added);
  });
  // What a bar in a row was meant to be only its editor knows.
  return [
    {
      edits,
      told: { rule: 'bang', wrong, remedy, offset: lineStarts[head + 2 + first] ?? 0 },
      fixable: false,
    },
  ];
}

/** Text right below a table, which Markdown takes for a row. */
function separateText({ lines, lineStarts }: ParsedBody, table: MarkdownToken): Repair[] {
  const [head = 0, end = 0] = table.map ?? [];
  if (table.level > 0 || !lines[head]?.trimStart().startsWith('|')) return [];
  const text = lines.slice(head + 2, end).findIndex((line) => !line.includes('|') && line.trim() !== '');
  if (text < 0) return [];
  const offset = lineStarts[head + 2 + text] ?? 0;
  const remedy = 'để một dòng trống trước dòng này';
  return [
    repair(
      { rule: 'bang', wrong: 'dòng chữ ngay dưới bảng thành một dòng của bảng', remedy },
      offset,
      insertion(offset, '\n'),
    ),
  ];
}

/** The lines of blocks of a table that only blank lines separate. */
interface TableRows {
  readonly lines: readonly number[];
  readonly hasTable: boolean;
}

const rowPattern = /^\s*\|.*\|\s*$/;

function isDelimiter(line: string): boolean {
  const cells = cellRanges(line, 0).map(({ start, end }) => line.slice(start, end));
  return line.includes('-') && cells.every((cell) => /^:?-+:?$/.test(cell));
}

/** Paragraphs whose lines all look like rows of a table, together with a table right above. */
function looseRows({ tokens, lines }: ParsedBody): TableRows[] {
  const found: { lines: number[]; hasTable: boolean; end: number }[] = [];
  for (const { type, level, map } of tokens) {
    const [first = 0, end = 0] = map ?? [];
    const isTable = type === 'table_open' && level === 0;
    if (!isTable && !(type === 'paragraph_open' && level === 0)) continue;
    const block = Array.from({ length: end - first }, (_, index) => first + index);
    const rows = block.filter((line) => lines[line]?.trim() !== '');
    if (!rows.every((line) => rowPattern.test(lines[line] ?? ''))) continue;
    const last = found.at(-1);
    const isNext = last && lines.slice(last.end, first).every((line) => line.trim() === '');
    if (isNext && !isTable) {
      last.lines.push(...rows);
      last.end = end;
    } else found.push({ lines: [...rows], hasTable: isTable, end });
  }
  return found.filter(({ lines: rows, hasTable }) => rows.length > 1 || !hasTable);
}

/** Joins rows, and adds or mends the line of dashes below the first. */
function joinRows({ lines, lineStarts }: ParsedBody, { lines: rows, hasTable }: TableRows): Repair[] {
  const [head = 0, second = 0] = rows;
  const gaps = rows.slice(1).filter((line, index) => line !== (rows[index] ?? 0) + 1);
  if (rows.length < 2 || (hasTable && gaps.length === 0)) return [];
  const hasDelimiter = isDelimiter(lines[second] ?? '');
  const columns = cellCount(lines[head] ?? '');
  const counts = rows.slice(hasDelimiter ? 2 : 1).map((line) => cellCount(lines[line] ?? ''));
  if (
    columns < 2 ||
    counts.some((count) => count > columns) ||
    (!hasDelimiter && counts.some((count) => count !== columns))
  )
    return [];
  const edits = gaps.map((line) => {
    const before = rows[rows.indexOf(line) - 1] ?? 0;
    return replacement(lineStarts[before + 1] ?? 0, lineStarts[line] ?? 0, '');
  });
  const delimiter = `|${'---|'.repeat(columns)}`;
  const secondStart = lineStarts[second] ?? 0;
  if (hasTable) {
    // Its line of dashes is right.
  } else if (hasDelimiter && cellCount(lines[second] ?? '') !== columns)
    edits.unshift(replacement(secondStart, secondStart + (lines[second]?.length ?? 0), delimiter));
  else if (!hasDelimiter)
    edits.unshift(insertion((lineStarts[head] ?? 0) + (lines[head]?.length ?? 0), `\n${delimiter}`));
  if (edits.length === 0) return [];
  const place = lineStarts[(gaps.length > 0 ? gaps[0] : head) ?? head] ?? 0;
  const wrong = gaps.length > 0 ? 'giữa các dòng của bảng có dòng trống' : `bảng thiếu dòng ${delimiter} dưới dòng đầu`;
  const remedy = gaps.length > 0 ? 'xóa các dòng trống ấy' : 'thêm dòng ấy dưới dòng tên cột';
  return [repair({ rule: 'bang', wrong, remedy }, place, ...edits)];
}

const itemMark =
  /^(?:[^\p{L}\p{N}\s]|o|\d{1,3}[.)]|[IVX]{1,5}[.)]|[a-zđ][.)]|(?:Điều|Chương|Mục|Phần|Khoản) [\p{L}\p{N}.]{1,8}|[^:]{1,30}:)?$/u;

/** Lines with tabs between words, as programs for tables copy them. */
function tabbedTables(body: ParsedBody): Repair[] {
  return tabbedLines(body).flatMap(([first, end]) => {
    const { lines, lineStarts } = body;
    const rows = lines
      .slice(first, end)
      .map((line) => line.split('\t').map((cell) => cell.trim()))
      .filter((cells) => cells.some((cell) => cell !== ''));
    const columns = Math.max(...rows.map((row) => row.length));
    // "1.⇥Báo cáo" is an item of a list.
    const isList = rows.every(([first = '']) => itemMark.test(first));
    if (rows.length < 2 || !rows.every((row) => row.length > 1) || isList) return [];
    const written = rows.map((row) => {
      const cells = Array.from({ length: columns }, (_, index) => (row[index] ?? '').replaceAll('|', '\\|'));
      return `| ${cells.join(' | ')} |`;
    });
    const text = [written[0], `|${'---|'.repeat(columns)}`, ...written.slice(1)].join('\n');
    const start = lineStarts[first] ?? 0;
    const stop = (lineStarts[end - 1] ?? 0) + (lines[end - 1]?.length ?? 0);
    const problem = {
      rule: 'bang',
      wrong: 'bảng chép từ Excel, các ô cách nhau bằng phím Tab',
      remedy: 'viết “|” giữa các ô, và một dòng |---|---| dưới dòng tên cột',
    } as const;
    return [repair(problem, start, replacement(start, stop, text))];
  });
}

/** The lines of paragraphs; with those of a head without a first cell, and with rows of empty cells between them. */
function tabbedLines({ tokens, lines }: ParsedBody): [first: number, end: number][] {
  const found: { first: number; end: number; isHead: boolean }[] = [];
  for (const { type, level, map } of tokens) {
    const [first = 0, written = 0] = map ?? [];
    const isHead = type === 'code_block' && /^\t.*\S\t/.test(lines[first] ?? '');
    if (level > 0 || !(type === 'paragraph_open' || isHead)) continue;
    let end = written;
    while (end > first && lines[end - 1]?.trim() === '') end--;
    const last = found.at(-1);
    const between = last ? lines.slice(last.end, first) : [];
    const isNext = last && between.every((line) => line.includes('\t') && line.trim() === '');
    if (isNext && !isHead && lines.slice(first, end).every((line) => line.includes('\t'))) {
      last.end = end;
      last.isHead = false;
    } else found.push({ first, end, isHead });
  }
  return found.filter(({ isHead }) => !isHead).map(({ first, end }) => [first, end]);
}

/** An empty table whose columns have names to write over. */
export function emptyTable(columns: number, rows: number): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const names = Array.from({ length: columns }, (_, index) => `Cột ${index + 1}`);
  const empty = `|${'  |'.repeat(columns)}`;
  return [line(names), `|${'---|'.repeat(columns)}`, ...Array.from({ length: rows }, () => empty)].join('\n');
}

/** A table of lines whose cells are separated by tabs, the first as its head; undefined for other text. */
export function tableOfTabs(text: string): string | undefined {
  const rows = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('\t').map((cell) => cell.trim().replace(/\|/g, '\\|')));
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (columns < 2 || rows.length < 2) return undefined;
  const lines = rows.map((row) => `| ${Array.from({ length: columns }, (_, index) => row[index] ?? '').join(' | ')} |`);
  return [lines[0], `|${'---|'.repeat(columns)}`, ...lines.slice(1)].join('\n');
}

/** A Markdown table; every column except the first is right-aligned. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  return row(head) + row(head.map((_, column) => (column === 0 ? '---' : '--:'))) + rows.map(row).join('');
}

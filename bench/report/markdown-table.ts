/** A table in Markdown; every column but the first is of figures, set right. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  return line(head) + line(head.map((_, column) => (column === 0 ? '---' : '--:'))) + rows.map(line).join('');
}

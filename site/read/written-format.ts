import { firstContentFormat } from '#news/content-format.ts';

const formatLine = /^format:[ \t]*(["']?)(\d+)\1[ \t]*(?:#.*)?$/m;

/** The format that the text of site.yaml names, and the line where it does. */
export function writtenFormat(text: string): { readonly format: number; readonly line: number } {
  const match = formatLine.exec(text);
  if (!match) return { format: firstContentFormat, line: 1 };
  return { format: Number(match[2]), line: text.slice(0, match.index).split('\n').length };
}

/** The text of site.yaml with another format. */
export function withFormat(text: string, format: number): string {
  const line = `format: ${format}`;
  if (formatLine.test(text)) return text.replace(formatLine, line);
  return text.replace(/^\uFEFF?/, `$&${line}${text.includes('\r\n') ? '\r\n' : '\n'}`);
}

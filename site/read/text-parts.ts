/** A part of a text that is read as one; it begins at the start of a line. */
export interface TextPart {
  readonly offset: number;
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
}

/** The parts of a text of content/: each line of YAML, then each paragraph of Markdown; code between fences is none. */
export function textParts(text: string): TextPart[] {
  const lines = text.split('\n');
  const end = yamlEnd(lines);
  const isCode = fencedLines(lines, end);
  const parts: (TextPart & { text: string })[] = [];
  let offset = 0;
  let paragraph: (typeof parts)[number] | undefined;
  for (const [index, line] of lines.entries()) {
    const isBreak = line.trim() === '' || isCode.has(index);
    if (isBreak) paragraph = undefined;
    else if (paragraph && index > end) paragraph.text += `\n${line}`;
    else {
      paragraph = { offset, line: index + 1, text: line };
      parts.push(paragraph);
    }
    offset += line.length + 1;
  }
  return parts;
}

/** The index of the line that ends the YAML of a file: the second "---" of front matter, or the last line of a list. */
export function yamlEnd(lines: readonly string[]): number {
  const first = lines.findIndex((line) => line.trim() !== '');
  const isFrontMatter = lines[first]?.replace(/^[\s\u200B\u2060\uFEFF]+/, '').startsWith('---') ?? false;
  const end = isFrontMatter ? lines.findIndex((line, index) => index > first && /^---[ \t]*$/.test(line)) : -1;
  return end < 0 ? lines.length : end;
}

/** The lines of code between fences after a line; a fence that is never closed is text. */
export function fencedLines(lines: readonly string[], after: number): Set<number> {
  const fenced = new Set<number>();
  /** The shortest fence of each sign that is known to stay open. */
  const open: Record<string, number> = {};
  for (let first = after + 1; first < lines.length; first++) {
    const [, fence = ''] = /^[ \t>]*(`{3,}(?=[^`]*$)|~{3,})/.exec(lines[first] ?? '') ?? [];
    const sign = fence.charAt(0);
    if (fence === '' || fence.length >= (open[sign] ?? Number.POSITIVE_INFINITY)) continue;
    let last = first + 1;
    while (last < lines.length && !closes(lines[last] ?? '', fence)) last++;
    if (last === lines.length) {
      open[sign] = fence.length;
      continue;
    }
    for (let index = first; index <= last; index++) fenced.add(index);
    first = last;
  }
  return fenced;
}

function closes(line: string, fence: string): boolean {
  const [, closing = ''] = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(line) ?? [];
  return closing.startsWith(fence);
}

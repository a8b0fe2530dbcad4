/** A line without space of any kind, also such as nobody sees. */
export function withoutUnseen(line: string): string {
  return line.replace(/[\s\u00AD\u200B-\u200F\u2060\uFEFF]+/gu, '');
}

/** Whether a line of front matter names a key. */
export function isKeyLine(line: string): boolean {
  return /^[\w-]+[ \t]*:(?:\s|$)/.test(line);
}

/** Two of these keys make a block between lines "---" front matter, and not a quotation between two rules. */
const commonKeys = ['title', 'date', 'author', 'category', 'draft', 'id', 'description', 'tags', 'issued', 'from'];

/** The indexes of the two lines "---" around a second front matter at the start of a body, given as lines. */
export function secondFrontMatter(
  body: readonly string[],
): { readonly start: number; readonly end: number } | undefined {
  const start = body.findIndex((line) => /[^\s\u00AD\u200B-\u200F\u2060\uFEFF]/u.test(line));
  const first = body[start] ?? '';
  // Nearly every body begins with a letter, and its first line is long.
  if (/\p{L}/u.test(first) || withoutUnseen(first) !== '---') return undefined;
  const end = body.findIndex((line, index) => index > start && withoutUnseen(line) === '---');
  const block = body.slice(start + 1, end < 0 ? start : end).filter((line) => line.trim() !== '');
  const isYaml = block.every((line) => isKeyLine(line) || /^(\s|- |#)/.test(line));
  const keys = block.filter((line) => commonKeys.includes(line.split(':')[0]?.trim() ?? ''));
  return isYaml && keys.length > 1 ? { start, end } : undefined;
}

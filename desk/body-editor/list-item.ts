/** The parts of a line that is an item of a list: "  " "1." " " "text". */
export interface ListItem {
  readonly indent: string;
  /** "-", "*", "+", "1." or "1)". */
  readonly mark: string;
  /** Undefined for an item without a number. */
  readonly number: number | undefined;
  readonly space: string;
  readonly content: string;
}

/** A line as an item of a list; undefined for any other line. A year and a full stop begin a sentence. */
export function listItem(line: string): ListItem | undefined {
  const [, indent, mark, space, content] = /^(\s*)([-*+]|\d{1,3}[.)])( +|$)(.*)$/.exec(line) ?? [];
  if (indent === undefined || mark === undefined || space === undefined || content === undefined) return undefined;
  const number = /^\d/.test(mark) ? Number.parseInt(mark, 10) : undefined;
  return { indent, mark, number, space, content };
}

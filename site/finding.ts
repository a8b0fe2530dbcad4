/** Something the check has to say about a place in a file. */
export interface Finding {
  readonly level: 'error' | 'warning';
  /** As the user would type it, relative to the working folder where possible. */
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
  /** "what is wrong · how to put it right", in Vietnamese. */
  readonly message: string;
}

/** One line, path first: "content/articles/2018/bai.md:3:7 · thiếu … · thêm …" */
export function findingLine({ path, line, column, message }: Finding): string {
  return `${path}:${line}:${column} · ${message.replace(/\s*\n\s*/g, ' ')}`;
}

/** By path, then by place in the file. */
export function byPlace(a: Finding, b: Finding): number {
  return (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) || a.line - b.line || a.column - b.column;
}

/** Content that must not be published; its message lists every error, one line each. */
export class ContentError extends Error {
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(findings.map(findingLine).join('\n'));
    this.name = 'ContentError';
    this.findings = findings;
  }
}

import { type RuleName, ruleOf, rules } from '#news/rule.ts';

/** Where something stands: a path as the user would type it; line and column counted from 1. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** Something the check has to say about a place in a file. */
export interface Finding extends Place {
  readonly rule: RuleName;
  readonly level: 'error' | 'warning';
  /** "what is wrong · how to put it right [rule]", in Vietnamese, one line. */
  readonly message: string;
  /** What `npm run check -- --fix` may do about it. */
  readonly edit?: Edit;
}

/** A change of a file's normalised text; an empty one only rewrites the file in normal form. */
export interface Edit {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** A finding at a place; the message is one that `says` made. */
export function finding({ path, line, column }: Place, message: string, edit?: Edit): Finding {
  const rule = ruleOf(message);
  const level = rules[rule].level;
  return {
    rule,
    level,
    path,
    line,
    column,
    message: steerless(message.replace(/[\n\r\t]+/g, ' ')),
    ...(edit && { edit }),
  };
}

/** Text without characters that would steer a terminal or turn its direction. */
function steerless(text: string): string {
  return text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
}

/** The start of a file. */
export function startOf(path: string): Place {
  return { path, line: 1, column: 1 };
}

/** One line, path first: "content/articles/2018/bai.md:3:7 · thiếu … · thêm … [thieu-muc]" */
export function findingLine({ path, line, column, message }: Finding): string {
  return `${steerless(path)}:${line}:${column} · ${message}`;
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

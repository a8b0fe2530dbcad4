import { type Problem, type RuleName, ruleMessage, rules } from '#news/rule.ts';

/** A location in a file: the path as the user would type it; line and column are 1-based. */
export interface SourceLocation {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** A problem that the check found at a location in a file. */
export interface Finding extends SourceLocation, Problem {
  readonly level: 'error' | 'warning';
  /** Of an error in a draft: nothing of a draft is published, so it stops no build. */
  readonly inDraft?: true;
  /** The edits with which `npm run check -- --fix` corrects it; undefined if an editor must decide. */
  readonly edits?: readonly TextEdit[];
}

/** A replacement in a file's normalised text; an empty one only rewrites the file in normalised form. */
export interface TextEdit {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** A finding at a location: what is wrong and how to correct it, in Vietnamese. */
export function finding(
  { path, line, column }: SourceLocation,
  rule: RuleName,
  wrong: string,
  remedy: string,
  ...edits: readonly TextEdit[]
): Finding {
  const { level } = rules[rule];
  const [shortWrong, shortRemedy] = shorten(oneLine(wrong), oneLine(remedy));
  return {
    rule,
    level,
    path,
    line,
    column,
    wrong: shortWrong,
    remedy: shortRemedy,
    ...(edits.length > 0 && { edits }),
  };
}

/** With the name of its rule, a message has no more characters than a person reads: 300. */
const maxMessage = 270;
const maxWord = 60;

/** Cuts long addresses in what is wrong; then, if there is still too much, both texts. "…" marks a cut. */
function shorten(wrong: string, remedy: string): [wrong: string, remedy: string] {
  const shortWrong = wrong.replace(longWord, cut(maxWord));
  if (shortWrong.length + remedy.length <= maxMessage) return [shortWrong, remedy];
  const shortRemedy = remedy.replace(longWord, cut(maxWord));
  const first = cut(Math.max(maxMessage / 2, maxMessage - shortRemedy.length))(shortWrong);
  return [first, cut(maxMessage - first.length)(shortRemedy)];
}

const longWord = new RegExp(String.raw`[^\s“”]{${maxWord + 1},}`, 'g');

function cut(length: number): (text: string) => string {
  return (text) => (text.length > length ? `${text.slice(0, length - 1).toWellFormed()}…` : text);
}

function oneLine(text: string): string {
  return withoutControlCharacters(text.replace(/[\n\r\t]+/g, ' '));
}

/** Replaces characters that could control a terminal or change its writing direction. */
function withoutControlCharacters(text: string): string {
  return text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
}

/** The start of a file. */
export function startOfFile(path: string): SourceLocation {
  return { path, line: 1, column: 1 };
}

/** The message of a finding: "thiếu … · thêm … [thieu-muc]" */
export function findingMessage({ rule, wrong, remedy }: Problem): string {
  return ruleMessage(rule, wrong, remedy);
}

/** One line, path first: "content/articles/2018/bai.md:3:7 · thiếu … · thêm … [thieu-muc]" */
export function formatFinding(found: Finding): string {
  return `${withoutControlCharacters(found.path)}:${found.line}:${found.column} · ${findingMessage(found)}`;
}

/** Compares by path, then by line and column. */
export function compareByLocation(a: Finding, b: Finding): number {
  return (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) || a.line - b.line || a.column - b.column;
}

/** Content must not be published; the message lists every error, one per line. */
export class ContentError extends Error {
  readonly findings: readonly Finding[];
  /** The errors that remain when every file in error is left out, if that was tried. */
  readonly remaining: readonly Finding[];

  constructor(findings: readonly Finding[], remaining: readonly Finding[] = []) {
    super(findings.map(formatFinding).join('\n'));
    this.name = 'ContentError';
    this.findings = findings;
    this.remaining = remaining;
  }
}

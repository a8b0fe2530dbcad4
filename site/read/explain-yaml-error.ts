import type { Problem, RuleName } from '#news/rule.ts';

/** A YAML error with a message for editors; `line` is 0-based within the block, `column` is 1-based. */
export interface ExplainedYamlError extends Problem {
  readonly line: number;
  readonly column: number;
}

/** A value in double quotes, or in single quotes if it contains a double quote or a backslash. */
export function quoteYaml(value: string): string {
  return value.includes('"') || value.includes('\\') ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
}

/** "title: Hội nghị: tổng kết" → its key with indent and colon, its value, and the 0-based index of the value. */
function entryOf(line: string): { key: string; value: string; start: number } | undefined {
  const [key] = /^\s*(?:- +)?[\w-]+:(?=\s)/.exec(line) ?? [];
  const value = line.slice(key?.length).trim();
  return key !== undefined && value !== '' ? { key, value, start: line.indexOf(value, key.length) } : undefined;
}

function lineRemedy(line: string): string {
  return `viết cả dòng “${line}”`;
}

function withSpaceIndent(line: string): string {
  const tabs = /^[\t ]*/.exec(line)?.[0].split('\t').length ?? 1;
  const bare = line.trimStart();
  return /^[\w-]+:/.test(bare) && tabs === 2 ? bare : `${'  '.repeat(tabs - 1)}${bare}`;
}

/** A YAML error in a block: the lines of the block, the 0-based line and 1-based column of the error, and its code. */
interface YamlError {
  readonly lines: readonly string[];
  readonly line: number;
  readonly column: number;
  readonly code: string;
}

/** Explains an error if it has a certain cause. */
type Explanation = (error: YamlError) => ExplainedYamlError | undefined;

const indentWithTab: Explanation = ({ lines }) => {
  const line = lines.findIndex((candidate) => /^ *\t/.test(candidate));
  if (line < 0) return undefined;
  const remedy = lineRemedy(withSpaceIndent(lines[line] ?? ''));
  return { line, column: 1, rule: 'phim-tab', wrong: 'dòng bắt đầu bằng phím Tab', remedy };
};

/** The first entry that is indented although no line above it opens a list or block text. */
const unexpectedIndent: Explanation = ({ lines }) => {
  let isNestingAllowed = false;
  for (const [line, text] of lines.entries()) {
    if (text.trim() === '' || text.trimStart().startsWith('#')) continue;
    if (!text.startsWith(' ')) isNestingAllowed = /^- |:(?:[ \t]{0,9}[|>][-+]?)?$/.test(text.trimEnd());
    else if (!isNestingAllowed && /^ +[\w-]+:( |$)/.test(text)) {
      const wrong = 'dòng này thụt vào, không thẳng với các dòng khác';
      return { line, column: 1, rule: 'viet-sai-dang', wrong, remedy: lineRemedy(text.trim()) };
    }
  }
  return undefined;
};

const unclosedQuoteOrBracket: Explanation = ({ lines }) => {
  for (const [line, text] of lines.entries()) {
    const { key, value, start } = entryOf(text) ?? { key: '', value: '', start: 0 };
    if (!/^(?:"[^"]*|'[^']*|\[[^\]]*)$/.test(value)) continue;
    const closing = value.startsWith('[') ? ']' : value.charAt(0);
    const wrong = `${closing === ']' ? 'ngoặc vuông' : 'dấu ngoặc kép'} mở ở đây mà không đóng`;
    return {
      ...{ line, column: start + 1, rule: 'ngoac-chua-dong', wrong },
      remedy: lineRemedy(`${key} ${value}${closing}`),
    };
  }
  return undefined;
};

const duplicateKey: Explanation = ({ lines, line, column, code }) => {
  if (code !== 'DUPLICATE_KEY') return undefined;
  const text = lines[line] ?? '';
  const indent = text.slice(0, column - 1);
  const key = text.slice(column - 1).split(':')[0] ?? '';
  const first = lines.findIndex((candidate) => candidate.startsWith(`${indent}${key}:`));
  const wrong = `mục “${key}” đã viết ở dòng ${first + 2}`;
  return { line, column, rule: 'muc-lap', wrong, remedy: 'giữ lại một dòng, xóa dòng kia' };
};

const invalidSeparator: Explanation = ({ lines, line }) => {
  const text = lines[line] ?? '';
  const [found] = /^\s*[\w-]+:?[\u00A0\u200B-\u200D\u2060\uFEFF]|^\s*[\w-]+[：]/.exec(text) ?? [];
  if (!found) return undefined;
  const wrong = 'sau tên mục có dấu lạ, không phải dấu hai chấm và dấu cách';
  const corrected = text.replace(/^(\s*[\w-]+)\s*[:：]?[\s\u200B-\u200D\u2060\uFEFF]*/, '$1: ');
  return { line, column: found.length, rule: 'viet-sai-dang', wrong, remedy: lineRemedy(corrected) };
};

const unquotedValue: Explanation = ({ lines, line }) => {
  const entry = entryOf(lines[line] ?? '');
  if (!entry) return undefined;
  const suppressionStart = entry.value.search(/ #\s{0,9}cho\s{1,9}phép/i);
  const suppression = suppressionStart < 0 ? '' : entry.value.slice(suppressionStart);
  const value = entry.value.slice(0, entry.value.length - suppression.length);
  const inner = value.replace(/^(["'])(.*)\1$/, '$2');
  return {
    ...{ line, column: entry.start + 1, ...valueProblem(value, inner) },
    remedy: lineRemedy(`${entry.key} ${quoteYaml(inner)}${suppression}`),
  };
};

/** What is wrong with a value; `inner` is the value without its quotes. */
function valueProblem(value: string, inner: string): { rule: RuleName; wrong: string } {
  const rule = 'viet-sai-dang';
  if (/^"[^"]*\\/.test(value) && inner !== value) return { rule, wrong: 'dấu \\ trong ngoặc kép làm máy hiểu lầm' };
  if (inner !== value) return { rule, wrong: 'trong ngoặc kép lại có ngoặc kép' };
  if (/: |:$/.test(inner)) return { rule: 'dau-hai-cham', wrong: 'dấu hai chấm trong chữ làm máy hiểu lầm' };
  return { rule, wrong: `chữ bắt đầu bằng dấu ${inner.charAt(0)} làm máy hiểu lầm` };
}

function missingColon({ lines, line }: YamlError): ExplainedYamlError {
  const text = lines[line] ?? '';
  const [, key, value] = /^([\w-]{1,60})(?![\w-]|\p{L})\s{0,9}[:=]?(.*)$/u.exec(text.trim()) ?? [];
  return {
    ...{ line, column: 1, rule: 'viet-sai-dang' },
    wrong: `dòng “${text.trim()}” thiếu dấu hai chấm và một dấu cách sau tên mục`,
    remedy:
      key && value ? lineRemedy(`${key}: ${value.trim()}`) : 'viết mỗi dòng “tên: nội dung”, như “title: Tiêu đề bài”',
  };
}

/** The causes, the more certain first. */
const explanations: readonly Explanation[] = [
  ...[indentWithTab, unexpectedIndent, unclosedQuoteOrBracket],
  ...[duplicateKey, invalidSeparator, unquotedValue],
];

/** Explains a YAML parse error at a line of a block, with a corrected line to paste where possible. */
export function explainYamlError(error: YamlError): ExplainedYamlError {
  for (const explain of explanations) {
    const explained = explain(error);
    if (explained) return explained;
  }
  return missingColon(error);
}

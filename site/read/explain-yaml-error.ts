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
  const [, key, gap = '', value] = /^(\s*(?:- +)?[\w-]+:)(\s+)(.*\S)\s*$/.exec(line) ?? [];
  return key !== undefined && value !== undefined ? { key, value, start: key.length + gap.length } : undefined;
}

function lineRemedy(line: string): string {
  return `viết cả dòng “${line}”`;
}

function withSpaceIndent(line: string): string {
  const tabs = /^[\t ]*/.exec(line)?.[0].split('\t').length ?? 1;
  const bare = line.trimStart();
  return /^[\w-]+:/.test(bare) && tabs === 2 ? bare : `${'  '.repeat(tabs - 1)}${bare}`;
}

/** The first entry that is indented although no line above it opens a list or block text. */
function unexpectedIndent(lines: readonly string[]): ExplainedYamlError | undefined {
  let isNestingAllowed = false;
  for (const [line, text] of lines.entries()) {
    if (text.trim() === '' || text.trimStart().startsWith('#')) continue;
    if (!text.startsWith(' ')) isNestingAllowed = /^- |:\s*([|>][-+]?)?\s*$/.test(text);
    else if (!isNestingAllowed && /^ +[\w-]+:( |$)/.test(text)) {
      const wrong = 'dòng này thụt vào, không thẳng với các dòng khác';
      return { line, column: 1, rule: 'viet-sai-dang', wrong, remedy: lineRemedy(text.trim()) };
    }
  }
  return undefined;
}

/** Explains a YAML parse error at a line of a block, with a corrected line to paste where possible. */
export function explainYamlError(
  lines: readonly string[],
  line: number,
  column: number,
  code: string,
): ExplainedYamlError {
  const explained = (
    errorLine: number,
    errorColumn: number,
    rule: RuleName,
    wrong: string,
    remedy: string,
  ): ExplainedYamlError => ({
    ...{ line: errorLine, column: errorColumn },
    ...{ rule, wrong, remedy },
  });
  const text = lines[line] ?? '';

  const tab = lines.findIndex((candidate) => /^ *\t/.test(candidate));
  if (tab >= 0)
    return explained(tab, 1, 'phim-tab', 'dòng bắt đầu bằng phím Tab', lineRemedy(withSpaceIndent(lines[tab] ?? '')));

  const indented = unexpectedIndent(lines);
  if (indented) return indented;

  const unclosed = lines.findIndex((candidate) => {
    const { value } = entryOf(candidate) ?? {};
    return value !== undefined && /^(?:"[^"]*|'[^']*|\[[^\]]*)$/.test(value);
  });
  if (unclosed >= 0) {
    const { key, value, start } = entryOf(lines[unclosed] ?? '') ?? { key: '', value: '', start: 0 };
    const closing = value.startsWith('[') ? ']' : value.charAt(0);
    const name = closing === ']' ? 'ngoặc vuông' : 'dấu ngoặc kép';
    return explained(
      unclosed,
      start + 1,
      'ngoac-chua-dong',
      `${name} mở ở đây mà không đóng`,
      lineRemedy(`${key} ${value}${closing}`),
    );
  }

  if (code === 'DUPLICATE_KEY') {
    const key = text.slice(column - 1).split(':')[0] ?? '';
    const first = lines.findIndex((candidate) => candidate.startsWith(`${text.slice(0, column - 1)}${key}:`));
    return explained(
      line,
      column,
      'muc-lap',
      `mục “${key}” đã viết ở dòng ${first + 2}`,
      'giữ lại một dòng, xóa dòng kia',
    );
  }

  const invalidSeparator = /^\s*[\w-]+:?[\u00A0\u200B-\u200D\u2060\uFEFF]|^\s*[\w-]+[：]/.exec(text);
  if (invalidSeparator)
    return explained(
      line,
      invalidSeparator[0].length,
      'viet-sai-dang',
      'sau tên mục có dấu lạ, không phải dấu hai chấm và dấu cách',
      lineRemedy(text.replace(/^(\s*[\w-]+)\s*[:：]?[\s\u200B-\u200D\u2060\uFEFF]*/, '$1: ')),
    );

  const entry = entryOf(text);
  if (entry) {
    const [, suppression = ''] = /( #\s*cho\s+phép.*)$/i.exec(entry.value) ?? [];
    const rawValue = entry.value.slice(0, entry.value.length - suppression.length);
    const inner = rawValue.replace(/^(["'])(.*)\1$/, '$2');
    const cause =
      inner !== rawValue
        ? /^"[^"]*\\/.test(rawValue)
          ? 'dấu \\ trong ngoặc kép làm máy hiểu lầm'
          : 'trong ngoặc kép lại có ngoặc kép'
        : /: |:$/.test(inner)
          ? 'dấu hai chấm trong chữ làm máy hiểu lầm'
          : `chữ bắt đầu bằng dấu ${inner.charAt(0)} làm máy hiểu lầm`;
    const rule = cause.startsWith('dấu hai chấm') ? 'dau-hai-cham' : 'viet-sai-dang';
    return explained(line, entry.start + 1, rule, cause, lineRemedy(`${entry.key} ${quoteYaml(inner)}${suppression}`));
  }

  const [, key, value] = /^\s*([\w-]+)(?![\w-]*\p{L})\s*[:=]?\s*(.*)$/u.exec(text) ?? [];
  return explained(
    line,
    1,
    'viet-sai-dang',
    `dòng “${text.trim()}” thiếu dấu hai chấm và một dấu cách sau tên mục`,
    key && value ? lineRemedy(`${key}: ${value}`) : 'viết mỗi dòng “tên: nội dung”, như “title: Tiêu đề bài”',
  );
}

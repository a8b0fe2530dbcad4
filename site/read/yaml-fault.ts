import { says } from '#news/rule.ts';

/** A fault of YAML as editors should hear of it; `line` is counted from 0 within the block, `column` from 1. */
export interface YamlFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A value in the quotes that suit it. */
export function quoted(value: string): string {
  return value.includes('"') || value.includes('\\') ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
}

/** "title: Hội nghị: tổng kết" → its key with indent, its value, and where the value begins (from 0). */
function entryOf(line: string): { key: string; value: string; start: number } | undefined {
  const [, key, gap = '', value] = /^(\s*(?:- +)?[\w-]+:)(\s+)(.*\S)\s*$/.exec(line) ?? [];
  return key !== undefined && value !== undefined ? { key, value, start: key.length + gap.length } : undefined;
}

function wholeLine(line: string): string {
  return `viết cả dòng “${line}”`;
}

function misindented(line: string): string {
  const tabs = /^[\t ]*/.exec(line)?.[0].split('\t').length ?? 1;
  const bare = line.trimStart();
  return /^[\w-]+:/.test(bare) && tabs === 2 ? bare : `${'  '.repeat(tabs - 1)}${bare}`;
}

/** Explains what YAML could not read at a line of a block, with a line to paste where one can be told. */
export function yamlFault(lines: readonly string[], line: number, column: number, code: string): YamlFault {
  const at = (where: number, from: number, message: string): YamlFault => ({ line: where, column: from, message });
  const text = lines[line] ?? '';

  const tab = lines.findIndex((each) => /^ *\t/.test(each));
  if (tab >= 0)
    return at(tab, 1, says('phim-tab', 'dòng bắt đầu bằng phím Tab', wholeLine(misindented(lines[tab] ?? ''))));

  const open = lines.findIndex((each) => {
    const { value } = entryOf(each) ?? {};
    return value !== undefined && /^(?:"[^"]*|'[^']*|\[[^\]]*)$/.test(value);
  });
  if (open >= 0) {
    const { key, value, start } = entryOf(lines[open] ?? '') ?? { key: '', value: '', start: 0 };
    const closing = value.startsWith('[') ? ']' : value.charAt(0);
    const name = closing === ']' ? 'ngoặc vuông' : 'dấu ngoặc kép';
    return at(
      open,
      start + 1,
      says('ngoac-chua-dong', `${name} mở ở đây mà không đóng`, wholeLine(`${key} ${value}${closing}`)),
    );
  }

  if (code === 'DUPLICATE_KEY') {
    const key = text.slice(column - 1).split(':')[0] ?? '';
    const first = lines.findIndex((each) => each.startsWith(`${text.slice(0, column - 1)}${key}:`));
    return at(
      line,
      column,
      says('muc-lap', `mục “${key}” đã viết ở dòng ${first + 2}`, 'giữ lại một dòng, xóa dòng kia'),
    );
  }

  const entry = entryOf(text);
  if (entry) {
    const inner = entry.value.replace(/^(["'])(.*)\1$/, '$2');
    const why =
      inner !== entry.value
        ? 'trong ngoặc kép lại có ngoặc kép'
        : /: |:$/.test(inner)
          ? 'dấu hai chấm trong chữ làm máy hiểu lầm'
          : `chữ bắt đầu bằng dấu ${inner.charAt(0)} làm máy hiểu lầm`;
    const rule = why.startsWith('dấu hai chấm') ? 'dau-hai-cham' : 'viet-sai-dang';
    return at(line, entry.start + 1, says(rule, why, wholeLine(`${entry.key} ${quoted(inner)}`)));
  }

  const [, key, value] = /^\s*([\w-]+)\s*:?\s*(.*)$/.exec(text) ?? [];
  return at(
    line,
    1,
    says(
      'viet-sai-dang',
      `dòng “${text.trim()}” thiếu dấu hai chấm và một dấu cách sau tên mục`,
      key && value ? wholeLine(`${key}: ${value}`) : 'viết mỗi dòng “tên: nội dung”, như “title: Tiêu đề bài”',
    ),
  );
}

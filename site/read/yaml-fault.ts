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

/** The first entry that stands farther in although nothing above it opens a list or a text. */
function misplaced(lines: readonly string[]): YamlFault | undefined {
  let inside = false;
  for (const [line, text] of lines.entries()) {
    if (text.trim() === '' || text.trimStart().startsWith('#')) continue;
    if (!text.startsWith(' ')) inside = /^- |:\s*([|>][-+]?)?\s*$/.test(text);
    else if (!inside && /^ +[\w-]+:( |$)/.test(text)) {
      const wrong = 'dòng này thụt vào, không thẳng với các dòng khác';
      return { line, column: 1, message: says('viet-sai-dang', wrong, wholeLine(text.trim())) };
    }
  }
  return undefined;
}

/** Explains what YAML could not read at a line of a block, with a line to paste where one can be told. */
export function yamlFault(lines: readonly string[], line: number, column: number, code: string): YamlFault {
  const at = (where: number, from: number, message: string): YamlFault => ({ line: where, column: from, message });
  const text = lines[line] ?? '';

  const tab = lines.findIndex((each) => /^ *\t/.test(each));
  if (tab >= 0)
    return at(tab, 1, says('phim-tab', 'dòng bắt đầu bằng phím Tab', wholeLine(misindented(lines[tab] ?? ''))));

  const indented = misplaced(lines);
  if (indented) return indented;

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

  const hidden = /^\s*[\w-]+:?[\u00A0\u200B-\u200D\u2060\uFEFF]|^\s*[\w-]+[：]/.exec(text);
  if (hidden)
    return at(
      line,
      hidden[0].length,
      says(
        'viet-sai-dang',
        'sau tên mục có dấu lạ, không phải dấu hai chấm và dấu cách',
        wholeLine(text.replace(/^(\s*[\w-]+)\s*[:：]?[\s\u200B-\u200D\u2060\uFEFF]*/, '$1: ')),
      ),
    );

  const entry = entryOf(text);
  if (entry) {
    const [, note = ''] = /( #\s*cho\s+phép.*)$/i.exec(entry.value) ?? [];
    const bare = entry.value.slice(0, entry.value.length - note.length);
    const inner = bare.replace(/^(["'])(.*)\1$/, '$2');
    const why =
      inner !== bare
        ? /^"[^"]*\\/.test(bare)
          ? 'dấu \\ trong ngoặc kép làm máy hiểu lầm'
          : 'trong ngoặc kép lại có ngoặc kép'
        : /: |:$/.test(inner)
          ? 'dấu hai chấm trong chữ làm máy hiểu lầm'
          : `chữ bắt đầu bằng dấu ${inner.charAt(0)} làm máy hiểu lầm`;
    const rule = why.startsWith('dấu hai chấm') ? 'dau-hai-cham' : 'viet-sai-dang';
    return at(line, entry.start + 1, says(rule, why, wholeLine(`${entry.key} ${quoted(inner)}${note}`)));
  }

  const [, key, value] = /^\s*([\w-]+)(?![\w-]*\p{L})\s*[:=]?\s*(.*)$/u.exec(text) ?? [];
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

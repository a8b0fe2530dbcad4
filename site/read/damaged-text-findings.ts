import type { Problem } from '#news/rule.ts';
import { type Finding, finding } from '#site/finding.ts';
import { textParts } from './text-parts.ts';

/** A problem at an index of a part of a text. */
interface Damage extends Problem {
  readonly index: number;
}

/** Findings for what other programs leave in a text, one of each kind for a paragraph; code is none of it. */
export function damagedTextFindings(path: string, text: string): Finding[] {
  const isSuspicious =
    /[\u202A-\u202E\u2066-\u2069\uFFFD]/.test(text) ||
    ['Error!', 'Lỗi!', 'Erreur !'].some((word) => text.includes(word));
  if (!isSuspicious) return [];
  return textParts(text).flatMap((part) => {
    const prose = part.text.replace(/`[^`]*`/g, (code) => code.replace(/[^\n]/g, ' '));
    return [lostLetters(prose), openDirection(prose), wordError(prose)].flatMap((damage) => {
      if (!damage) return [];
      const before = part.text.slice(0, damage.index).split('\n');
      const location = { path, line: part.line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
      return finding(location, damage.rule, damage.wrong, damage.remedy);
    });
  });
}

function lostLetters(text: string): Damage | undefined {
  const index = text.indexOf('\uFFFD');
  if (index < 0) return undefined;
  const count = text.split('\uFFFD').length - 1;
  const [word = ''] = /\S{0,30}$/.exec(text.slice(Math.max(0, index - 30), index)) ?? [];
  const [rest = ''] = /^\S{1,30}/.exec(text.slice(index)) ?? [];
  const others = count > 1 ? `, và ${count - 1} chữ nữa của đoạn` : '';
  return { index, rule: 'chu-hong', wrong: `“${word}${rest}” có chữ đã hỏng${others}`, remedy: 'gõ lại theo bản gốc' };
}

const closers: Readonly<Record<string, string>> = {
  ...{ '\u202A': '\u202C', '\u202B': '\u202C', '\u202D': '\u202C', '\u202E': '\u202C' },
  ...{ '\u2066': '\u2069', '\u2067': '\u2069', '\u2068': '\u2069' },
};

/** The characters that change the direction of writing (UAX #9): what follows one that stays open is turned around. */
function openDirection(text: string): Damage | undefined {
  const open: { readonly index: number; readonly closer: string }[] = [];
  for (const { index, 0: char } of text.matchAll(/[\u202A-\u202E\u2066-\u2069]/g)) {
    const closer = closers[char];
    if (closer) open.push({ index, closer });
    else {
      const match = open.findLastIndex((opener) => opener.closer === char);
      if (match >= 0) open.length = match;
    }
  }
  const [first] = open;
  if (!first) return undefined;
  return {
    index: first.index,
    rule: 'ky-tu-la',
    wrong: 'ở đây có một ký tự ẩn đổi chiều chữ mà không có ký tự đóng',
    remedy: 'xóa chữ ở chỗ này rồi gõ lại',
  };
}

/** The messages that Word prints in the place of a reference, unless a text quotes them. */
const wordErrors =
  /(?<!["'“‘«])(?:Error! ?(?:Bookmark not defined|Reference source not found|Hyperlink reference not valid|Not a valid|No (?:text of specified style|table of|bookmark name|index entries|sequence specified|document variable)|Unknown (?:document property|switch)|Main Document Only|Objects cannot be created|MergeField was not found|Style not defined|Filename not specified|AutoText entry not defined|Number cannot be represented)|Lỗi! ?(?:Thẻ đánh dấu|Không tìm thấy (?:nguồn|mục)|Không xác định|Chưa xác định|Tham chiếu siêu|Siêu kết nối|Không có (?:văn bản|mục)|Tài liệu chính)|Erreur ?! ?(?:Signet non défini|Source du renvoi introuvable))[^.\n]{0,40}/;

function wordError(text: string): Damage | undefined {
  const found = wordErrors.exec(text);
  if (!found) return undefined;
  return {
    index: found.index,
    rule: 'loi-word',
    wrong: `“${found[0].trim()}” là câu báo lỗi của Word`,
    remedy: 'xóa câu ấy, hoặc viết số trang, số mục vào chỗ ấy',
  };
}

/** An error of spacing or punctuation; `fix` replaces `length` characters from `offset` on. */
export interface TypographyFault {
  readonly offset: number;
  readonly length: number;
  /** For an editor: "thừa dấu cách trước dấu hai chấm" */
  readonly wrong: string;
  readonly fix: string;
}

/** `hint` is a cheap test whether `pattern` can match; `before` is the line up to a match. */
interface Rule {
  readonly hint: Pick<RegExp, 'test'>;
  readonly pattern: RegExp;
  readonly judge: (match: RegExpExecArray, before: string) => Pick<TypographyFault, 'wrong' | 'fix'> | undefined;
}

const word = '[\\p{L}\\p{M}\\p{N}]+';
const number = `${word}(?:[.,:]${word})*`;
const gap = '[ \\u00a0]+';

const names: Readonly<Record<string, string>> = {
  ',': 'dấu phẩy',
  '.': 'dấu chấm',
  ';': 'dấu chấm phẩy',
  ':': 'dấu hai chấm',
  '!': 'dấu chấm than',
  '?': 'dấu chấm hỏi',
};

function nameOf(mark: string): string {
  return names[mark.slice(0, 1)] ?? 'dấu câu';
}

const markInSentence = `([,;:]|[!?]+)(?:(?=\\s|$|["”’])|(“|\\p{L}${word}))`;
const stop = `(\\.)(?=\\s|$|["”’])(?!${gap}\\.)`;

/** A term of a formula is shorter. */
const maxTermLength = 12;

const spaceBeforeMark: Rule = {
  hint: /[ \u00a0][,.;:!?]/,
  pattern: new RegExp(`(${word}[*_]*[%)”’"\\]]?)${gap}(?:${markInSentence}|${stop})`, 'gmu'),
  judge: ({ 0: found, 1: left = '', 2: mark = '.', 3: next, index, input }) => {
    const after = input.slice(index + found.length, index + found.length + maxTermLength);
    // "36 : 4", "37 . 55", "ƯCLN . BCNN": a sign between two numbers, or two terms of a product.
    const isSign = /^[.:,]$/.test(mark) && /\d$/.test(left) && /^\s\d/.test(after);
    const isProduct = mark === '.' && /^\p{Lu}+$/u.test(left) && /^ \p{Lu}+(?!\p{L})/u.test(after);
    if (isSign || isProduct) return undefined;
    // ":eqref:`a`" of Sphinx and ":smile:" are one sign.
    const isName = mark === ':' && next !== undefined && after.startsWith(':');
    if (isName) return undefined;
    return { wrong: `thừa dấu cách trước ${nameOf(mark)}`, fix: `${left}${mark}${next ? ` ${next}` : ''}` };
  },
};

const halfSpacedDash: Rule = {
  hint: /\S[-–—][ \u00a0]|[ \u00a0][-–—]\S/,
  pattern: new RegExp(`(${number}[%)”]?)(?:${gap}([-–—])|([-–—])${gap})([(“]?${number})`, 'gu'),
  judge: ({ 0: found, 1: left = '', 2: dashAfterGap, 3: dash = dashAfterGap, 4: right = '', index, input }, before) => {
    const isNumber = /\p{N}/u.test(left);
    if (isNumber && isPartOfNumber(before, left, right, input.slice(index + found.length))) return undefined;
    // "-L" is an option of a command.
    if (dashAfterGap && /^[A-Za-z]$/.test(right)) return undefined;
    if (!isNumber && (/\p{N}/u.test(right) || left.length === 1 || before.endsWith('/'))) return undefined;
    // "single- or multi-agent", "tiền- và hậu cung": the second half of the word follows.
    if (!dashAfterGap && /^(?:and|or|to|và|hoặc|hay)$/iu.test(right)) return undefined;
    // "1- Mục đích", "II- Kinh phí": the number of a line.
    if (!dashAfterGap && /^(?:\d{1,2}|[IVX]{1,5})$/.test(left) && /^[\s>*_#]*$/.test(before)) return undefined;
    const joined = `${left}${dash}${right}`;
    if (!isNumber && input.includes(joined)) return { wrong: 'thừa dấu cách cạnh dấu gạch nối', fix: joined };
    const side = dashAfterGap ? 'sau' : 'trước';
    return { wrong: `thiếu dấu cách ${side} dấu gạch ngang`, fix: `${left} ${dash} ${right}` };
  },
};

/** Whether a dash stands inside a telephone number, or may be a minus: "+84-2- 3740", "0227 -374", "5% -7%". */
function isPartOfNumber(before: string, left: string, right: string, after: string): boolean {
  return /^0|%$/.test(left) || /[+\d][\s.()-]*$/.test(before) || /^\d{5}/.test(right) || /^[\s.-]*\d/.test(after);
}

const spaceInBrackets: Rule = {
  hint: /\([ \u00a0]|[ \u00a0]\)/,
  pattern: new RegExp(`(?<![:;=])\\(${gap}[^\\s()\\uFFFC]+(${gap}\\))?|[^\\s()\\uFFFC:;=]+${gap}\\)`, 'gu'),
  judge: ([found]) => ({
    wrong: 'thừa dấu cách bên trong dấu ngoặc',
    fix: `${found.startsWith('(') ? '(' : ''}${found.replace(/^\(|\)$/g, '').trim()}${found.endsWith(')') ? ')' : ''}`,
  }),
};

const noSpaceAfterComma: Rule = {
  hint: /[^\s\d][,;][^\s\d]/,
  // Chinese and Japanese have no spaces.
  pattern: /(?<![\p{L}\p{M}\p{N}&/=@#_.])[\p{sc=Latin}\p{M}]+(?:[,;][\p{sc=Latin}\p{M}]+)+(?![\p{L}\p{M}\p{N}/=@_])/gu,
  judge: ([found]) => {
    if (!/\p{L}{2}/u.test(found)) return undefined;
    return { wrong: `thiếu dấu cách sau ${nameOf(found.replace(/[^,;]/g, ''))}`, fix: found.replace(/[,;]/g, '$& ') };
  },
};

const doubleSpace: Rule = {
  hint: /\S[ \u00a0]{2}/,
  pattern: /[^\s|\uFFFC]{1,40}(?:[ \u00a0]{2,40}[^\s|\uFFFC]{1,40}){1,20}/g,
  judge: ({ 0: found, index, input }, before) => {
    const after = input.slice(index).split('\n', 1).join();
    const [first = ''] = found.split(/\s/, 1);
    const isMarker = /^[\s>]*([-*+>]|#+|\d+[.)])$/.test(before + first);
    if (isMarker || `${before}${after}`.includes('|')) return undefined;
    return { wrong: 'thừa dấu cách giữa hai chữ', fix: found.replace(/[ \u00a0]{2,}/g, ' ') };
  },
};

const straightAmongCurlyQuotes: Rule = {
  hint: { test: (text) => text.includes('"') && /[“”]/.test(text) },
  pattern: /([^\s"“”\uFFFC]{0,40})"([^\s"“”\uFFFC]{0,40})/g,
  judge: ({ 1: left = '', 2: right = '' }, before) => {
    const previous = (before + left).slice(-1);
    const isInches = /\d/.test(previous);
    const isMarkup = /[=\uFFFC]/.test(previous) || isInTarget(before);
    const opens = /^$|[\s([{‘/–—-]/.test(previous);
    if (isInches || isMarkup || (opens && right === '')) return undefined;
    return { wrong: 'lẫn ngoặc kép thẳng với ngoặc kép cong', fix: `${left}${opens ? '“' : '”'}${right}` };
  },
};

/** Whether a text ends inside the address of a link: "](anh.jpg " */
function isInTarget(before: string): boolean {
  const start = before.lastIndexOf('](');
  return start >= 0 && !before.includes(')', start);
}

const rules = [
  spaceBeforeMark,
  halfSpacedDash,
  spaceInBrackets,
  noSpaceAfterComma,
  doubleSpace,
  straightAmongCurlyQuotes,
];

function faultsOf({ hint, pattern, judge }: Rule, text: string): TypographyFault[] {
  if (!hint.test(text)) return [];
  return [...text.matchAll(pattern)].flatMap((match) => {
    const before = text.slice(text.lastIndexOf('\n', match.index - 1) + 1, match.index);
    const fault = judge(match, before);
    return fault ? [{ offset: match.index, length: match[0].length, ...fault }] : [];
  });
}

/**
 * The errors of spacing and punctuation in a text of one or more lines, in order and without overlaps; U+FFFC replaces
 * masked text: "giai đoạn 2018 -2023" → "2018 -2023", fix "2018 - 2023".
 */
export function typographyFaults(text: string): TypographyFault[] {
  const found = rules.flatMap((rule) => faultsOf(rule, text)).sort((a, b) => a.offset - b.offset);
  const separate: TypographyFault[] = [];
  let end = 0;
  for (const fault of found) {
    if (fault.offset < end) continue;
    separate.push(fault);
    end = fault.offset + fault.length;
  }
  return separate;
}

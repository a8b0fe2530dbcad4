import type { Problem } from '#news/rule.ts';
import type { InlinePart } from '#site/markdown/inline-parts.ts';
import type { InlineInBody, ParsedBody } from '#site/markdown/parse-body.ts';
import { insertion, type Repair, repair, replacement } from './repair.ts';

const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);
const isDigit = (character: string | undefined) => character !== undefined && /\d/.test(character);
const isSpace = (character: string | undefined) => character !== undefined && /\s/.test(character);

/** Repairs bold text whose marks do not stand where Markdown wants them, and multiplication signs taken for marks. */
export function repairEmphasis({ text, inlines }: ParsedBody): Repair[] {
  return inlines.flatMap((inline) => {
    const { content } = inline.token;
    if (!content.includes('*')) return [];
    return [...(content.includes('**') ? repairBold(text, inline) : []), ...multiplicationSigns(text, inline.parts())];
  });
}

/** Pairs of "**" that are left as text: spaces go out of the pair, and one comes between it and a word next to it. */
function repairBold(text: string, inline: InlineInBody): Repair[] {
  const marks = inline.parts().flatMap((part) => literalMarks(text, part));
  const joints = jointsOfBold(text, inline);
  if (joints.length > 0) return joints;
  if (marks.length === 0 || marks.length % 2 > 0) return [];
  return marks.flatMap((open, index) => {
    const close = marks[index + 1];
    return index % 2 > 0 || close === undefined ? [] : repairPair(text, open, close);
  });
}

/** "****" where one bold text of Word ends and the next one begins: "**Hạn: ****25/11**" is bold as a whole. */
function jointsOfBold(text: string, { ranges, parts, token }: InlineInBody): Repair[] {
  if (!token.content.includes('****') || !parts().some((part) => textOf(part).includes('**'))) return [];
  const code = parts().filter((part) => part.token.type === 'code_inline');
  return ranges
    .flatMap(({ start, end }) => jointsInLine(text.slice(start, end)).map((index) => start + index))
    .filter((offset) => !code.some(({ start, end }) => start < offset && offset < end))
    .map((offset) => repair(jointProblem, offset, replacement(offset, offset + 4, '')));
}

const jointProblem: Problem = {
  rule: 'chu-dam',
  wrong: 'dấu **** ở giữa chữ đậm in ra như chữ thường',
  remedy: 'xóa dấu ****',
};

/** A longer one is no single phrase of Word. */
const maxBoldLength = 400;

function jointsInLine(line: string): number[] {
  return [...line.matchAll(/(?<![*\\])\*{4}(?!\*)/g)].flatMap(({ index }) => {
    const [before = '', ...openers] = line
      .slice(Math.max(0, index - maxBoldLength), index)
      .split('**')
      .reverse();
    const [after = '', ...closers] = line.slice(index + 4, index + maxBoldLength).split('**');
    const isBold = openers.length > 0 && /^\S/.test(before) && closers.length > 0;
    return isBold && !/[*`]/.test(before + after) && after !== '' ? [index] : [];
  });
}

function textOf({ token }: InlinePart): string {
  return token.type === 'text' ? token.content : '';
}

/** The offsets of the "**" in text that no backslash precedes. */
function literalMarks(text: string, { token, characters }: InlinePart): number[] {
  return [...token.content.matchAll(/(?<!\*)\*\*(?!\*)/g)].flatMap(({ index }) => {
    const offset = characters?.[index] ?? -1;
    return text.startsWith('**', offset) && text[offset - 1] !== '\\' ? [offset] : [];
  });
}

function repairPair(text: string, open: number, close: number): Repair[] {
  const inner = text.slice(open + 2, close);
  const words = inner.trim();
  if (words === '' || /\n\n|\*\*/.test(inner)) return [];
  const leading = inner.length - inner.trimStart().length;
  const trailing = inner.length - inner.trimEnd().length;
  const [before, after] = [text[open - 1], text[close + 2]];
  const spaceBefore = isWord(before) && !isWord(words[0]) ? ' ' : leading > 0 && isWord(before) ? ' ' : '';
  const spaceAfter = isWord(after) && !isWord(words.at(-1)) ? ' ' : trailing > 0 && isWord(after) ? ' ' : '';
  const edits = [
    ...(spaceBefore || leading > 0 ? [replacement(open, open + 2 + leading, `${spaceBefore}**`)] : []),
    ...(spaceAfter || trailing > 0 ? [replacement(close - trailing, close + 2, `**${spaceAfter}`)] : []),
  ];
  if (edits.length === 0) return [];
  const problem = {
    rule: 'chu-dam',
    wrong: 'dấu ** không kẹp sát chữ nên không thành chữ đậm',
    remedy: `viết “${spaceBefore}**${words}**${spaceAfter}”`,
  } as const;
  return [repair(problem, open, ...edits)];
}

/** Emphasis whose marks both stand between digits: "3*4*5" is a product. */
function multiplicationSigns(text: string, parts: readonly InlinePart[]): Repair[] {
  const open: InlinePart[] = [];
  return parts.flatMap((part) => {
    if (part.token.type === 'em_open') open.push(part);
    if (part.token.type !== 'em_close') return [];
    const start = open.pop();
    const signs = start ? [start, part] : [];
    if (!start || !signs.every((sign) => text[sign.start] === '*' && isBetweenDigits(text, sign))) return [];
    const problem = {
      rule: 'dau-nhan',
      wrong: 'dấu * giữa các chữ số bị hiểu là dấu chữ nghiêng',
      remedy: 'viết dấu nhân ×, hoặc \\*',
    } as const;
    return [repair(problem, start.start, ...signs.map((sign) => insertion(sign.start, '\\')))];
  });
}

function isBetweenDigits(text: string, { start, end }: InlinePart): boolean {
  const before = isSpace(text[start - 1]) ? text[start - 2] : text[start - 1];
  return isDigit(before) && isDigit(text[end]);
}

import type { Problem } from '#news/rule.ts';
import type { InlineInBody, ParsedBody } from '#site/markdown/parse-body.ts';
import { insertion, type Repair, repair, replacement } from './repair.ts';

/** A line of a paragraph, from its first character on. */
interface ParagraphLine {
  readonly text: string;
  readonly offset: number;
}

/** Signs of lists in programs for texts, the last ones in the fonts of Word; a dash is one only in several lines. */
const bulletSigns = '•●○◦▪▫■□◆◇❖‣▸▹►▶➢➤➔→✓✔✦✧★☆·∙⁃※*\uF0B7\uF0D8\uF0A7\uF0FC\uF076\uF0E8';
/** Word writes the second level with the letter o and a tab. */
const bulletLine = new RegExp(`^([${bulletSigns}–—]|o(?=\\t))[ \\t\\u00A0]*(?=[^\\s${bulletSigns}])`, 'u');
const lettered = /^\(?([a-zđ])[).][ \t\u00A0]+(?=\S)/u;
/** A mark of Markdown whose space is missing or is not the plain space that Markdown asks for. */
const spaces = '\\u00A0\\u2000-\\u200A\\u202F\\u3000';
const glued: readonly (readonly [pattern: RegExp, wrong: (mark: string) => string])[] = [
  [/^(#{2,6})(?=[\p{L}\p{N}"“*_(])/u, (mark) => `“${mark}” dính liền chữ`],
  [/^([-+])(?=\p{L})/u, (mark) => `dấu “${mark}” đầu dòng dính liền chữ`],
  [/^(\d{1,3}[.)])(?=\p{L})/u, (mark) => `“${mark}” đầu dòng dính liền chữ`],
];
const wrongSpace = new RegExp(`^(#{1,6}|[-+*]|\\d{1,3}[.)])[${spaces}]+`, 'u');

/** Repairs the beginnings of lines that were meant as headings and list items. */
export function repairLineStarts({ text, inlines, tokens, lines: bodyLines, lineStarts }: ParsedBody): Repair[] {
  const paragraphs = inlines.filter(isParagraph).map((inline) => ({ inline, lines: linesOf(text, inline) }));
  return [
    ...paragraphs.flatMap(({ inline, lines }) => [...repairMarks(lines, isInList(inline)), ...repairSigns(lines)]),
    ...repairSignParagraphs(paragraphs.map(({ lines }) => lines)),
    ...tokens.flatMap(({ type, info, map }) => {
      const line = map?.[0] ?? 0;
      const marker = type === 'list_item_open' ? yearItem.exec(bodyLines[line] ?? '') : null;
      if (!marker || !/^\d{4}$/.test(info)) return [];
      const offset = (lineStarts[line] ?? 0) + marker[0].length;
      const problem = {
        rule: 'markdown',
        wrong: `năm ${info} ở đầu dòng bị hiểu là số thứ tự`,
        remedy: `viết “${info}\\.”`,
      } as const;
      return [repair(problem, offset, insertion(offset, '\\'))];
    }),
  ];
}

/** A year at the beginning of a sentence: "1986. Hội ra đời." */
const yearItem = /^(?:1[89]|20)\d\d(?=[.)])/;

function isParagraph({ parents }: InlineInBody): boolean {
  return parents.at(-1)?.type === 'paragraph_open';
}

/** The lines of a paragraph that begin as text, not inside code, a link or HTML that began before. */
function linesOf(text: string, { ranges, parts }: InlineInBody): ParagraphLine[] {
  const lines = ranges.map(({ start, end }) => ({ offset: start, text: text.slice(start, end) }));
  if (ranges.length === 1) return lines;
  const inside = parts().filter(({ token }) => token.type === 'code_inline' || token.type === 'html_inline');
  return lines.map((line) =>
    inside.some(({ start, end }) => start < line.offset && line.offset < end) ? { ...line, text: '' } : line,
  );
}

function isInList({ parents }: InlineInBody): boolean {
  return parents.at(-2)?.type === 'list_item_open';
}

function repairMarks(lines: readonly ParagraphLine[], inList: boolean): Repair[] {
  return lines.flatMap(({ text, offset }, index) => {
    const [found, mark] = wrongSpace.exec(text) ?? [];
    if (found && mark) {
      const problem = spaceProblem(`sau “${mark}” là một dấu cách lạ`, `${mark} ${text.slice(found.length)}`);
      return [repair(problem, offset, replacement(offset + mark.length, offset + found.length, ' '))];
    }
    for (const [pattern, wrong] of glued) {
      const [, sign] = pattern.exec(text) ?? [];
      if (!sign || !(inList || mayBeginItem(sign, lines, index))) continue;
      const problem = spaceProblem(wrong(sign), `${sign} ${text.slice(sign.length)}`);
      return [repair(problem, offset, insertion(offset + sign.length, ' '))];
    }
    return [];
  });
}

function spaceProblem(wrong: string, line: string): Problem {
  const written = line.trim();
  const mayBeSpeech = /^-.*[?!][”"]?$/u.test(written);
  const speech = mayBeSpeech ? '; là lời nói thì viết “– ” ở đầu dòng' : '';
  return { rule: 'dau-dong', wrong, remedy: `viết cả dòng “${written}”${speech}` };
}

/** Whether a line may begin a list item: the first of its paragraph, or below a line that ends or begins like one. */
function mayBeginItem(sign: string, lines: readonly ParagraphLine[], index: number): boolean {
  if (sign.startsWith('#') || index === 0) return true;
  const before = lines[index - 1]?.text.trimEnd() ?? '';
  const sameKind = /^\d/.test(sign) ? /^\d{1,3}[.)]/ : /^[-+]/;
  const after = lines[index + 1]?.text ?? '';
  return /[.:;,!?]$/.test(before) || sameKind.test(before) || sameKind.test(after);
}

/** Two or more lines that begin with the same sign: a list. */
function repairSigns(lines: readonly ParagraphLine[]): Repair[] {
  const signed = lines.flatMap((line) => {
    const [found, sign] = bulletLine.exec(line.text) ?? [];
    // "*chữ*" is emphasis.
    return found && sign && !(sign === '*' && /\*/.test(line.text.slice(1))) ? [{ ...line, found, sign }] : [];
  });
  const isList = new Set(signed.map(({ sign }) => sign)).size < signed.length;
  if (isList) return [listRepair(signed.map(({ offset, found, sign }) => ({ offset, found, sign, mark: '- ' })))];
  const letters = lines.flatMap((line) => {
    const [found, letter] = lettered.exec(line.text) ?? [];
    return found && letter ? [{ ...line, letter }] : [];
  });
  const [first, second] = letters;
  if (!first || !second || second.letter.localeCompare(first.letter, 'vi') <= 0) return [];
  return [listRepair(letters.map(({ offset, letter }) => ({ offset, found: '', sign: `${letter})`, mark: '- ' })))];
}

/** Two or more paragraphs in a row that begin with the same sign of a list; dashes may be a conversation. */
function repairSignParagraphs(paragraphs: readonly (readonly ParagraphLine[])[]): Repair[] {
  const repairs: Repair[] = [];
  let run: { offset: number; found: string; sign: string; mark: string }[] = [];
  const closeRun = () => {
    if (run.length > 1) repairs.push(listRepair(run));
    run = [];
  };
  for (const [line, ...others] of paragraphs) {
    const [found, sign] = bulletLine.exec(line?.text ?? '') ?? [];
    const fits = line && found && sign && others.length === 0 && !/[–—*]/.test(sign);
    if (!fits || (run.length > 0 && run[0]?.sign !== sign)) closeRun();
    if (fits) run.push({ offset: line.offset, found, sign, mark: '- ' });
  }
  closeRun();
  return repairs;
}

function listRepair(
  items: readonly { readonly offset: number; readonly found: string; readonly sign: string; readonly mark: string }[],
): Repair {
  const [first] = items;
  const problem: Problem = {
    rule: 'dau-dong',
    wrong: `${items.length} dòng bắt đầu bằng dấu “${first?.sign}” là một danh sách`,
    remedy: 'viết “- ” ở đầu mỗi dòng',
  };
  const edits = items.map(({ offset, found, mark }) => replacement(offset, offset + found.length, mark));
  return repair(problem, first?.offset ?? 0, ...edits);
}

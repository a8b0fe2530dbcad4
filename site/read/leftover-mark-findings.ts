import { formulaRanges } from '#site/markdown/formulas.ts';
import type { InlinePart, SourceRange } from '#site/markdown/inline-parts.ts';
import type { InlineInBody, ParsedBody } from '#site/markdown/parse-body.ts';
import { type BodyFinding, positionAt } from './body-finding.ts';

/** A mark of Markdown or of a program for notes, which is printed as text where the parser does not take it. */
interface Mark {
  readonly pattern: RegExp;
  readonly wrong: (found: string) => string;
  readonly remedy: string | ((found: string) => string);
  /** True if it is a mark only at the beginning of a line. */
  readonly atLineStart?: boolean;
}

const asText = (found: string) => `“${found}” in ra như chữ thường`;
const link = 'viết [chữ](địa-chỉ) hay ![mô tả](ten-anh.jpg "Chú thích"), tên không có dấu cách, ngoặc kép thẳng';

/** In this order; of several in one place the first is told. */
const marks: readonly Mark[] = [
  { pattern: /^\[\[?TOC\]?\]$/i, wrong: asText, remedy: 'xóa dòng này', atLineStart: true },
  { pattern: /^\[[ xX]\](?=\s)/, wrong: asText, remedy: 'xóa đi, hoặc viết “chưa xong”, “đã xong”', atLineStart: true },
  { pattern: /^:{3,}.*/, wrong: asText, remedy: 'để một dòng trống trước dòng này', atLineStart: true },
  {
    pattern: /^\|.*\|\s*$/,
    wrong: () => 'dòng này viết như một dòng của bảng mà không thành bảng',
    remedy: 'viết dưới dòng tên cột một dòng |---|---|, đủ số ô như dòng tên cột',
    atLineStart: true,
  },
  {
    pattern: /\[\^[^[\]]*\]/,
    wrong: (found) => `“${found}” không có chú thích nào`,
    remedy: (found) =>
      /^\[\^\S+\]$/.test(found)
        ? `thêm dòng “${found}: …” ở cuối bài, trước nó một dòng trống`
        : 'viết số liền sau dấu ^, không có dấu cách',
  },
  { pattern: /!?\[\[[^[\]]*\]\]|(?<![=:;])(?:\[\[|\]\])/, wrong: asText, remedy: link },
  { pattern: /\]\(/, wrong: () => 'ảnh hay liên kết viết chưa đúng dạng, in ra như chữ thường', remedy: link },
  { pattern: /\]\[/, wrong: () => 'liên kết “[…][…]” không có dòng ghi địa chỉ, in ra như chữ thường', remedy: link },
  { pattern: /\[!\w+\]/, wrong: asText, remedy: 'xóa đi; viết **Lưu ý:** nếu cần' },
  { pattern: /\^\[/, wrong: asText, remedy: 'viết [^1], và ở cuối bài một dòng “[^1]: …”' },
  {
    pattern: /\{(?:[#.:][^{}]*|(?:width|height|class|style|id|align|target|rel|loading)=[^{}]*)\}/,
    wrong: asText,
    remedy: 'xóa đi',
  },
  { pattern: /(?<!\*)\*\*(?!\*)/, wrong: asText, remedy: 'kẹp ** sát hai đầu chữ đậm, hoặc xóa đi' },
  { pattern: /(?<!_)__(?!_)/, wrong: asText, remedy: 'viết **chữ đậm**' },
  { pattern: /(?<!~)~~(?!~)/, wrong: asText, remedy: 'viết ~~chữ bỏ~~, không có dấu cách sau và trước dấu ~~' },
  { pattern: /==[^=\s](?:[^=]*[^=\s])?==/, wrong: asText, remedy: 'viết **chữ đậm**' },
  { pattern: /%%[^%]+%%/, wrong: asText, remedy: 'xóa đi; ghi chú cho đồng nghiệp viết là <!-- … -->' },
  // A source that an assistant cites: "【4†source】"; Chinese has these brackets too.
  { pattern: /【[^【】\d†]{0,20}[\d†][^【】]{0,60}】/, wrong: asText, remedy: 'xóa đi' },
  {
    pattern: /(?<![*\p{L}\p{N}])\*[^\s*][^*\n]*\*/u,
    wrong: asText,
    remedy: 'kẹp * sát hai đầu chữ nghiêng, sau đó một dấu cách',
  },
  { pattern: /`{3}/, wrong: asText, remedy: 'xóa đi, hoặc viết ``` trên một dòng riêng' },
  {
    pattern: /^#+(?=\p{L}\S*[ \t]+[^\s#])/u,
    wrong: (found) => `“${found}” dính liền chữ, in ra như chữ thường`,
    remedy: 'viết “## ” rồi mới tới chữ của đề mục',
    atLineStart: true,
  },
  {
    pattern: /^(?:[-+*](?=\p{L})|\d{1,3}[.)](?=\p{L}))/u,
    wrong: (found) => `“${found}” đầu dòng dính liền chữ, in ra như chữ thường`,
    remedy: (found) => `viết “${found} ” nếu là một mục của danh sách`,
    atLineStart: true,
  },
  {
    pattern: /^[•●○◦▪■□◆◇❖‣▸►▶➢➤✓✔·∙⁃](?=\s*\S)/u,
    wrong: (found) => `dấu “${found}” đầu dòng không làm thành danh sách`,
    remedy: 'viết “- ” ở đầu mỗi mục',
    atLineStart: true,
  },
];
const anyMark = /[*_~=[\]{`|^#%【•●○◦▪■□◆◇❖‣▸►▶➢➤→✓✔·∙⁃]|:::|(?:^|\n)[-+\d]/;

/** Findings for marks in the text of an inline token that the parser did not take: one for each kind. */
export function leftoverMarkFindings(body: ParsedBody, inline: InlineInBody): BodyFinding[] {
  if (!anyMark.test(inline.token.content)) return [];
  const found = new Map<Mark, BodyFinding>();
  // A heading and a cell have no lists.
  const hasLines = inline.parents.at(-1)?.type === 'paragraph_open';
  let atLineStart = hasLines;
  const formulas = formulasIn(body, inline);
  for (const part of inline.parts()) {
    const { type, content } = part.token;
    if (type === 'text' && anyMark.test(content))
      for (const leftover of marksIn(body.text, part, atLineStart))
        if (!found.has(leftover.mark) && !isInside(formulas, leftover.offset))
          found.set(leftover.mark, findingOf(body, leftover));
    if (type !== 'text' || content !== '') atLineStart = hasLines && /break$/.test(type);
  }
  return [...found.values()];
}

/** The formulas of a paragraph, whose signs are no marks. */
function formulasIn(body: ParsedBody, { ranges, token }: InlineInBody): SourceRange[] {
  if (!/[$\\]/.test(token.content)) return [];
  const from = ranges[0]?.start ?? 0;
  return formulaRanges(body.text.slice(from, ranges.at(-1)?.end)).map(({ start, end }) => ({
    start: from + start,
    end: from + end,
  }));
}

function isInside(ranges: readonly SourceRange[], offset: number): boolean {
  return ranges.some(({ start, end }) => start <= offset && offset < end);
}

interface FoundMark {
  readonly mark: Mark;
  readonly found: string;
  readonly offset: number;
}

/** The first of each kind of mark, but none inside another one. */
function marksIn(text: string, { token, characters }: InlinePart, atLineStart: boolean): FoundMark[] {
  const ranges: [start: number, end: number][] = [];
  return marks.flatMap((mark) => {
    const match = mark.atLineStart && !atLineStart ? null : mark.pattern.exec(token.content);
    const offset = characters?.[match?.index ?? -1];
    if (!match || offset === undefined) return [];
    const [start, end] = [match.index, match.index + match[0].length];
    // Written with a backslash or as an entity, it is meant as text.
    if (!text.startsWith(match[0].slice(0, 1), offset) || text[offset] === '\\') return [];
    if (ranges.some(([from, to]) => start < to && from < end)) return [];
    ranges.push([start, end]);
    return [{ mark, found: match[0], offset }];
  });
}

function findingOf(body: ParsedBody, { mark, found, offset }: FoundMark): BodyFinding {
  return {
    ...positionAt(body, offset),
    rule: 'markdown',
    wrong: mark.wrong(found),
    remedy: typeof mark.remedy === 'string' ? mark.remedy : mark.remedy(found),
  };
}

/** Findings for emphasis whose marks stand inside a word: they may be signs that were to be printed. */
export function emphasisInWordFindings(body: ParsedBody, inline: InlineInBody): BodyFinding[] {
  const { content } = inline.token;
  if (!content.includes('*') || !/[\p{L}\p{N}]\*+[\p{L}\p{N}]/u.test(content)) return [];
  const isInWord = ({ start, end }: InlinePart) =>
    /[\p{L}\p{N}]/u.test(body.text[start - 1] ?? '') && /[\p{L}\p{N}]/u.test(body.text[end] ?? '');
  const formulas = formulasIn(body, inline);
  const marked = inline
    .parts()
    .filter(({ token, ...range }) => /^em_/.test(token.type) && isInWord({ token, ...range }))
    .filter(({ start }) => !isInside(formulas, start));
  const [first] = marked;
  if (!first || marked.length < 2) return [];
  const wrong = 'dấu * ở giữa chữ bị hiểu là dấu chữ nghiêng, không in ra';
  return [{ ...positionAt(body, first.start), rule: 'markdown', wrong, remedy: 'viết \\* để in ra dấu *' }];
}

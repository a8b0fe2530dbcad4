import { memoizeByObject } from '#news/memoize-by-object.ts';
import { isSuppressionComment } from '#site/suppression-comment.ts';
import { isKeyLine, secondFrontMatter, withoutUnseen } from '../second-front-matter.ts';
import { entriesOf, type Line } from './front-matter-entries.ts';
import type { FrontMatterKeys } from './front-matter-keys.ts';
import type { FrontMatterRepair } from './front-matter-repair.ts';
import { entryRepairs } from './repair-entries.ts';
import { tagRepairs } from './repair-tags.ts';

/** Matches a file whose front matter has nothing to repair, as nearly all have. */
const plainFrontMatter = memoizeByObject(({ all }: FrontMatterKeys): RegExp => {
  const names = all.filter((key) => key !== 'draft' && key !== 'tags').join('|');
  const value = `[^\\s"'“”‘’„‚#[~n\\\\](?:[^\\n\\\\#:]|:(?![ \\n]))*`;
  return new RegExp(
    `^---\\n(?:(?:${names}): ${value}\\n|draft: (?:true|false)\\n|tags:\\n(?: *- [^\\s#"'][^\\n]*\\n)+)+---\\n\\n*[^-\\s\\u00AD\\u200B-\\u200F\\u2060\\uFEFF]`,
  );
});

/** The repairs of the front matter of a file, given in its normalised text; sorted, without overlaps. */
export function repairFrontMatter(text: string, keys: FrontMatterKeys): FrontMatterRepair[] {
  if (plainFrontMatter(keys).test(text)) return [];
  const start = startOfFrontMatter(text);
  if (start === undefined) return [];
  const lines = linesFrom(text.slice(0, endOfInterest(text, start)), start);
  const end = endOfFrontMatter(lines);
  if (end === undefined) return [];
  const [opening, closing] = [lines[0], lines[end]];
  if (!opening || !closing) return [];
  const block = lines.slice(1, end);
  return [
    ...openingRepairs(text, start, opening),
    ...entryRepairs(entriesOf(block), keys),
    ...tagRepairs(block),
    ...fenceRepairs(closing),
    ...secondBlockRepairs(lines, end),
  ].sort((a, b) => a.offset - b.offset);
}

/** The offset of the first "---", if only what nobody sees and comments stand before it. */
function startOfFrontMatter(text: string): number | undefined {
  let offset = 0;
  while (!text.startsWith('---', offset)) {
    if (text.startsWith('<!--', offset)) {
      const end = text.indexOf('-->', offset);
      if (end < 0 || isSuppressionComment(text.slice(offset + 4, end))) return undefined;
      offset = end + 3;
    } else if (offset < text.length && withoutUnseen(text.charAt(offset)) === '') offset += 1;
    else return undefined;
  }
  return offset;
}

/** The end of the part to split into lines: that of front matter, or of the file if a second one may follow. */
function endOfInterest(text: string, start: number): number {
  const fence = /\n---[ \t]*(?=\n|$)/g;
  fence.lastIndex = start;
  if (!fence.test(text)) return text.length;
  const body = text.slice(fence.lastIndex, fence.lastIndex + 200);
  return withoutUnseen(body).startsWith('---') ? text.length : fence.lastIndex;
}

function linesFrom(text: string, start: number): Line[] {
  let offset = start;
  return text
    .slice(start)
    .split('\n')
    .map((line) => {
      const found = { text: line, offset };
      offset += line.length + 1;
      return found;
    });
}

const isFence = (line: string) => /^---[ \t]*$/.test(line);

/** The index of the line that ends front matter, perhaps written as a long dash or with space that nobody sees. */
function endOfFrontMatter(lines: readonly Line[]): number | undefined {
  if (withoutUnseen(lines[0]?.text ?? '') !== '---') return undefined;
  for (const [index, { text }] of lines.entries()) {
    if (index === 0) continue;
    if (isFence(text)) return index;
    const isProse = /^\p{L}/u.test(text) && lines[index - 1]?.text.trim() === '' && !isKeyLine(text);
    if (isProse) return undefined;
    if (!isFenceInOtherForm(text)) continue;
    const next = lines.slice(index + 1).find((line) => line.text.trim() !== '')?.text ?? '';
    const goesOn = isKeyLine(next) || isFence(next) || /^\s/.test(next);
    if (!goesOn) return index;
  }
  return undefined;
}

function isFenceInOtherForm(line: string): boolean {
  const bare = withoutUnseen(line);
  return bare === '---' || (/^(-{2,}|[–—]+-*|\.\.\.)$/.test(bare) && !/^\s/.test(line));
}

function openingRepairs(text: string, start: number, { text: opening, offset }: Line): FrontMatterRepair[] {
  const hasBefore = start > 0;
  if (!hasBefore && isFence(opening)) return [];
  const hasComment = text.slice(0, start).includes('<!--');
  const what = hasComment ? 'một ghi chú' : 'dòng trống hoặc dấu không nhìn thấy';
  const wrong = hasBefore ? `trước dòng --- đầu tiên có ${what}` : 'dòng --- có dấu không nhìn thấy ở cuối';
  const remedy = hasBefore ? 'xóa đi, để dòng --- ở đầu tệp' : 'viết cả dòng “---”';
  return [{ offset: 0, length: offset + opening.length, text: '---', rule: 'dong-gach', wrong, remedy }];
}

function fenceRepairs({ text, offset }: Line): FrontMatterRepair[] {
  if (isFence(text)) return [];
  const bare = withoutUnseen(text);
  const wrong =
    bare === '---' ? 'dòng --- có dấu cách hoặc dấu không nhìn thấy' : `dòng “${bare}” phải có đúng ba dấu gạch`;
  return [{ offset, length: text.length, text: '---', rule: 'dong-gach', wrong, remedy: 'viết cả dòng “---”' }];
}

/** A second front matter that says nothing else than the first. */
function secondBlockRepairs(lines: readonly Line[], end: number): FrontMatterRepair[] {
  const second = secondFrontMatter(lines.slice(end + 1).map(({ text }) => text));
  if (!second) return [];
  const first = new Set(lines.slice(1, end).map(({ text }) => text.trim()));
  const [from, to] = [lines[end + 1 + second.start], lines[end + 1 + second.end]];
  const isRepeated = lines
    .slice(end + 2 + second.start, end + 1 + second.end)
    .every(({ text }) => text.trim() === '' || first.has(text.trim()));
  if (!from || !to || !isRepeated) return [];
  const length = to.offset + to.text.length - from.offset;
  const wrong = 'phần đầu bài viết hai lần';
  return [{ offset: from.offset, length, text: '', rule: 'dong-gach', wrong, remedy: 'xóa phần thứ hai' }];
}

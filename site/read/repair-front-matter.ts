import { z } from 'zod';
import { memoizeByObject } from '#news/memoize-by-object.ts';
import type { Problem } from '#news/rule.ts';
import type { TextEdit } from '#site/finding.ts';
import { isSuppressionComment } from '#site/suppression-comment.ts';
import { draftMeaning } from './draft-line.ts';
import { quoteYaml } from './explain-yaml-error.ts';
import { proseKeys } from './prose-keys.ts';
import { isKeyLine, secondFrontMatter, withoutUnseen } from './second-front-matter.ts';

/** A change with one meaning: front matter is read as if it had been made, and told that it should be. */
export interface FrontMatterRepair extends TextEdit, Problem {}

/** The keys of a schema of front matter. */
export interface FrontMatterKeys {
  readonly all: readonly string[];
  readonly optional: readonly string[];
}

/** The keys that a schema accepts in front matter. */
export const frontMatterKeys = memoizeByObject((schema: z.ZodType): FrontMatterKeys => {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const all = Object.keys(properties);
  return { all, optional: all.filter((key) => !required.includes(key)) };
});

/** A line of a text with its offset. */
interface Line {
  readonly text: string;
  readonly offset: number;
}

/** A line of front matter that names a key: "title: Hội nghị # cho phép: am-tiet" */
interface Entry extends Line {
  readonly key: string;
  /** Without quotes around it and without a comment after it. */
  readonly value: string;
  /** As written, with its quotes. */
  readonly rawValue: string;
  readonly valueStart: number;
  /** Whether the lines below belong to it: a list, a folded text. */
  readonly hasLinesBelow: boolean;
}

/** Matches a file whose front matter has nothing to repair, as nearly all have. */
const plainFrontMatter = memoizeByObject(({ all }: FrontMatterKeys): RegExp => {
  const names = all.filter((key) => key !== 'draft' && key !== 'tags').join('|');
  const value = `[^\\s"'“”‘’„‚#[~n\\\\][^\\n\\\\#]*`;
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

function entriesOf(block: readonly Line[]): Entry[] {
  return block.flatMap((line, index) => {
    const colon = line.text.indexOf(':');
    const [written, rest] = [line.text.slice(0, colon), line.text.slice(colon + 1)];
    if (colon < 0 || !/^\p{L}[\p{L}\p{M}\w -]*$/u.test(written) || /^\S/.test(rest)) return [];
    const rawValue = valueWithoutComment(rest.trim());
    const [, inner] = /^["'“”‘’](.*)["'“”‘’]$/.exec(rawValue) ?? [];
    const next = block.slice(index + 1).find(({ text }) => text.trim() !== '')?.text ?? '';
    const valueStart = line.text.length - rest.trimStart().length;
    const entry = { ...line, key: written.trimEnd(), rawValue, value: inner ?? rawValue, valueStart };
    return [{ ...entry, hasLinesBelow: /^(\s|-(\s|$))/.test(next) }];
  });
}

function valueWithoutComment(written: string): string {
  const [quoted] = /^("(?:[^"\\]|\\.)*"|'[^']*')(?=\s*(#|$))/.exec(written) ?? [];
  if (quoted !== undefined) return quoted;
  const comment = written.startsWith('#') ? 0 : written.search(/\s#/);
  return comment < 0 ? written : written.slice(0, comment).trimEnd();
}

function entryRepairs(entries: readonly Entry[], keys: FrontMatterKeys): FrontMatterRepair[] {
  const written = new Set(entries.map(({ key }) => key));
  const drafts = draftRepairs(entries, keys);
  const changed = new Set(drafts.map(({ offset }) => offset));
  const others = entries.filter(({ offset }) => !changed.has(offset));
  return [
    ...drafts,
    ...emptyRepairs(others.filter((entry) => isAbsent(entry, keys))),
    ...others.flatMap((entry) => {
      const key = keys.all.includes(entry.key) ? entry.key : keyInOtherForm(entry.key, keys.all);
      if (key === undefined || (key !== entry.key && written.has(key))) return [];
      if (isAbsent(entry, keys)) return [];
      return [...(key === entry.key ? [] : [keyRepair(entry, key)]), ...valueRepairs(entry, key)];
    }),
  ];
}

/** A known key in other letter case or with other separators: "Title", "cover_alt". */
function keyInOtherForm(key: string, known: readonly string[]): string | undefined {
  const bare = (name: string) => name.replace(/[ _-]/g, '').toLowerCase();
  return known.find((name) => bare(name) === bare(key));
}

function keyRepair({ offset, key: written }: Entry, key: string): FrontMatterRepair {
  const wrong = `tên mục “${written}” viết khác trong bảng`;
  return { offset, length: written.length, text: key, rule: 'ten-muc', wrong, remedy: `viết “${key}”` };
}

/** Whether an entry says no more than if it were not there. An empty `draft` might mean either. */
function isAbsent(entry: Entry, { optional }: FrontMatterKeys): boolean {
  const { key, value, rawValue, text, valueStart, hasLinesBelow } = entry;
  if (!optional.includes(key) || key === 'draft' || hasLinesBelow) return false;
  // Text after a "#" may be the value: tags: #hội nghị
  const comment = text.slice(valueStart + rawValue.length).trimStart();
  if (comment !== '' && !isSuppressionComment(comment.slice(1))) return false;
  const isNull = /^(null|~)$/i.test(rawValue) && (key === 'tags' || !proseKeys.includes(key));
  return value.trim() === '' || isNull;
}

/** One repair for each run of lines. */
function emptyRepairs(entries: readonly Entry[]): FrontMatterRepair[] {
  const runs: Entry[][] = [];
  for (const entry of entries) {
    const last = runs.at(-1)?.at(-1);
    if (last && endOf(last) === entry.offset) runs.at(-1)?.push(entry);
    else runs.push([entry]);
  }
  return runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last) return [];
    const names = run.map(({ key }) => `“${key}”`).join(', ');
    const remedy = `xóa ${run.length > 1 ? 'các ' : ''}dòng này, hoặc viết thêm nội dung`;
    const removed = { offset: first.offset, length: endOf(last) - first.offset, text: '' };
    return [{ ...removed, rule: 'muc-trong', wrong: `mục ${names} để trống`, remedy }];
  });
}

/** The offset of the line after an entry. */
function endOf({ text, offset }: Entry): number {
  return offset + text.length + 1;
}

/** The repairs of lines that make an item a draft, or say that it is none, in other words than `draft`. */
function draftRepairs(entries: readonly Entry[], { all }: FrontMatterKeys): FrontMatterRepair[] {
  if (!all.includes('draft')) return [];
  const lines = entries.flatMap((entry) => {
    const meaning = entry.key !== 'draft' && all.includes(entry.key) ? undefined : draftMeaning(entry.key, entry.value);
    return meaning && meaning !== 'unclear' && !entry.hasLinesBelow ? [{ entry, meaning }] : [];
  });
  // Lines that contradict each other are for the editor to decide.
  if (new Set(lines.map(({ meaning }) => meaning)).size > 1) return [];
  const own = lines.find(({ entry }) => entry.key === 'draft') ?? lines[0];
  return lines.flatMap((line) => {
    const { text, offset, key, valueStart, rawValue } = line.entry;
    const correct = `draft: ${line.meaning === 'draft'}`;
    const suppression = text.slice(valueStart + rawValue.length);
    if (key === 'draft' && /^(["']?)(true|false)\1$/.test(rawValue)) return [];
    const wrong = `“${key}: ${rawValue}” được hiểu là “${correct}”`;
    const isOwn = line === own;
    const repaired = isOwn ? `${correct}${suppression}` : '';
    return [
      {
        ...{ offset, length: text.length + (isOwn ? 0 : 1), text: repaired, rule: 'ban-nhap', wrong },
        remedy: isOwn ? `viết cả dòng “${repaired.trim()}”` : 'xóa dòng này',
      },
    ];
  });
}

function valueRepairs(entry: Entry, key: string): FrontMatterRepair[] {
  const { text: line, offset, valueStart, rawValue } = entry;
  const replaceValue = (
    length: number,
    text: string,
    rest: Pick<FrontMatterRepair, 'rule' | 'wrong'>,
  ): FrontMatterRepair[] => {
    const remedy = `viết cả dòng “${key}: ${text}${line.slice(valueStart + length).trimEnd()}”`;
    return [{ offset: offset + valueStart, length, text, ...rest, remedy }];
  };
  const path = pathInQuotes(rawValue);
  if (path !== undefined)
    return replaceValue(rawValue.length, path, {
      rule: 'dau-cheo',
      wrong: 'dấu \\ trong ngoặc kép nuốt mất chữ đứng sau',
    });
  const quoted = autocorrectedQuotes(entry, key);
  if (!quoted) return [];
  return replaceValue(quoted.length, quoteYaml(quoted.inner), {
    rule: 'ngoac-kep',
    wrong: 'ngoặc cong quanh cả dòng được hiểu là ngoặc kép thẳng, không in ra',
  });
}

/** A value in double quotes with the path of a file, in single quotes, in which a backslash is only a character. */
function pathInQuotes(rawValue: string): string | undefined {
  const [, inner] = /^"(.*)"$/.exec(rawValue) ?? [];
  if (inner === undefined || /\\["\\]/.test(inner) || !/(?:^|[^\p{L}])\p{L}:\\/u.test(inner)) return undefined;
  return `'${inner.replaceAll("'", "''")}'`;
}

/** The text between curly quotes around a whole value, which an editor of text made of straight ones. */
function autocorrectedQuotes({ text, valueStart }: Entry, key: string): { inner: string; length: number } | undefined {
  const written = text.slice(valueStart);
  const comment = written.lastIndexOf(' #');
  const value = (isSuppressionComment(written.slice(comment + 2)) ? written.slice(0, comment) : written).trimEnd();
  const [, inner] = /^[“”„]([^“”„]+)[“”]$/.exec(value) ?? /^[‘’‚]([^‘’‚]+)[‘’]$/.exec(value) ?? [];
  if (inner === undefined) return undefined;
  // A lead may be a quotation; around a colon the quotes can only be those of the front matter.
  const isQuotation = proseKeys.includes(key) && key !== 'title' && !/: | #/.test(inner);
  return isQuotation ? undefined : { inner: inner.trim(), length: value.length };
}

/** Items of `tags` that begin with the sign of a tag of other programs, or stand on one line. */
function tagRepairs(block: readonly Line[]): FrontMatterRepair[] {
  const inline = block.flatMap(inlineTagRepair);
  if (inline.length > 0) return inline;
  const first = block.findIndex(({ text }) => /^tags[ \t]*:[ \t]*$/i.test(text));
  if (first < 0) return [];
  const repairs: FrontMatterRepair[] = [];
  for (const { text, offset } of block.slice(first + 1)) {
    if (!/^\s*- |^\s*$/.test(text)) break;
    const [, before = '', quote = '', tag] =
      /^([ \t]*- {1,9})(["']?)#([\p{L}\d][\p{L}\p{M}\d -]*)\2$/u.exec(text.trimEnd()) ?? [];
    if (tag === undefined) continue;
    const remedy = `viết cả dòng “${before}${quote}${tag}${quote}”`;
    const place = { offset: offset + before.length + quote.length, length: 1, text: '' };
    repairs.push({ ...place, rule: 'the-thang', wrong: `thẻ “#${tag}” viết không có dấu #`, remedy });
  }
  return repairs;
}

/** Tags on one line, each with its sign or between commas: "tags: đại hội, khoa học", "tags: #đại hội #khoa học" */
function inlineTagRepair({ text, offset }: Line): FrontMatterRepair[] {
  const [, before = '', written = ''] = /^(tags[ \t]*:[ \t]+)(\S.*)$/i.exec(text.trimEnd()) ?? [];
  const isList = written.startsWith('[');
  if (written === '' || (isList && !/[[\s,"']#/.test(written)) || /^(null|~)$/i.test(written)) return [];
  const bare = written.replace(/^\[|\]$/g, '');
  const tags = bare
    .split(/,|(?:^|\s)(?=["']?#)/)
    .map((tag) => tag.trim().replace(/^(["']?)#?(.*)\1$/, '$2'))
    .filter(Boolean);
  if (tags.length === 0 || !tags.every((tag) => /^[\p{L}\d][\p{L}\p{M}\d -]*$/u.test(tag))) return [];
  const list = `[${tags.join(', ')}]`;
  const wrong = isList ? 'thẻ viết không có dấu #' : 'các thẻ viết trên một dòng thì đặt trong ngoặc vuông';
  const place = { offset: offset + before.length, length: written.length, text: list };
  return [{ ...place, rule: 'the-thang', wrong, remedy: `viết cả dòng “${before}${list}”` }];
}

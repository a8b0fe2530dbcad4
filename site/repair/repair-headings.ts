import type { TextEdit } from '#site/finding.ts';
import { type MarkdownToken, plainText } from '#site/markdown/markdown.ts';
import type { InlineInBody, ParsedBody } from '#site/markdown/parse-body.ts';
import { isSameTitle } from './is-same-title.ts';
import { insertion, type Repair, type RepairContext, repair, replacement } from './repair.ts';

/** A heading of a body: its marker of "#" signs, or the line below it. */
interface Heading {
  readonly token: MarkdownToken;
  readonly inline: InlineInBody;
  readonly level: number;
  readonly text: string;
  readonly underlined: boolean;
}

/** Drops a heading that repeats the title and headings without text, and gives the others the levels of an outline. */
export function repairHeadings(body: ParsedBody, { title }: RepairContext): Repair[] {
  const headings = headingsOf(body);
  if (headings.length === 0) return [];
  const dropped = headings.filter(({ inline }) => inline.token.content.trim() === '');
  const [first] = headings;
  const repeatsTitle = first && isFirstText(body, first) && first.level === 1 && isSameTitle(first.text, title);
  const kept = headings.filter((heading) => !dropped.includes(heading) && !(repeatsTitle && heading === first));
  return [
    ...(repeatsTitle ? [dropTitle(body, first)] : []),
    ...dropped.map((heading) => dropEmpty(body, heading)),
    ...kept.filter(hasPictureOnly).map((heading) => dropMarker(body, heading)),
    ...underlinedRules(body, kept),
    ...kept.filter((heading) => isSignBelow(body, heading)).map((heading) => escapeSign(body, heading)),
    ...outline(
      body,
      kept.filter(
        (heading) => !hasPictureOnly(heading) && !isRuleBelowSentence(body, heading) && !isSignBelow(body, heading),
      ),
    ),
  ];
}

function headingsOf({ inlines }: ParsedBody): Heading[] {
  return inlines.flatMap((inline) => {
    const token = inline.parents.at(-1);
    if (token?.type !== 'heading_open') return [];
    const level = Number(token.tag.slice(1));
    const text = plainText(inline.token).replace(/ ?\{#[^{}]*\}$/, '');
    return [{ token, inline, level, text, underlined: !token.markup.startsWith('#') }];
  });
}

function hasPicture({ inline }: Heading): boolean {
  return inline.token.children?.some(({ type }) => type === 'image') === true;
}

function hasPictureOnly(heading: Heading): boolean {
  return heading.text === '' && !heading.underlined && hasPicture(heading);
}

function isFirstText({ inlines }: ParsedBody, { inline }: Heading): boolean {
  return inlines.find(({ token }) => plainText(token) !== '') === inline;
}

/** The lines of a heading, with the line end after them. */
function wholeLines({ text, lineStarts }: ParsedBody, { token }: Heading): TextEdit {
  const [from, to] = token.map ?? [0, 0];
  return replacement(lineStarts[from] ?? 0, lineStarts[to] ?? text.length, '');
}

function dropTitle(body: ParsedBody, heading: Heading): Repair {
  const remedy = 'xóa dòng này: trang tự in tiêu đề của bài';
  return repair({ rule: 'de-muc', wrong: 'dòng này viết lại tiêu đề của bài', remedy }, ...placed(body, heading));
}

function dropEmpty(body: ParsedBody, heading: Heading): Repair {
  return repair({ rule: 'de-muc', wrong: 'đề mục trống', remedy: 'xóa dòng này' }, ...placed(body, heading));
}

/** Dropping a heading: its place and the edit. In a list or a quotation only its own characters go. */
function placed(body: ParsedBody, heading: Heading): [number, TextEdit] {
  const whole = wholeLines(body, heading);
  if (heading.token.level === 0) return [whole.offset, whole];
  const start = markerStart(body, heading);
  return [start, replacement(start, heading.inline.ranges.at(-1)?.end ?? start, '')];
}

function dropMarker(body: ParsedBody, heading: Heading): Repair {
  const start = markerStart(body, heading);
  const problem = { rule: 'de-muc', wrong: 'đề mục chỉ có ảnh', remedy: `xóa dấu ${heading.token.markup}` } as const;
  return repair(problem, start, replacement(start, heading.inline.ranges[0]?.start ?? start, ''));
}

/** The offset of the first "#" of a heading, or of its text. */
function markerStart({ lines, lineStarts }: ParsedBody, { token, inline, underlined }: Heading): number {
  const line = token.map?.[0] ?? 0;
  const start = inline.ranges[0]?.start ?? 0;
  if (underlined) return start;
  const lineStart = lineStarts[line] ?? 0;
  // An empty heading has no text to search before.
  const before = (lines[line] ?? '').slice(0, start > lineStart ? start - lineStart : undefined);
  return lineStart + before.lastIndexOf(token.markup);
}

/** A line of dashes right below a sentence: a rule, although Markdown takes the sentence for a heading. */
function isRuleBelowSentence(body: ParsedBody, heading: Heading): boolean {
  const { token, text, inline } = heading;
  if (isSignBelow(body, heading)) return false;
  if (inline.ranges.length > 1) return true;
  return token.markup === '-' && (text.length > 120 || /[.!?…;,]["”)]*$/.test(text));
}

/** A line with one or two signs "=" or "-" is a part of a formula or a list that somebody began: no underline. */
function isSignBelow(body: ParsedBody, { token, underlined }: Heading): boolean {
  return underlined && (body.lines[lineBelow(token)] ?? '').replace(/[\s>]/g, '').length < 3;
}

function lineBelow({ map }: MarkdownToken): number {
  return (map?.[1] ?? 1) - 1;
}

function escapeSign({ lines, lineStarts }: ParsedBody, { token }: Heading): Repair {
  const line = lines[lineBelow(token)] ?? '';
  const offset = (lineStarts[lineBelow(token)] ?? 0) + line.search(/[=-]/);
  const wrong = `dòng “${line.trim()}” biến chữ ở trên thành đề mục`;
  return repair({ rule: 'de-muc', wrong, remedy: `viết “\\${line.trim()}”` }, offset, insertion(offset, '\\'));
}

function underlinedRules(body: ParsedBody, headings: readonly Heading[]): Repair[] {
  const ruled = headings.filter((heading) => isRuleBelowSentence(body, heading));
  return ruled.map(({ token }) => {
    const line = lineBelow(token);
    const offset = body.lineStarts[line] ?? 0;
    const isDashes = token.markup === '-';
    const wrong = `dòng ${isDashes ? '---' : '==='} ngay dưới một câu biến câu ấy thành đề mục`;
    const remedy = `để một dòng trống trước dòng ${isDashes ? '---' : '===, và viết ---'}`;
    const length = isDashes ? 0 : (body.lines[line]?.length ?? 0);
    return repair(
      { rule: 'de-muc', wrong, remedy },
      offset,
      replacement(offset, offset + length, isDashes ? '\n' : '\n---'),
    );
  });
}

/** One repair for all headings whose level changes: part by part it would tear the outline apart. */
function outline(body: ParsedBody, headings: readonly Heading[]): Repair[] {
  const levels = outlineLevels(headings.map(({ level }) => level));
  const changes = headings.flatMap((heading, index) => {
    const level = levels[index] ?? heading.level;
    return level === heading.level ? [] : [{ heading, level }];
  });
  const [first] = changes;
  if (!first) return [];
  const wrong =
    first.heading.level === 1
      ? 'đề mục cấp 1 (#) là của tiêu đề bài'
      : `đề mục cấp ${first.heading.level} đứng ngay dưới cấp ${first.level - 1}`;
  const remedy = `viết “${'#'.repeat(first.level)} ${first.heading.text}”${changes.length > 1 ? `, và ${changes.length - 1} đề mục khác cũng đổi cấp theo` : ''}`;
  const edits = changes.flatMap(({ heading, level }) => levelEdits(body, heading, level));
  return [repair({ rule: 'de-muc', wrong, remedy }, markerStart(body, first.heading), ...edits)];
}

/** Levels from 2 on in which no level is skipped and every heading stays below the same one. */
export function outlineLevels(levels: readonly number[]): number[] {
  const open: number[] = [];
  return levels.map((level) => {
    while ((open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    return Math.min(open.length + 1, 6);
  });
}

function levelEdits(body: ParsedBody, heading: Heading, level: number): TextEdit[] {
  const start = markerStart(body, heading);
  const marker = '#'.repeat(level);
  if (!heading.underlined) return [replacement(start, start + heading.token.markup.length, marker)];
  const { ranges } = heading.inline;
  const { lineStarts, lines } = body;
  const underline = lineBelow(heading.token);
  const lineEnd = (lineStarts[underline] ?? 0) + (lines[underline]?.length ?? 0);
  const breaks = ranges.slice(1).map((range, index) => replacement(ranges[index]?.end ?? 0, range.start, ' '));
  return [insertion(start, `${marker} `), ...breaks, replacement(ranges.at(-1)?.end ?? start, lineEnd, '')];
}

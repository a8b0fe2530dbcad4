import { Parser } from 'htmlparser2';
import type { TextEdit } from '#site/finding.ts';
import { type ParsedBody, parseBody } from '#site/markdown/parse-body.ts';
import { foreignHtmlProblem, isForeign } from './foreign-html.ts';
import { type HtmlBlock, htmlBlocks } from './html-blocks.ts';
import { cleanTag, componentTitle, type HtmlPart, isTag, isWrapper } from './html-tags.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { type Repair, repair, replacement } from './repair.ts';
import { areHarmful, framePage, shownHtml } from './shown-html.ts';

/** Turns blocks of HTML into Markdown where it can say the same, and takes the tags that no page prints out of others. */
export function repairHtmlBlocks(body: ParsedBody): Repair[] {
  const blocks = htmlBlocks(body);
  const usable = blocks.filter(({ parts }) => !areHarmful(parts) && parts.every(({ kind }) => kind !== 'comment'));
  const foreign = usable.filter(({ parts }) => parts.some(isForeign));
  const tagsOnly = usable.filter(isTagsOnly);
  const first = tagsOnly.find((block) => foreign.includes(block));
  const withText = foreign.filter((block) => !tagsOnly.includes(block) && !losesContent(block));
  const closings = closingTags(blocks);
  return [
    ...blocks.flatMap((block, index) => joinTable(body.text, block, blocks[index + 1])),
    ...(first ? [repair(foreignHtmlProblem(first.parts), first.offset, ...tagsOnly.flatMap(withoutTags))] : []),
    ...blocks.flatMap(escapeWords),
    ...withText.flatMap((block) => {
      const own = blockEdits(block);
      const edits = [...own, ...editsOfClosings(block, own, closings)];
      return edits.length > 0 ? [repair(foreignHtmlProblem(block.parts), block.offset, ...edits)] : [];
    }),
  ];
}

/** Words in angle brackets, which no page prints: in HTML a "<" is written as an entity. */
function escapeWords({ html, offset, parts }: HtmlBlock): Repair[] {
  return parts
    .filter(({ isWord }) => isWord)
    .map(({ start, end }) => {
      const word = html.slice(start, end);
      const problem = {
        rule: 'markdown',
        wrong: `“${word}” không phải là thẻ HTML`,
        remedy: `viết “&lt;${word.slice(1)}”`,
      } as const;
      return repair(problem, offset + start, replacement(offset + start, offset + start + 1, '&lt;'));
    });
}

/** A blank line ends HTML in Markdown, but nobody means it to end a table. */
function joinTable(text: string, { html, offset, parts }: HtmlBlock, next: HtmlBlock | undefined): Repair[] {
  const tables = parts.filter(({ name }) => name === 'table');
  const open = tables.filter(({ kind }) => kind === 'open').length;
  const [start, end] = [offset + html.length, next?.offset ?? text.length];
  if (!next || 2 * open <= tables.length || text.slice(start, end).trim() !== '') return [];
  const problem = {
    rule: 'bang',
    wrong: 'dòng trống ở giữa một bảng viết bằng HTML',
    remedy: 'xóa dòng trống',
  } as const;
  return [repair(problem, start, replacement(start, end, '\n'))];
}

/** The range of the closing tag of each tag that only groups, in another block of HTML or in its own. */
function closingTags(blocks: readonly HtmlBlock[]): ReadonlyMap<HtmlPart, readonly [start: number, end: number]> {
  const closings = new Map<HtmlPart, readonly [number, number]>();
  const open: HtmlPart[] = [];
  for (const { offset, parts } of blocks)
    for (const part of parts.filter(({ name }) => groupNames.has(name))) {
      if (part.kind === 'open') open.push(part);
      else if (open.at(-1)?.name === part.name) {
        const opening = open.pop();
        if (opening) closings.set(opening, [offset + part.start, offset + part.end]);
      }
    }
  return closings;
}

/** Takes out the closing tags of those that `edits` take out of a block. */
function editsOfClosings(
  { offset, parts }: HtmlBlock,
  edits: readonly TextEdit[],
  closings: ReturnType<typeof closingTags>,
): TextEdit[] {
  const editAt = (start: number, end: number) =>
    edits.find((edit) => edit.offset <= start && end <= edit.offset + edit.length);
  return parts.flatMap((part) => {
    const [start, end] = closings.get(part) ?? [];
    if (start === undefined || end === undefined || editAt(start, end)) return [];
    const opening = editAt(offset + part.start, offset + part.end);
    return opening && !opening.text.includes(`<${part.name}`) ? [replacement(start, end, '')] : [];
  });
}

function withoutTags({ offset, parts }: HtmlBlock): TextEdit[] {
  return parts.map(({ start, end }) => replacement(offset + start, offset + end, ''));
}

/** Whether a block is nothing but tags around what follows it: "<div align=center>" */
function isTagsOnly({ html, parts }: HtmlBlock): boolean {
  const tags = parts.filter(isTag);
  const rest = tags.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), html);
  return tags.length > 0 && rest.trim() === '' && tags.every(({ name }) => groupNames.has(name));
}

const groupNames = new Set(['div', 'p', 'center', 'section', 'article', 'main', 'header', 'footer', 'aside', 'figure']);

/** Whether a block of HTML that stays holds what only Markdown may hold here: links, pictures, headings. */
function losesContent({ parts }: HtmlBlock): boolean {
  return staysHtml(parts) && hasLinks(parts);
}

/** Whether a block stays HTML: a list of terms; a table, unless only Markdown may hold what is in its cells. */
function staysHtml(parts: readonly HtmlPart[]): boolean {
  if (parts.some(({ name }) => /^(?:details|dl)$/.test(name))) return true;
  return parts.some(({ name }) => name === 'table') && !(hasLinks(parts) && isPlainTable(parts));
}

function hasLinks(parts: readonly HtmlPart[]): boolean {
  return parts.some(({ name }) => linkNames.test(name));
}

const linkNames = /^(a|img|h[1-6])$/;

/** Whether Markdown can say what a table says: no merged cells, and text in every cell. */
function isPlainTable(parts: readonly HtmlPart[]): boolean {
  const tables = parts.filter(({ kind, name }) => kind === 'open' && name === 'table');
  const [first, last] = [parts.indexOf(tables[0] as HtmlPart), parts.findLastIndex(({ name }) => name === 'table')];
  const inTable = parts.slice(first, last);
  return tables.length === 1 && inTable.every(({ name, attributes }) => !inCells.test(name) && !isMerged(attributes));
}

const inCells = /^(?:ul|ol|li|h[1-6]|blockquote|pre|hr|caption)$/;

function isMerged(attributes: HtmlPart['attributes']): boolean {
  return [attributes['rowspan'], attributes['colspan']].some((span) => span !== undefined && span.trim() !== '1');
}

function blockEdits({ html, offset, parts }: HtmlBlock): TextEdit[] {
  const hasMarkdown =
    /\]\(|\*\*|\[\^[^\]\s]{1,40}\]/.test(html) || parts.some(({ attributes }) => 'markdown' in attributes);
  if (!hasMarkdown && !staysHtml(parts)) {
    const shown = shownHtml(html, parts);
    const markdown = htmlToMarkdown(shown);
    if (lettersOfMarkdown(markdown) === lettersOfHtml(shown))
      return [replacement(offset, offset + html.length, markdown)];
  }
  // Without its tag a link or a picture would be gone.
  const hasLink = hasLinks(parts) || parts.some(framePage);
  if (hasLink && !hasMarkdown) return [];
  const edited = hasLink ? parts.filter(({ name }) => groupNames.has(name)) : parts;
  return edited.filter(isForeign).map((part) => {
    const isGroup = hasMarkdown && groupNames.has(part.name);
    const title = componentTitle(part);
    if (title) return replacement(offset + part.start, offset + part.end, `**${title}**\n\n`);
    const text = part.kind === 'open' && !isWrapper(part) && !isGroup ? cleanTag(part) : '';
    return replacement(offset + part.start, offset + part.end, text);
  });
}

/** The letters and digits that Markdown prints. */
function lettersOfMarkdown(markdown: string): string {
  const { tokens } = parseBody(markdown);
  const printed = tokens.flatMap(({ children, content, type }) =>
    (children ?? [])
      .filter((child) => child.type !== 'html_inline')
      .map((child) => child.content)
      .concat(type === 'inline' ? [] : [content.replace(/<[^<>]*>/g, '')]),
  );
  return onlyLetters(printed.join(''));
}

/** The letters and digits that HTML shows, with the descriptions of pictures. */
function lettersOfHtml(html: string): string {
  let text = '';
  const parser = new Parser({
    ontext: (shown) => {
      text += shown;
    },
    onopentag: (name, { alt }) => {
      if (name === 'img') text += alt ?? '';
    },
  });
  parser.end(html);
  return onlyLetters(text);
}

function onlyLetters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
